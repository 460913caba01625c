//! A lexicon pack as a trainer writes it: sets, stop-frames and rules that carry their own tests. Matches nothing itself.

use serde::Deserialize;

use super::pattern::Sets;
use crate::rubric::{Move, Strength};
use crate::text::Lang;

/// One file of the lexicon.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// The language its rules read.
    pub lang: Lang,
    /// Named sets of wordings, usable in every pack of this language that comes later.
    #[serde(default)]
    pub sets: Sets,
    /// Words that turn what follows into its opposite.
    #[serde(default)]
    pub negators: Vec<String>,
    /// Frames in which a shorter anchor means nothing: 不好意思 holds no 不.
    #[serde(default)]
    pub stops: Vec<String>,
    /// The rules.
    #[serde(default)]
    pub rules: Vec<Rule>,
}

/// One rule: wordings that show one move.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Unique in its language, `move/name`.
    pub id: String,
    /// The move its words show.
    pub shows: Move,
    /// Patterns; one is enough.
    pub any: Vec<String>,
    /// Patterns that forbid it in the same clauses.
    #[serde(default)]
    pub not: Vec<String>,
    /// Patterns that forbid it in the same sentence.
    #[serde(default)]
    pub not_near: Vec<String>,
    /// Patterns that forbid it anywhere in the reply.
    #[serde(default)]
    pub not_reply: Vec<String>,
    /// Where given, one of these must stand in the same sentence.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Patterns in the same sentence that make it hollow: 如果让您不舒服, "you feel that way".
    #[serde(default)]
    pub hollow: Vec<String>,
    /// Words of which the customer's last line must hold one, where given.
    #[serde(default)]
    pub after: Vec<String>,
    /// Whether the wording itself names the feeling together with its cause.
    #[serde(default)]
    pub strength: Strength,
    /// The wording carries its own negation, so that none before it turns it round.
    #[serde(default)]
    pub own_not: bool,
    /// Whether it is asked or told.
    #[serde(default)]
    pub ask: Ask,
    /// Counts inside an if-clause as well.
    #[serde(default)]
    pub in_if: bool,
    /// So bare that a later "but" takes it back.
    #[serde(default)]
    pub bare: bool,
    /// Never counts by itself; only its near-miss is told.
    #[serde(default)]
    pub miss_only: bool,
    /// Counts only where the reply shows nothing else.
    #[serde(default)]
    pub alone: bool,
    /// Sentences that show it.
    pub yes: Vec<String>,
    /// Sentences that don't.
    pub no: Vec<String>,
}

/// Whether a wording must be a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Either.
    #[default]
    Either,
    /// A question only.
    Only,
    /// Never a question.
    Never,
}
