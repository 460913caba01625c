//! The clock of a turn: what was just said and can be taken back, then what came of it, step by step. Draws nothing.

use std::ops::Range;

use super::transcript::{Item, Row};
use crate::ui::action::Action;
use crate::ui::reveal;

/// Milliseconds after the answer at which the meters move and the cause shows.
pub(super) const METERS: f32 = 240.0;
/// Milliseconds after the answer at which the first line begins.
const FIRST_LINE: f32 = 400.0;
/// Milliseconds between two lines.
const BETWEEN: f32 = 350.0;
/// Milliseconds the gate takes to swing.
const GATE: f32 = 600.0;
/// Milliseconds until the dock wakes.
const WAKE: f32 = 150.0;
/// Seconds after which an answer that came to nothing gives the dock back.
const LOST: f64 = 0.4;
/// Milliseconds in which a line just said can't be hurried: a double press must not cost the way back.
const SETTLED: f64 = 0.25;

/// Something said or done that still can be taken back.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pending {
    /// What to ask for when the time has run out.
    pub action: Action,
    /// As it stands in the talk.
    pub words: String,
    /// Own words, to be given back to the box.
    pub typed: bool,
    /// Seconds.
    pub since: f64,
    /// For how long; `None` waits for a confirmation.
    pub millis: Option<u32>,
}

/// What the screen is waiting for.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Phase {
    /// The trainee.
    #[default]
    Awake,
    /// The time in which a line can be taken back.
    Pending(Pending),
    /// The session, which was told just now.
    Sent(f64),
    /// The customer, who answers.
    Reveal { since: f64, lines: f32, whole: f32 },
}

impl Phase {
    /// Whether the dock takes answers.
    pub fn awake(&self) -> bool {
        matches!(self, Self::Awake)
    }

    pub fn pending(&self) -> Option<&Pending> {
        if let Self::Pending(pending) = self { Some(pending) } else { None }
    }

    /// Milliseconds since the customer began to answer; everything where nobody is answering.
    pub fn millis(&self, now: f64) -> f32 {
        match self {
            Self::Reveal { since, .. } => ((now - since) * 1000.0) as f32,
            _ => f32::MAX,
        }
    }

    /// Whether the gate and what was settled may be shown as they are now.
    pub fn lines_done(&self, now: f64) -> bool {
        match self {
            Self::Reveal { lines, .. } => self.millis(now) >= *lines,
            _ => true,
        }
    }

    /// Moves on with time; what to ask for, and whether the dock woke up.
    pub fn tick(&mut self, now: f64) -> (Option<Action>, bool) {
        match self {
            Self::Pending(Pending { since, millis: Some(millis), .. })
                if (now - *since) * 1000.0 >= f64::from(*millis) =>
            {
                (self.commit(now), false)
            }
            Self::Sent(since) if now - *since > LOST => {
                *self = Self::Awake;
                (None, true)
            }
            Self::Reveal { since, whole, .. } if (now - *since) * 1000.0 >= f64::from(*whole) => {
                *self = Self::Awake;
                (None, true)
            }
            _ => (None, false),
        }
    }

    /// Ends the time in which it could be taken back.
    pub fn commit(&mut self, now: f64) -> Option<Action> {
        let Self::Pending(pending) = std::mem::replace(self, Self::Sent(now)) else { return None };
        Some(pending.action)
    }

    /// Takes the line back, as if it had not been said.
    pub fn take_back(&mut self) -> Option<Pending> {
        match std::mem::take(self) {
            Self::Pending(pending) => Some(pending),
            other => {
                *self = other;
                None
            }
        }
    }

    /// Shows all at once: what to ask for, and whether the dock woke up.
    pub fn hurry(&mut self, now: f64) -> (Option<Action>, bool) {
        match self {
            Self::Pending(pending) if pending.millis.is_some() && now - pending.since >= SETTLED => {
                (self.commit(now), false)
            }
            Self::Reveal { .. } => {
                *self = Self::Awake;
                (None, true)
            }
            _ => (None, false),
        }
    }

    /// Seconds until something changes by itself.
    pub fn next(&self, now: f64) -> Option<f64> {
        match self {
            Self::Awake => None,
            Self::Pending(pending) => {
                let left = pending.millis.map(|millis| pending.since + f64::from(millis) / 1000.0 - now);
                left.map(|left| left.max(0.001))
            }
            Self::Sent(_) => Some(0.05),
            Self::Reveal { .. } => Some(0.0),
        }
    }
}

/// The phase in which `range` of the rows appears, each told when.
pub(super) fn reveal_rows(items: &mut [Item], range: Range<usize>, now: f64, gate_moves: bool) -> Phase {
    for item in items.get_mut(..range.start).unwrap_or_default() {
        (item.start, item.end) = (0.0, 0.0);
    }
    let mut at = METERS;
    let mut spoken = false;
    for item in items.get_mut(range).unwrap_or_default() {
        match &item.row {
            Row::Own { .. } => {}
            Row::Line { text, .. } => {
                at = if spoken { at + BETWEEN } else { FIRST_LINE };
                spoken = true;
                item.start = at;
                at += reveal::duration(text);
                item.end = at;
            }
            // What the trainee just did stands at once; the last picture comes after the last line.
            Row::Stage(_) if spoken => {
                at += BETWEEN * 2.0;
                (item.start, item.end) = (at, at);
            }
            Row::Stage(_) => {}
            Row::News { .. } | Row::Warning(_) => (item.start, item.end) = (at, at),
        }
    }
    if !spoken && !gate_moves {
        // Looking, noting, a hint, a warning: nobody speaks, nothing to wait for.
        return Phase::Awake;
    }
    Phase::Reveal { since: now, lines: at, whole: at + WAKE + if gate_moves { GATE } else { 0.0 } }
}
