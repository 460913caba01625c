//! `nothing-there`: lists without which nothing can be played are not empty. Optional ones may be.

use super::{Findings, Rule, Scene};
use crate::diag::{Severity, Span};
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "nothing-there",
    severity: Severity::Error,
    why: (
        "这一项空着，学员会看到空白，或者根本开不了场。",
        "Left empty, the trainee would meet a blank, or the scene couldn't even begin.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let document = scene.document;
    let place = scene.place();
    let lists = [
        ("turns", document.turns.is_empty()),
        ("stages", document.stages.is_empty()),
        ("agreements", document.agreements.is_empty()),
        ("bounces", document.bounces.is_empty()),
        ("wants", document.customer.wants.is_empty()),
    ];
    for (list, _) in lists.into_iter().filter(|(_, empty)| *empty) {
        empty(found, place, list);
    }
    for turn in &document.turns {
        if turn.says.is_empty() && turn.does.is_none() {
            empty(found, turn.id.span, "says");
        }
    }
    for fact in document.facts.iter().filter(|fact| fact.words.zh.is_empty() || fact.words.en.is_empty()) {
        empty(found, fact.id.span, "words");
    }
    for burden in document.burdens.iter().filter(|burden| burden.words.zh.is_empty() || burden.words.en.is_empty()) {
        empty(found, burden.id.span, "words");
    }
    for golden in document.goldens.iter().filter(|golden| golden.script.is_empty()) {
        empty(found, golden.name.span, "script");
    }
}

fn empty(found: &mut Findings, span: Option<Span>, list: &str) {
    found.add(
        span,
        Bilingual::new(format!("{list} 是空的"), format!("{list} is empty")),
        Bilingual::new(format!("在 {list} 里至少写一项"), format!("Write at least one entry in {list}")),
    );
}
