//! `strength-range`: numbers stand within their scales. Judges no number inside its scale.

use super::{Findings, Rule, Scene};
use crate::diag::{Severity, Span};
use crate::scenario::written::ChanceEdit;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "strength-range",
    severity: Severity::Error,
    why: ("超出刻度的数字没有意义，分数会算歪。", "A number off the scale means nothing and would bend the score."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let document = scene.document;
    let customer = document.customer.name.zh.span.or(scene.place());
    within(found, scene.place(), "level", document.level, 1, 5);
    within(found, scene.place(), "minutes", document.minutes, 1, 60);
    within(found, scene.place(), "calm", document.calm, 0, 100);
    within(found, customer, "heat", document.customer.heat, 0, 100);
    within(found, customer, "trust", document.customer.trust, 0, 100);
    for turn in &document.turns {
        for cue in turn.cues.iter().map(|cue| cue.cue()) {
            within(found, turn.id.span, cue.kind.id(), cue.strength, 1, 3);
        }
        for edit in &turn.chances {
            match *edit {
                ChanceEdit::Add(point, weight) => within(found, turn.id.span, point.id(), weight, 1, 3),
                ChanceEdit::AddWithin(point, weight, answers) => {
                    within(found, turn.id.span, point.id(), weight, 1, 3);
                    within(found, turn.id.span, "add_within", answers, 1, 9);
                }
                ChanceEdit::Drop(_) => {}
            }
        }
        if let Some(patience) = turn.patience {
            within(found, turn.id.span, "patience", patience, 1, 9);
        }
    }
    for deadline in &document.deadlines {
        if deadline.after == 0 {
            within(found, deadline.id.span, "after", 0, 1, u8::MAX);
        }
    }
}

fn within(found: &mut Findings, span: Option<Span>, what: &str, number: u8, least: u8, most: u8) {
    if (least..=most).contains(&number) {
        return;
    }
    found.add(
        span,
        Bilingual::new(
            format!("{what} 是 {number}，应当在 {least} 到 {most} 之间"),
            format!("{what} is {number}; it must be from {least} to {most}"),
        ),
        Bilingual::new(format!("写 {least} 到 {most} 的整数"), format!("Write a whole number from {least} to {most}")),
    );
}
