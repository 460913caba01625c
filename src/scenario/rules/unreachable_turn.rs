//! `unreachable-turn`: every turn can come up. Whether its conditions can hold is not asked here.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "unreachable-turn",
    severity: Severity::Error,
    why: ("写好的台词学员永远见不到。", "The words were written, but no trainee will ever meet them."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for (index, turn) in scene.document.turns.iter().enumerate() {
        if !scene.flow.is_reached(index) {
            let word = turn.id.as_str();
            found.add(
                turn.id.span,
                Bilingual::new(format!("没有哪里通到“{word}”"), format!("Nothing leads to “{word}”")),
                Bilingual::new(
                    format!("在某个回应、heard 或 then 里写 go: \"{word}\"，或者删掉这一轮"),
                    format!("Write go: \"{word}\" in a reply, in heard or in then, or delete the turn"),
                ),
            );
        }
    }
}
