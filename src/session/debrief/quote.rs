//! Quotes: which words earned a mark, in both languages. Judges nothing.

use std::ops::Range;

use super::steps::Step;
use crate::reading::Scope;
use crate::rubric::{Mark, Move, Track};
use crate::scenario::Scenario;
use crate::session::Session;
use crate::session::listen::clause_showing;
use crate::session::talk::Said;
use crate::text::{Bilingual, Lang};

/// How words are underlined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Feeling track: solid.
    Feeling,
    /// Issue track: double.
    Issue,
    /// Harm: wavy.
    Harm,
    /// A near-miss that was taken back, negated or quoted: dashed.
    Cancelled,
    /// Not recognised: dotted.
    Unread,
}

/// Words of an answer with what they show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Underline {
    /// Bytes of the answer in the language asked for.
    pub range: Range<usize>,
    /// How they are marked.
    pub ink: Ink,
    /// What they show, or nearly show; `None` for unread words.
    pub shows: Option<Move>,
    /// Why, in a sentence.
    pub why: Bilingual,
}

/// The words behind marks.
pub(super) struct Quotes<'a> {
    scenario: &'a Scenario,
    steps: &'a [Step],
}

impl<'a> Quotes<'a> {
    pub fn of(session: &'a Session, steps: &'a [Step]) -> Self {
        Self { scenario: session.scenario(), steps }
    }

    pub fn step(&self, answer: u16) -> Option<usize> {
        self.steps.iter().position(|step| step.exchange.card.answer == answer)
    }

    /// The clause that earned the mark; the whole answer where silence or a deed did.
    pub fn quote(&self, mark: Mark) -> Option<Bilingual> {
        let step = self.steps.get(self.step(mark.answer)?)?;
        let shows = mark.evidence.and_then(|at| step.exchange.card.shown.get(usize::from(at)));
        match shows {
            Some(evidence) => Some(self.clause(step, evidence.shows, evidence.words.range())),
            None => Some(step.said.clone()),
        }
    }

    /// The whole answer that holds the mark.
    pub fn whole(&self, mark: Mark) -> Option<Bilingual> {
        self.said(mark.answer)
    }

    /// What the trainee said in an answer.
    pub fn said(&self, answer: u16) -> Option<Bilingual> {
        self.steps.get(self.step(answer)?).map(|step| step.said.clone())
    }

    /// What the customer had said before it.
    pub fn asked(&self, answer: u16) -> Option<Bilingual> {
        self.steps.get(self.step(answer)?).map(|step| step.asked.clone())
    }

    /// The clause of an answer that gives a time, or the whole answer.
    pub fn promise(&self, answer: u16) -> Option<Bilingual> {
        let step = self.steps.get(self.step(answer)?)?;
        let timed = step.exchange.card.shown.iter().find(|evidence| evidence.shows == Move::CommitTime);
        Some(
            timed.map_or_else(
                || step.said.clone(),
                |evidence| self.clause(step, evidence.shows, evidence.words.range()),
            ),
        )
    }

    fn clause(&self, step: &Step, shows: Move, range: Range<usize>) -> Bilingual {
        match &step.exchange.said {
            Said::Typed(words, _) => {
                let clause = words.get(range).unwrap_or(words).to_owned();
                Bilingual::new(clause.clone(), clause)
            }
            Said::Picked(..) => Bilingual::new(
                clause_showing(self.scenario, &step.said.zh, shows, Lang::Zh),
                clause_showing(self.scenario, &step.said.en, shows, Lang::En),
            ),
            Said::Did(_) => step.said.clone(),
        }
    }
}

/// Every marked stretch of an answer, in order of appearance.
#[must_use]
pub(super) fn underlines(scenario: &Scenario, step: &Step, lang: Lang) -> Vec<Underline> {
    let words = step.said.get(lang);
    let mut found: Vec<Underline> = step
        .exchange
        .card
        .shown
        .iter()
        .map(|evidence| {
            let range = match &step.exchange.said {
                Said::Typed(..) => evidence.words.range(),
                _ => place(words, &clause_showing(scenario, words, evidence.shows, lang)),
            };
            Underline { range, ink: ink(evidence.shows), shows: Some(evidence.shows), why: evidence.shows.name() }
        })
        .collect();
    if let Said::Typed(_, reading) = &step.exchange.said {
        found.extend(reading.near_misses.iter().filter(|miss| miss.scope != Scope::Asserted).map(|miss| Underline {
            range: miss.words.range(),
            ink: Ink::Cancelled,
            shows: Some(miss.shows),
            why: miss.why.clone(),
        }));
        found.extend(reading.unread.iter().map(|unread| Underline {
            range: unread.range(),
            ink: Ink::Unread,
            shows: None,
            why: Bilingual::new(
                "这几个字没读懂，不算分，也不算错。",
                "These words were not recognised; they count neither way.",
            ),
        }));
    }
    found.retain(|underline| words.get(underline.range.clone()).is_some());
    found.sort_by_key(|underline| (underline.range.start, underline.range.end));
    found
}

fn ink(shows: Move) -> Ink {
    match shows.track() {
        Track::Feeling => Ink::Feeling,
        Track::Issue => Ink::Issue,
        Track::Harm => Ink::Harm,
    }
}

fn place(words: &str, clause: &str) -> Range<usize> {
    let start = words.find(clause).unwrap_or(0);
    start..start + clause.len()
}

/// A customer's line, short enough to stand inside a sentence: its last clauses, whole.
#[must_use]
pub(super) fn short(line: &Bilingual) -> Bilingual {
    Bilingual::new(shortened(&line.zh, 22), shortened(&line.en, 60))
}

/// The first clauses that fit in `most` characters; at least one.
fn shortened(words: &str, most: usize) -> String {
    let ends = |c: char| "，。！？；：…、,!?;".contains(c);
    let mut best = None;
    for (count, (at, c)) in words.char_indices().enumerate() {
        let stop = ends(c) || (c == '.' && words[at + 1..].starts_with([' ', '\u{201d}']));
        if stop && (count <= most || best.is_none()) {
            best = Some(at);
        }
        if count > most && best.is_some() {
            break;
        }
    }
    let cut = best.map_or(words, |at| &words[..at]);
    cut.trim_matches(|c: char| "“”\"".contains(c)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[track_caller]
    fn check_short(words: &str, most: usize, expected: &str) {
        assert_eq!(shortened(words, most), expected);
    }

    #[test]
    fn lines_are_cut_at_clauses() {
        check_short("三千公里加两回油！换发动机！", 22, "三千公里加两回油！换发动机");
        check_short("三千公里加两回油！换发动机！", 10, "三千公里加两回油");
        check_short("You told me nine. It was ten.", 18, "You told me nine");
        check_short("没有标点的一句话", 4, "没有标点的一句话");
        check_short("", 4, "");
    }
}
