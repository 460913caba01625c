//! A talk being played: the journal, the state and the talk so far, kept in step. Judges nothing itself.

use std::sync::Arc;

use super::event::{Event, Refused};
use super::journal::{Header, Journal, Stamped};
use super::state::State;
use super::talk::Talk;
use super::{open, step};
use crate::rubric::{Recovery, Rubric, Scorecard, score};
use crate::scenario::Scenario;

/// A running talk.
#[derive(Debug, Clone)]
pub struct Session {
    scenario: Arc<Scenario>,
    rubric: Arc<Rubric>,
    journal: Journal,
    state: State,
    talk: Talk,
}

impl Session {
    /// Opens the talk: the customer's first words are in [`Session::talk`].
    #[must_use]
    pub fn open(scenario: Arc<Scenario>, rubric: Arc<Rubric>, header: Header) -> Self {
        let (state, effects) = open(&scenario, &rubric, header.seed);
        let mut talk = Talk::new(&scenario);
        talk.hear(None, &effects);
        Self { scenario, rubric, journal: Journal { header, events: Vec::new() }, state, talk }
    }

    /// Something happens, `at` milliseconds after the talk began; the journal grows by one event.
    ///
    /// # Errors
    /// [`Refused`] where it can't happen now; nothing has changed then.
    pub fn act(&mut self, event: Event, at: u64) -> Result<(), Refused> {
        let (state, effects) = step(&self.scenario, &self.rubric, &self.state, &event)?;
        let n = u32::try_from(self.journal.events.len()).unwrap_or(u32::MAX);
        self.talk.hear(Some((n, &event, self.state.turn, &self.scenario)), &effects);
        self.state = state;
        self.journal.events.push(Stamped { n, at, event });
        Ok(())
    }

    /// The scene.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The figures it is scored by.
    #[must_use]
    pub fn rubric(&self) -> &Arc<Rubric> {
        &self.rubric
    }

    /// What happened.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What was said and done, in order.
    #[must_use]
    pub fn talk(&self) -> &Talk {
        &self.talk
    }

    /// The score of the talk as it stands (final once it is over).
    #[must_use]
    pub fn scorecard(&self) -> Scorecard {
        let exam = self.journal.header.mode == super::Mode::Exam;
        scorecard(&self.scenario, &self.rubric, &self.state, exam)
    }
}

/// The score of a state.
#[must_use]
pub fn scorecard(scenario: &Scenario, rubric: &Rubric, state: &State, exam: bool) -> Scorecard {
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let recovery = Recovery {
        heat_at_start: scenario.customer.heat,
        heat_at_end: state.emotion.heat.get(),
        calm: scenario.calm,
        agreed: count(state.agreed.len()),
        declared: count(scenario.agreements.len()),
    };
    score(rubric, &state.tally, recovery, scenario.excellent_weight, exam)
}
