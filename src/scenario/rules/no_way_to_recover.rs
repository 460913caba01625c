//! `no-way-to-recover`: an answer nobody foresaw still gets a line from the customer. Picked replies need none.

use super::flow::is_answering;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "no-way-to-recover",
    severity: Severity::Error,
    why: (
        "学员用自己的话回答时，客户会没有反应，谈话就僵住了。",
        "When trainees answer in their own words the customer would fall silent and the talk would freeze.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for turn in scene.document.turns.iter().filter(|turn| is_answering(turn) && turn.otherwise.is_empty()) {
        if turn.replies.is_empty() && turn.heard.is_empty() {
            continue; // a dead end, which is said there
        }
        let word = turn.id.as_str();
        found.add(
            turn.id.span,
            Bilingual::new(format!("“{word}”没有写 otherwise"), format!("“{word}” has no otherwise")),
            Bilingual::new(
                "加上 otherwise: [(zh: \"…\", en: \"…\")]，写客户没听到想听的话时会怎么说",
                "Add otherwise: [(zh: \"…\", en: \"…\")]: what the customer says on not hearing what matters",
            ),
        );
    }
}
