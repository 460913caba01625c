//! `unknown-promise`: promises that are made, kept or broken exist. Doesn't ask who makes them.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-promise",
    severity: Severity::Error,
    why: (
        "承诺台账里没有这一条，答应了也没人记得。",
        "The ledger has no such promise: it would be made and forgotten.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Promise, found);
}
