//! `too-many`: no more turns and replies than the app is made for. Beyond it nothing else is checked.

use super::{Findings, Rule, Scene};
use crate::diag::{Severity, Span};
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "too-many",
    severity: Severity::Error,
    why: (
        "再多就没有人改得动，也会拖慢程序。",
        "More than that nobody can keep in order, and it would slow the app down.",
    ),
    check,
};

/// Turns in a scene.
const TURNS: usize = 500;
/// Replies in a turn.
const REPLIES: usize = 64;
/// Entries in any other list.
const ENTRIES: usize = 256;

fn check(scene: &Scene, found: &mut Findings) {
    let document = scene.document;
    if document.turns.len() > TURNS {
        let first_over = document.turns.get(TURNS).and_then(|turn| turn.id.span);
        many(found, first_over, ("对话轮", "turns"), document.turns.len(), TURNS);
    }
    for turn in &document.turns {
        let own =
            [turn.says.len(), turn.hot.len(), turn.cool.len(), turn.heard.len(), turn.then.len(), turn.cues.len()];
        let more = [turn.chances.len(), turn.otherwise.len(), turn.bounces.len(), turn.model.len(), turn.replies.len()];
        let most = own.into_iter().chain(more).max().unwrap_or(0);
        if most > REPLIES {
            many(found, turn.id.span, ("条目", "entries in one list of a turn"), most, REPLIES);
        }
    }
    let lists = [
        document.facts.len(),
        document.burdens.len(),
        document.clues.len(),
        document.promises.len(),
        document.settings.len(),
        document.agreements.len(),
        document.authority.len(),
        document.cannot.len(),
        document.stages.len(),
        document.people.len(),
        document.deadlines.len(),
        document.follow_up.len(),
        document.endings.len(),
        document.goldens.len(),
        document.bounces.len(),
        document.sources.len(),
    ];
    let most = lists.into_iter().max().unwrap_or(0);
    if most > ENTRIES {
        many(found, scene.place(), ("条目", "entries in one list"), most, ENTRIES);
    }
}

fn many(found: &mut Findings, span: Option<Span>, (zh, en): (&str, &str), count: usize, limit: usize) {
    found.add(
        span,
        Bilingual::new(
            format!("{zh}有 {count} 个，上限是 {limit}"),
            format!("There are {count} {en}; the limit is {limit}"),
        ),
        Bilingual::new("合并重复的，或者拆成几个情景", "Merge what repeats, or split it into several scenes"),
    );
}
