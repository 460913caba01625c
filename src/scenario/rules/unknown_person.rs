//! `unknown-person`: whoever speaks is introduced. The customer needs no introduction.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-person",
    severity: Severity::Error,
    why: ("屏幕上不知道该显示谁在说话。", "The screen can't show who is speaking."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Person, found);
}
