//! `missing-translation`: every wording is there in Chinese and in English. Doesn't judge how good they are.

use super::walk;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "missing-translation",
    severity: Severity::Error,
    why: (
        "用那种语言练习的学员会在这里看到一片空白。",
        "A trainee who practises in that language would meet a blank here.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for phrase in walk::phrases(scene.document) {
        let halves =
            [(&phrase.zh, &phrase.en, "中文", "Chinese", "zh"), (&phrase.en, &phrase.zh, "英文", "English", "en")];
        for (words, other, zh, en, field) in halves {
            if words.as_str().trim().is_empty() {
                found.add(
                    words.span.or(other.span),
                    Bilingual::new(format!("这句话没有{zh}"), format!("The {en} wording is empty")),
                    Bilingual::new(format!("在 {field} 里写上这句话"), format!("Write the words in {field}")),
                );
            }
        }
    }
}
