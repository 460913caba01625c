//! `setting-without-reason`: what can't be chosen now says why. Settings without a condition need no reason.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "setting-without-reason",
    severity: Severity::Warning,
    why: ("学员只看到按钮灰了，不知道差在哪里。", "The trainee sees a dead button and learns nothing from it."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for setting in
        scene.document.settings.iter().filter(|setting| setting.when.is_some() && setting.unavailable.is_none())
    {
        let word = setting.id.as_str();
        found.add(
            setting.id.span,
            Bilingual::new(
                format!("“{word}”有条件，却没说为什么现在不行"),
                format!("“{word}” has a condition but no word about why it can't be chosen now"),
            ),
            Bilingual::new("加上 unavailable: (zh: \"…\", en: \"…\")", "Add unavailable: (zh: \"…\", en: \"…\")"),
        );
    }
}
