//! A talk as people read it: who said what, what it moved, and through which words. Hides nothing and scores nothing.

use super::report::quoted;
use super::words::talk as words;
use crate::customer::{HeatWord, Shift, trust_word};
use crate::rubric::Strength;
use crate::session::debrief::{CauseRow, cause_rows};
use crate::session::{Doing, Effect, Entry, LineKind, Said, Session, TurnCard, What};
use crate::text::{Bilingual, Lang};

/// How much is shown beside what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Show {
    /// Moves, figures and their causes.
    Reasons,
    /// How the customer feels, in words.
    Feelings,
    /// The talk alone.
    Talk,
}

/// The whole talk with its reasons.
pub(super) fn all(session: &Session, lang: Lang) -> Vec<String> {
    let mut lines = vec![words::title(lang, session.scenario().title.get(lang), session.state().seed), String::new()];
    lines.extend(since(session, 0, Show::Reasons, lang));
    lines
}

/// What was said and done from entry `first` on.
pub(super) fn since(session: &Session, first: usize, show: Show, lang: Lang) -> Vec<String> {
    let entries = session.talk().entries();
    let mut lines = Vec::new();
    // What is learned from a line is shown after it, though it happens as the line is reached.
    let mut learned: Vec<String> = Vec::new();
    for (at, entry) in entries.iter().enumerate().skip(first) {
        let said = entries.get(..=at).unwrap_or_default().iter().rev().find_map(said_in);
        match &entry.what {
            What::Effect(Effect::Learned(_)) => tell(session, entry, said, show, lang, &mut learned),
            What::Effect(Effect::Says(_)) => {
                tell(session, entry, said, show, lang, &mut lines);
                lines.append(&mut learned);
            }
            _ => tell(session, entry, said, show, lang, &mut lines),
        }
    }
    lines.append(&mut learned);
    lines
}

fn said_in(entry: &Entry) -> Option<&Said> {
    match &entry.what {
        What::Trainee(said) => Some(said),
        What::Effect(_) => None,
    }
}

