//! `wrong-language`: the Chinese is Chinese and the English English. Looks at the script only, not at the wording.

use super::walk;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "wrong-language",
    severity: Severity::Warning,
    why: (
        "两种语言放反了，学员会看到读不懂的话。",
        "Swapped or copied languages leave the trainee with words they may not read.",
    ),
    check,
};

/// Fewer letters than this may be a name or a model number.
const LETTERS: usize = 6;

fn check(scene: &Scene, found: &mut Findings) {
    for phrase in walk::phrases(scene.document) {
        let (zh, en) = (phrase.zh.as_str(), phrase.en.as_str());
        let letters = zh.chars().filter(char::is_ascii_alphabetic).count();
        if letters >= LETTERS && zh.contains(' ') && !zh.chars().any(is_han) {
            found.add(
                phrase.zh.span,
                Bilingual::new("zh 里没有一个汉字", "There is no Chinese character in zh"),
                Bilingual::new("把中文写在 zh 里，英文写在 en 里", "Write Chinese in zh and English in en"),
            );
        }
        if en.chars().filter(|c| is_han(*c)).count() > en.chars().filter(char::is_ascii_alphabetic).count() {
            found.add(
                phrase.en.span,
                Bilingual::new("en 里大半是汉字", "Most of en is Chinese"),
                Bilingual::new("在 en 里写英文", "Write English in en"),
            );
        }
    }
}

/// A Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}
