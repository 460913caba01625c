//! `unknown-fact`: facts that are learned, named or asked about exist. Doesn't ask whether they can be found.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-fact",
    severity: Severity::Error,
    why: (
        "学员记不下这条事实，靠它的条件也不会成立。",
        "The trainee can't note such a fact, and what depends on it never happens.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Fact, found);
}
