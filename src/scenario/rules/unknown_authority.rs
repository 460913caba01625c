//! `unknown-authority`: a promise is covered only by an authority there is. Doesn't judge the promise.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-authority",
    severity: Severity::Error,
    why: (
        "说不清这个承诺在不在权限之内，过度承诺就判不准。",
        "Without it nobody can tell whether the promise is within authority.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Authority, found);
}
