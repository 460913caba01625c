//! `too-long`: no wording is longer than a screen holds. Short ones are nobody's business.

use super::walk;
use super::wrong_language::is_han;
use super::{Findings, Rule, Scene};
use crate::diag::{Severity, Spanned};
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "too-long",
    severity: Severity::Error,
    why: (
        "太长的话显示不下，也没有人会这样说话。",
        "Words that long don't fit the screen, and nobody speaks like that.",
    ),
    check,
};

/// Characters in any one text.
const TEXT: usize = 4_000;
/// Chinese characters in the brief.
const BRIEF: usize = 120;
/// Chinese characters in a reply.
const REPLY_ZH: usize = 140;
/// Characters in an English reply.
const REPLY_EN: usize = 320;

fn check(scene: &Scene, found: &mut Findings) {
    for text in walk::texts(scene.document) {
        let length = text.as_str().chars().count();
        if length > TEXT {
            found.add(
                text.span,
                Bilingual::new(
                    format!("这段文字有 {length} 个字，上限是 {TEXT}"),
                    format!("This text has {length} characters; the limit is {TEXT}"),
                ),
                Bilingual::new("删短，或者分成几轮来说", "Shorten it, or say it over several turns"),
            );
        }
    }
    long(found, &scene.document.brief.zh, han(&scene.document.brief.zh), BRIEF);
    for reply in scene.document.turns.iter().flat_map(|turn| &turn.replies) {
        long(found, &reply.text.zh, han(&reply.text.zh), REPLY_ZH);
        long(found, &reply.text.en, reply.text.en.as_str().chars().count(), REPLY_EN);
    }
}

fn han(text: &Spanned<String>) -> usize {
    text.as_str().chars().filter(|c| is_han(*c)).count()
}

fn long(found: &mut Findings, text: &Spanned<String>, length: usize, limit: usize) {
    if length > limit && length <= TEXT {
        found.warn(
            text.span,
            Bilingual::new(
                format!("这里有 {length} 个字，最好不超过 {limit}"),
                format!("This has {length} characters; better no more than {limit}"),
            ),
            Bilingual::new("挑要紧的说，其余的放到下一轮", "Keep what matters and leave the rest to the next turn"),
        );
    }
}
