//! The nine points of a debrief, each chance with its words. Counts nothing again; it reads the tally.

use super::quote::{Quotes, short};
use crate::rubric::{ChanceRecord, ChanceState, Feedback, KeyPoint, PointState, Scorecard, fill};
use crate::session::Session;
use crate::text::Bilingual;

/// How a chance is marked; the shapes differ, so that colour isn't needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkState {
    /// ●
    Met,
    /// ◐
    Late,
    /// ○
    NotYet,
    /// dotted ?
    NotRecognised,
}

/// One chance of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChanceMark {
    /// How it is marked.
    pub state: MarkState,
    /// The step to look at, by position in the debrief.
    pub step: Option<usize>,
    /// What the customer said.
    pub cue: Bilingual,
    /// The trainee's words, where words decided it.
    pub quote: Option<Bilingual>,
    /// The sentence, with the quotes in it.
    pub line: Bilingual,
    /// Lines that would have met it.
    pub models: Vec<Bilingual>,
}

/// A key point with all its chances.
#[derive(Debug, Clone, PartialEq)]
pub struct PointRow {
    /// Which.
    pub point: KeyPoint,
    /// What it came to.
    pub state: PointState,
    /// 0–1.
    pub credit: Option<f64>,
    /// One mark a chance, in order.
    pub marks: Vec<ChanceMark>,
    /// What to say where no chance opened.
    pub never: Bilingual,
}

pub(super) fn rows(session: &Session, card: &Scorecard, quotes: &Quotes<'_>) -> Vec<PointRow> {
    let rows = card.points.iter().map(|score| PointRow {
        point: score.point,
        state: score.state,
        credit: score.credit,
        marks: session
            .state()
            .tally
            .chances
            .iter()
            .filter(|record| record.chance.point == score.point)
            .filter_map(|record| mark(session, record, quotes))
            .collect(),
        never: Feedback::builtin().point(score.point).map(|lines| lines.never.clone()).unwrap_or_default(),
    });
    rows.collect()
}

fn mark(session: &Session, record: &ChanceRecord, quotes: &Quotes<'_>) -> Option<ChanceMark> {
    let scenario = session.scenario();
    let turn = scenario.turns.get(usize::from(record.turn))?;
    let lines = Feedback::builtin().point(record.chance.point)?;
    let (state, words, template) = match record.state {
        ChanceState::Met(mark) => (MarkState::Met, Some(mark), &lines.met),
        ChanceState::Late(mark) => (MarkState::Late, Some(mark), &lines.late),
        ChanceState::Lost(mark) => (MarkState::NotYet, Some(mark), &lines.not_yet),
        ChanceState::Closed if record.unread => (MarkState::NotRecognised, None, &lines.not_recognised),
        ChanceState::Closed => (MarkState::NotYet, None, &lines.not_yet),
        ChanceState::Open | ChanceState::CutShort => return None,
    };
    let step = words.map_or(record.opened, |mark| mark.answer);
    let step = quotes.step(step);
    let asked = quotes.asked(record.opened).or_else(|| turn.says.first().cloned()).unwrap_or_default();
    let cue = short(&asked);
    let quote = match state {
        MarkState::NotRecognised => quotes.said(record.opened),
        _ => words.and_then(|mark| quotes.quote(mark)),
    };
    let line = fill(template, quote.as_ref().unwrap_or(&cue), &cue, &scenario.customer.name);
    let models = if state == MarkState::Met { Vec::new() } else { turn.model.clone() };
    Some(ChanceMark { state, step, cue, quote, line, models })
}
