//! What goes into reading a typed reply and what comes out of it. Holds no way of reading.

use serde::{Deserialize, Serialize};

use crate::rubric::{Evidence, Move, Words};
use crate::text::{Bilingual, Lang};

/// What the reader is told about the moment a reply is typed in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// The language of the talk.
    pub lang: Lang,
    /// What the customer said last.
    pub customer: &'a str,
    /// What the trainee may promise, in plain words of `lang`.
    pub authority: &'a [String],
    /// Facts of the scene: id, and the wordings that name it in `lang`.
    pub facts: &'a [(String, Vec<String>)],
    /// Burdens of this customer: for each, the wordings that name it in `lang`.
    pub burdens: &'a [Vec<String>],
    /// What the trainee said earlier in this talk.
    pub earlier: &'a [String],
}

/// What a typed reply shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Moves that count, in order of appearance.
    pub moves: Vec<Evidence>,
    /// Wordings that look like a move and don't count, with the reason.
    pub near_misses: Vec<NearMiss>,
    /// Ids of the facts it names.
    pub names: Vec<String>,
    /// Clauses of some length in which nothing was recognised.
    pub unread: Vec<Words>,
    /// Which reader this was; journalled with what was found.
    pub engine: String,
}

impl Reading {
    /// True where `shows` counts.
    #[must_use]
    pub fn shows(&self, shows: Move) -> bool {
        self.moves.iter().any(|found| found.shows == shows)
    }
}

/// A wording of a move that doesn't count here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NearMiss {
    /// The move it looks like.
    pub shows: Move,
    /// Where it stands in the reply.
    pub words: Words,
    /// How it is said.
    pub scope: Scope,
    /// The rule that recognised it.
    pub rule: String,
    /// One sentence to the trainee.
    pub why: Bilingual,
}

/// How a wording is said. Only what is asserted counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Plainly, in the speaker's own name.
    Asserted,
    /// With a "not" before it.
    Negated,
    /// As somebody else's words.
    Quoted,
    /// Only if something holds.
    Hypothetical,
    /// Taken back by what follows.
    Cancelled,
    /// As a question where a statement is needed.
    Question,
    /// In the wording of an earlier reply.
    Repeated,
    /// In the customer's own words.
    Copied,
    /// In a heap of keywords, or in words meant for the program.
    Piled,
}

/// What a reader of meaning (the trained tagger) holds likely; rules judge beside it, see [`super::read_with`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// The move.
    pub shows: Move,
    /// The clauses that carry it, as bytes of the reply.
    pub words: Words,
    /// How likely, in thousandths: whole numbers, so that a journal replays alike everywhere.
    pub per_mille: u16,
}
