//! `unknown-clue`: clues that conditions ask about exist. Doesn't ask whether they can be seen.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-clue",
    severity: Severity::Error,
    why: ("看不到的线索，谁也不会发现。", "Nobody can see a clue that isn't there."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Clue, found);
}
