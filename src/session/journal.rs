//! The journal of a talk: enough to play it again, word for word. Writes no files; see `store`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Session;
use super::event::{Event, Refused};
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::text::Lang;

/// The version of the journal this app writes.
pub const FORMAT: u32 = 1;

/// How the talk is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Mode {
    /// Reasons shown as it goes.
    #[default]
    Coached,
    /// Words for feelings, no reasons.
    Alone,
    /// No hints, result opened by the trainer.
    Exam,
}

/// What a talk is a record of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// [`FORMAT`].
    pub format: u32,
    /// Version of the app that wrote it.
    pub app: String,
    /// Identity of the attempt (UUID v7).
    pub id: String,
    /// The scene's id.
    pub scenario: String,
    /// SHA-256 of the scene as it was played.
    pub fingerprint: String,
    /// Version of the rubric.
    pub rubric: String,
    /// Draws wordings and the order of cards.
    pub seed: u64,
    /// Language the talk began in.
    pub lang: Lang,
    /// How it is played.
    pub mode: Mode,
    /// When it began, RFC 3339.
    pub started: String,
    /// The trainee's code name.
    pub trainee: String,
}

/// An event with its place in the order and in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamped {
    /// Position, from 0: order never depends on a clock.
    pub n: u32,
    /// Milliseconds since the talk began; never scored.
    pub at: u64,
    /// What happened.
    pub event: Event,
}

/// Everything that happened in a talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    /// What it is a record of.
    pub header: Header,
    /// What happened.
    pub events: Vec<Stamped>,
}

/// Why a journal can't be played again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplayError {
    /// It belongs to another wording of the scene.
    OtherScene,
    /// The event at this position can't happen there.
    Refused(u32, Refused),
}

impl Journal {
    /// Plays the whole journal again.
    ///
    /// # Errors
    /// [`ReplayError`] where the scene isn't the one played or an event can't happen.
    pub fn replay(&self, scenario: &Arc<Scenario>, rubric: &Arc<Rubric>) -> Result<Session, ReplayError> {
        self.replay_to(scenario, rubric, self.events.len())
    }

    /// Plays the first `count` events again: the state before event `count`.
    ///
    /// # Errors
    /// As [`Journal::replay`].
    pub fn replay_to(
        &self,
        scenario: &Arc<Scenario>,
        rubric: &Arc<Rubric>,
        count: usize,
    ) -> Result<Session, ReplayError> {
        if self.header.fingerprint != scenario.fingerprint {
            return Err(ReplayError::OtherScene);
        }
        let mut session = Session::open(Arc::clone(scenario), Arc::clone(rubric), self.header.clone());
        for stamped in self.events.iter().take(count) {
            session
                .act(stamped.event.clone(), stamped.at)
                .map_err(|refused| ReplayError::Refused(stamped.n, refused))?;
        }
        Ok(session)
    }
}
