//! `endless-loop`: turns that pass on by themselves never come back to themselves. Loops with an answer in them are fine.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "endless-loop",
    severity: Severity::Error,
    why: ("客户会自说自话，停不下来，程序也会卡住。", "The customer would talk on for ever and the app would hang."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for index in scene.flow.circles() {
        let Some(turn) = scene.document.turns.get(index) else { continue };
        let word = turn.id.as_str();
        found.add(
            turn.id.span,
            Bilingual::new(
                format!("“{word}”不等学员回应就会绕回自己"),
                format!("“{word}” comes back to itself without an answer in between"),
            ),
            Bilingual::new(
                "在这一圈里至少放一轮有 replies 的，或者改掉一处 then",
                "Put a turn with replies into the circle, or change one then",
            ),
        );
    }
}
