//! `too-few-replies`: where an answer is awaited there is a choice. Doesn't compare the choices.

use super::flow::is_answering;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "too-few-replies",
    severity: Severity::Error,
    why: (
        "只有一个选项就不用想，也练不到什么。",
        "With one line to pick there is nothing to decide and nothing to learn.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for turn in scene.document.turns.iter().filter(|turn| is_answering(turn)) {
        let count = turn.replies.len();
        // None and nothing heard either is a dead end, which is said there.
        if count >= 2 || (count == 0 && turn.heard.is_empty()) {
            continue;
        }
        let word = turn.id.as_str();
        found.add(
            turn.id.span,
            Bilingual::new(
                format!("“{word}”只有 {count} 个回应可选"),
                format!("“{word}” has too few replies to pick from: {count}"),
            ),
            Bilingual::new(
                "至少写两个，有得体的，也有看似省事的",
                "Write at least two, one that does well and one that is tempting",
            ),
        );
    }
}
