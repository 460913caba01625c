//! The debrief in words, for the terminal: what helped, what is still to come, and through which words. Marks nothing.

use super::transcript::caused;
use super::words::debrief::{self as words, Heading};
use crate::session::Session;
use crate::session::debrief::{Debrief, MarkState, PointRow, Step, debrief};
use crate::text::{Bilingual, Lang};

/// How a long answer is cut in a list.
const SHORT: usize = 60;

/// The whole debrief, a line each.
pub(super) fn lines(session: &Session, lang: Lang) -> Vec<String> {
    let debrief = debrief(session);
    let mut lines = vec![words::heading(lang, Heading::Debrief), debrief.headline.get(lang).to_owned(), String::new()];
    lines.extend(score(&debrief, lang));
    lines.push(words::heading(lang, Heading::Heat));
    for (at, step) in debrief.steps.iter().enumerate() {
        lines.extend(moved(at, step, &debrief, lang));
    }
    if !debrief.ghost.is_empty() {
        let heats: Vec<String> = debrief.ghost.iter().map(u8::to_string).collect();
        lines.push(words::ghost(lang, &heats));
    }
    lines.push(words::heading(lang, Heading::Points));
    lines.extend(debrief.points.iter().flat_map(|row| point(row, lang)));
    if !debrief.promises.is_empty() {
        lines.push(words::heading(lang, Heading::Promises));
        lines.extend(
            debrief.promises.iter().map(|promise| {
                words::promise(lang, promise.text.get(lang), promise.standing, !promise.within_authority)
            }),
        );
    }
    if !debrief.facts.is_empty() {
        lines.push(words::heading(lang, Heading::Facts));
        let facts = debrief.facts.iter();
        lines.extend(facts.map(|fact| words::fact(lang, fact.text.get(lang), fact.found, fact.secret)));
    }
    lines.push(words::want(lang, debrief.want.get(lang)));
    lines.push(String::new());
    lines.push(debrief.closing.get(lang).to_owned());
    lines
}

fn score(debrief: &Debrief, lang: Lang) -> Vec<String> {
    let card = &debrief.card;
    let mut lines = vec![words::score(lang, card.score, card.range, card.pass)];
    lines.push(words::parts(lang, card.e, card.k, card.r));
    for cap in &debrief.caps {
        lines.push(words::cap(lang, cap.name.get(lang), cap.limit, &in_lang(&cap.quotes, lang)));
    }
    if debrief.assisted {
        lines.push(words::assisted(lang));
    }
    if let Some(outcome) = debrief.outcome {
        lines.push(words::outcome(lang, outcome.name().get(lang)));
    }
    lines
}

fn moved(at: usize, step: &Step, debrief: &Debrief, lang: Lang) -> Vec<String> {
    let (before, after) = (step.exchange.before, step.exchange.after);
    let said = step.said.get(lang);
    let mut line = words::step(
        lang,
        at + 1,
        &short(said),
        (before.heat.get(), after.heat.get()),
        (before.trust.get(), after.trust.get()),
    );
    for (holds, name) in [
        (debrief.best == Some(at), words::best(lang)),
        (debrief.turning == Some(at), words::turning(lang)),
        (debrief.not_yet.contains(&at), words::again(lang)),
    ] {
        if holds {
            line.push_str(" · ");
            line.push_str(&name);
        }
    }
    let mut lines = vec![line];
    lines.extend(step.causes.iter().map(|row| format!("       {}", caused(row, said, lang))));
    lines.extend(step.why.iter().map(|why| format!("       {}", why.get(lang))));
    lines
}

fn point(row: &PointRow, lang: Lang) -> Vec<String> {
    let mut lines = vec![words::point(lang, row.point.name().get(lang), row.state, row.credit)];
    if row.marks.is_empty() {
        lines.push(format!("     {}", row.never.get(lang)));
    }
    for mark in &row.marks {
        lines.push(format!("     {}", mark.line.get(lang)));
        if mark.state != MarkState::Met && !mark.models.is_empty() {
            lines.push(words::models(lang, &in_lang(&mark.models, lang)));
        }
    }
    lines
}

fn in_lang(words: &[Bilingual], lang: Lang) -> Vec<String> {
    words.iter().map(|words| words.get(lang).to_owned()).collect()
}

fn short(words: &str) -> String {
    let mut cut: String = words.chars().take(SHORT).collect();
    if cut.len() < words.len() {
        cut.push('…');
    }
    cut
}
