//! `unknown-setting`: conditions ask only about settings there are. Scripts have a rule of their own.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-setting",
    severity: Severity::Error,
    why: ("这个条件永远不会成立。", "The condition can never hold."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Setting, found);
}