fn tell(session: &Session, entry: &Entry, said: Option<&Said>, show: Show, lang: Lang, lines: &mut Vec<String>) {
    let scenario = session.scenario();
    let effect = match &entry.what {
        What::Trainee(said) => {
            let spoken = said.words(scenario, lang);
            lines.push(String::new());
            lines.push(match said {
                Said::Did(Doing::Changes(_)) | Said::Picked(..) | Said::Typed(..) => words::you(lang, &spoken),
                Said::Did(_) => words::aside(&spoken),
            });
            return;
        }
        What::Effect(effect) => effect,
    };
    let reasons = show == Show::Reasons;
    match effect {
        Effect::StageChanged(stage) => lines.push(words::stage(scenario.stage(*stage).name.get(lang))),
        Effect::Says(line) => {
            let spoken = line.words(scenario).get(lang);
            let does = line.does(scenario).map(|does| does.get(lang));
            lines.push(if line.kind == LineKind::Ending {
                format!("\n{spoken}")
            } else {
                words::says(lang, line.speaker(scenario).get(lang), does, spoken)
            });
        }
        Effect::Judged(card) if reasons => {
            lines.push(format!("    {}", judged(session, card, said, lang)));
            if card.bounced {
                lines.push(format!("    {}", words::bounced(lang)));
            }
        }
        Effect::Shifted(shift) => match show {
            Show::Reasons => lines.push(format!("    {}", shifted(session, shift, said, lang))),
            Show::Feelings => {
                let (before, after) = (HeatWord::of(shift.before.heat), HeatWord::of(shift.after.heat));
                if before != after {
                    lines.push(format!("    {}", words::now_feels(lang, after.name().get(lang))));
                }
            }
            Show::Talk => {}
        },
        Effect::GateOpened if reasons => lines.push(format!("    {}", words::gate_opened(lang))),
        Effect::GateShut if reasons => lines.push(format!("    {}", words::gate_shut(lang))),
        Effect::Learned(fact) => {
            if let Some(fact) = scenario.facts.get(fact.index()) {
                lines.push(format!("    {}", words::learned(lang, &fact.id, fact.text.get(lang))));
            }
        }
        Effect::NotedDown(fact) => {
            if let Some(fact) = scenario.facts.get(fact.index()) {
                lines.push(words::aside(&words::noted(lang, fact.text.get(lang))));
            }
        }
        Effect::Saw(clue) => {
            if let Some(clue) = scenario.clues.get(clue.index()) {
                lines.push(format!("    {} {}", clue.seen.get(lang), clue.means.get(lang)));
            }
        }
        Effect::NothingToSee => lines.push(format!("    {}", words::nothing_to_see(lang))),
        Effect::Breathed => lines.push(words::aside(&words::breathed(lang))),
        Effect::Silence => lines.push(words::aside(&words::silence(lang))),
        Effect::Agreed(agreement) => {
            if let Some(agreement) = scenario.agreements.get(agreement.index()) {
                lines.push(format!("    {}", words::agreed(lang, agreement.text.get(lang))));
            }
        }
        Effect::Promised(promise) => {
            if let Some(note) = scenario.promises.get(promise.index()) {
                let beyond = reasons && !note.within_authority;
                lines.push(format!("    {}", words::promised(lang, note.text.get(lang), beyond)));
            }
        }
        Effect::PromiseKept(promise) => {
            if let Some(note) = scenario.promises.get(promise.index()) {
                lines.push(format!("    {}", words::kept(lang, note.text.get(lang))));
            }
        }
        Effect::PromiseBroken(promise) => {
            if let Some(note) = scenario.promises.get(promise.index()) {
                lines.push(format!("    {}", words::broken(lang, note.text.get(lang))));
            }
        }
        Effect::Warned(turn, reply) => {
            let reply = scenario.turn(*turn).replies.get(reply.index());
            if let Some((_, warning)) = reply.and_then(|reply| reply.critical.as_ref()) {
                lines.push(words::warned(lang, warning.get(lang)));
            }
        }
        Effect::Hint(turn) => {
            let hint = scenario.turn(*turn).hint.as_ref().map(|hint| hint.get(lang));
            lines.push(words::hint(lang, hint));
        }
        Effect::Closed(_) | Effect::TraineeDoes(_) | Effect::Judged(_) | Effect::GateOpened | Effect::GateShut => {}
    }
}

fn judged(session: &Session, card: &TurnCard, said: Option<&Said>, lang: Lang) -> String {
    let whole = said.map(|said| said.words(session.scenario(), lang)).unwrap_or_default();
    let shown: Vec<String> = card
        .shown
        .iter()
        .map(|evidence| {
            let name = evidence.shows.name();
            let specific = evidence.strength == Strength::Specific;
            let quote = said.map(|said| quoted(session, said, &whole, evidence, lang));
            // The whole answer stands right above.
            let quote = quote.filter(|quote| *quote != whole);
            words::shows(lang, name.get(lang), specific, quote.as_deref())
        })
        .collect();
    words::judged(lang, &shown, card.feel, card.order, card.unread)
}

fn shifted(session: &Session, shift: &Shift, said: Option<&Said>, lang: Lang) -> String {
    let scenario = session.scenario();
    let nobody = Said::Typed(String::new(), crate::reading::Reading::default());
    let said = said.unwrap_or(&nobody);
    let whole = Bilingual::new(said.words(scenario, Lang::Zh), said.words(scenario, Lang::En));
    let rows = cause_rows(scenario, shift, said, &whole);
    let causes: Vec<String> = rows.iter().map(|row| caused(row, whole.get(lang), lang)).collect();
    let heat = (shift.before.heat.get(), shift.after.heat.get());
    let trust = (shift.before.trust.get(), shift.after.trust.get());
    let feels = (HeatWord::of(shift.after.heat).name(), trust_word(shift.after.trust));
    words::shifted(lang, heat, feels.0.get(lang), trust, feels.1.get(lang), &causes)
}

/// Why the customer moved; the words that did it, unless they are the whole answer.
pub(super) fn caused(row: &CauseRow, whole: &str, lang: Lang) -> String {
    let quote = row.words.as_ref().map(|words| words.get(lang)).filter(|quote| *quote != whole);
    words::cause(lang, quote, row.why.get(lang), row.push.heat, row.push.trust)
}
