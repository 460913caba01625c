//! `unknown-reply`: a condition can ask only about replies there are. Goldens have a rule of their own.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-reply",
    severity: Severity::Error,
    why: ("这个条件永远不会成立，学员走不到后面。", "The condition can never hold, so nobody gets past it."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Reply, found);
}
