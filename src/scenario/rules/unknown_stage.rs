//! `unknown-stage`: turns, settings and deadlines stand on stages there are. Doesn't look at their order.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-stage",
    severity: Severity::Error,
    why: ("不知道这段话在哪里谈，周围有没有旁人。", "Nobody can tell where this is said and who overhears it."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Stage, found);
}
