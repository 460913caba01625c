//! `unreachable-ending`: behind an ending that always holds there is no other. Conditions are not weighed.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "unreachable-ending",
    severity: Severity::Error,
    why: ("前一个结局总会先成立，这一个永远轮不到。", "The one before always holds first, so this one never comes."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let mut endings = scene.document.endings.iter();
    let Some(always) = endings.find(|ending| ending.when.is_none()) else { return };
    for ending in endings {
        let word = ending.id.as_str();
        found.add(
            ending.id.span,
            Bilingual::new(format!("结局“{word}”轮不到"), format!("The ending “{word}” is never reached")),
            Bilingual::new(
                "把没有 when 的结局移到最后，或者给它加上条件",
                "Move the ending without when to the last place, or give it a condition",
            ),
        );
        found.beside(always.id.span, Bilingual::new("这一个总是先成立", "this one always holds first"));
    }
}
