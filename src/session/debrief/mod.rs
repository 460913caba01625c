//! The debrief: what the talk came to, every mark with its words, in both languages at once. Shows nothing itself.

mod headline;
mod points;
mod quote;
mod steps;

pub use points::{ChanceMark, MarkState, PointRow};
pub use quote::{Ink, Underline};
pub use steps::{CauseRow, Step, cause_rows};

use super::golden::play_golden;
use super::live::Session;
use super::state::Standing;
use crate::rubric::{Cap, Feedback, Outcome, Scorecard};
use crate::text::{Bilingual, Lang};

/// Everything the debrief shows.
#[derive(Debug, Clone)]
pub struct Debrief {
    /// One true sentence with a quote.
    pub headline: Bilingual,
    /// Every answer with its cause and effect.
    pub steps: Vec<Step>,
    /// Heat after each answer on one good way through the scene (the `excellent` golden).
    pub ghost: Vec<u8>,
    /// The nine points, in rubric order.
    pub points: Vec<PointRow>,
    /// The step that helped most.
    pub best: Option<usize>,
    /// The step after which it went another way.
    pub turning: Option<usize>,
    /// Steps worth another try, the costliest first.
    pub not_yet: Vec<usize>,
    /// What holds the score down, each with its words.
    pub caps: Vec<CapRow>,
    /// The promise ledger.
    pub promises: Vec<PromiseRow>,
    /// Facts found, and those left unsaid.
    pub facts: Vec<FactRow>,
    /// The arithmetic.
    pub card: Scorecard,
    /// How it left the customer.
    pub outcome: Option<Outcome>,
    /// The last picture.
    pub ending: Option<Bilingual>,
    /// What the customer really wanted.
    pub want: Bilingual,
    /// A hint was taken.
    pub assisted: bool,
    /// A kind last line.
    pub closing: Bilingual,
}

/// A cap with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapRow {
    /// What it is, in words.
    pub name: Bilingual,
    /// The words that brought it about.
    pub quotes: Vec<Bilingual>,
    /// The highest score it allows.
    pub limit: u8,
}

/// A line of the promise ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRow {
    /// Who, what, by when.
    pub text: Bilingual,
    /// The words it was given with.
    pub quote: Option<Bilingual>,
    /// How it stands.
    pub standing: Standing,
    /// Covered by the handler's authority?
    pub within_authority: bool,
}

/// A fact of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// What it says.
    pub text: Bilingual,
    /// Did the trainee come to know it?
    pub found: bool,
    /// The one told only to somebody who listens?
    pub secret: bool,
}

/// The debrief of a talk, finished or not.
#[must_use]
pub fn debrief(session: &Session) -> Debrief {
    let scenario = session.scenario();
    let state = session.state();
    let steps = steps::steps(session);
    let card = session.scorecard();
    let quotes = quote::Quotes::of(session, &steps);
    let points = points::rows(session, &card, &quotes);
    let (best, turning, not_yet) = steps::moments(session, &steps);
    let headline = headline::headline(session, &card, &steps, &quotes);
    let outcome = state.outcome(scenario);
    let ending = match state.phase {
        super::Phase::Over { ending, .. } => scenario.endings.get(ending.index()).map(|ending| ending.says.clone()),
        super::Phase::Answering => None,
    };
    let caps = card.caps.iter().map(|cap| cap_row(cap, &quotes)).collect();
    let facts = scenario.facts.iter().zip(0..).map(|(fact, ix)| {
        let ix = crate::scenario::FactIx(ix);
        FactRow {
            text: fact.text.clone(),
            found: state.known.contains(&ix),
            secret: scenario.customer.secret == Some(ix),
        }
    });
    Debrief {
        headline,
        ghost: ghost(session),
        points,
        best,
        turning,
        not_yet,
        caps,
        promises: promises(session, &quotes),
        facts: facts.collect(),
        outcome,
        ending,
        want: scenario.customer.want.clone(),
        assisted: state.assisted,
        closing: Feedback::builtin().closing(state.seed),
        card,
        steps,
    }
}

fn cap_row(cap: &Cap, quotes: &quote::Quotes<'_>) -> CapRow {
    match cap {
        Cap::Critical { kind, mark, limit } => {
            CapRow { name: kind.name(), quotes: quotes.whole(*mark).into_iter().collect(), limit: *limit }
        }
        Cap::TwoMajors { marks, limit } => CapRow {
            name: Bilingual::new("两处顶撞没补回来", "Two challenges left unrepaired"),
            quotes: marks.iter().filter_map(|mark| quotes.quote(*mark)).collect(),
            limit: *limit,
        },
    }
}

fn promises(session: &Session, quotes: &quote::Quotes<'_>) -> Vec<PromiseRow> {
    let scenario = session.scenario();
    let rows = session.state().promises.iter().map(|promise| {
        let known = promise.known.and_then(|ix| scenario.promises.get(ix.index()));
        let quote = promise.answer.and_then(|answer| quotes.promise(answer));
        PromiseRow {
            text: known.map(|note| note.text.clone()).or_else(|| quote.clone()).unwrap_or_default(),
            quote,
            standing: promise.standing,
            within_authority: known.is_none_or(|note| note.within_authority),
        }
    });
    rows.collect()
}

/// Heat after each answer of the `excellent` golden; empty without one.
fn ghost(session: &Session) -> Vec<u8> {
    let scenario = session.scenario();
    let Some(golden) = scenario.golden("excellent") else { return Vec::new() };
    play_golden(scenario, session.rubric(), golden, Lang::Zh)
        .map(|played| played.talk().exchanges().iter().map(|exchange| exchange.after.heat.get()).collect())
        .unwrap_or_default()
}
