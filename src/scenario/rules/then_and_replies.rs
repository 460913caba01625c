//! `then-and-replies`: a turn either passes on or waits for an answer. Which of the two is the author's choice.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "then-and-replies",
    severity: Severity::Error,
    why: (
        "有 then 的一轮会自己往下走，写在里面的回应学员点不到。",
        "A turn with then goes on by itself; what stands in its replies can never be picked.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for turn in &scene.document.turns {
        let answers = [
            ("replies", !turn.replies.is_empty()),
            ("heard", !turn.heard.is_empty()),
            ("otherwise", !turn.otherwise.is_empty()),
            ("gives_up", turn.gives_up.is_some()),
        ];
        if turn.then.is_empty() {
            continue;
        }
        for (field, _) in answers.into_iter().filter(|(_, written)| *written) {
            let word = turn.id.as_str();
            found.add(
                turn.id.span,
                Bilingual::new(
                    format!("“{word}”既有 then 又有 {field}"),
                    format!("“{word}” has both then and {field}"),
                ),
                Bilingual::new(
                    format!("留下一个：要学员回应就删掉 then，客户自己接着说就删掉 {field}"),
                    format!("Keep one: to wait for an answer delete then, to go on by itself delete {field}"),
                ),
            );
        }
    }
}
