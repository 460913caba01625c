//! `unknown-turn`: the talk can go only where there is a turn. Says nothing about turns nobody goes to.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "unknown-turn",
    severity: Severity::Error,
    why: ("客户说到这里，就没有下一句了。", "Here the customer would have nothing more to say."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    scene.unknown(Kind::Turn, found);
}
