//! `unknown-agreement`: agreements that are reached or asked about exist. Doesn't ask whether they can be reached.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-agreement",
    severity: Severity::Error,
    why: ("学员谈成了，却算不进分数。", "The trainee would reach it and get nothing for it."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Agreement, found);
}
