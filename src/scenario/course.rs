//! The course of a talk as written: turns, replies, where they lead, how it ends. The other half of `document`; means nothing yet.

use serde::{Deserialize, Serialize};

use super::condition::WrittenCondition;
use super::document::{Name, Phrase};
use super::written::{ChanceEdit, WrittenCue, WrittenTag};
use crate::diag::Spanned;
use crate::rubric::{CriticalKind, Outcome};

/// A clock that runs out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Id.
    pub id: Name,
    /// Answers of the trainee after which it strikes, counted from the start of `stage`.
    pub after: u16,
    /// The stage it runs in.
    pub stage: Name,
    /// Not if this holds.
    #[serde(default)]
    pub unless: Option<WrittenCondition>,
    /// Where the talk goes.
    pub go: Name,
}

/// What happens besides words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WrittenChange {
    /// Added to heat, after the temperament's response.
    pub heat: i8,
    /// Added to trust.
    pub trust: i8,
    /// Agreements reached (only if it lands).
    pub agrees: Vec<Name>,
    /// Promises made.
    pub promises: Vec<Name>,
    /// Promises kept.
    pub keeps: Vec<Name>,
    /// Promises broken.
    pub breaks: Vec<Name>,
    /// Facts learned.
    pub learns: Vec<Name>,
}

/// What the customer says, and what may be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// Id.
    pub id: Name,
    /// Stage, where it changes.
    #[serde(default)]
    pub stage: Option<Name>,
    /// Who speaks, if not the customer.
    #[serde(default)]
    pub by: Option<Name>,
    /// Bearing or action before the words: “（看了眼表）”.
    #[serde(default)]
    pub does: Option<Phrase>,
    /// Wordings, drawn by seed.
    pub says: Vec<Phrase>,
    /// Wordings at heat ≥ 60.
    #[serde(default)]
    pub hot: Vec<Phrase>,
    /// Wordings at heat < 30.
    #[serde(default)]
    pub cool: Vec<Phrase>,
    /// Cues with strength.
    #[serde(default)]
    pub cues: Vec<WrittenCue>,
    /// Chances besides those that follow from the cues.
    #[serde(default)]
    pub chances: Vec<ChanceEdit>,
    /// What happens when the turn is reached.
    #[serde(default)]
    pub change: WrittenChange,
    /// Answers that get nowhere before the customer goes on by himself; default from the temperament.
    #[serde(default)]
    pub patience: Option<u8>,
    /// Lines to choose from; none on a turn that only passes on.
    #[serde(default)]
    pub replies: Vec<Reply>,
    /// What answers of one's own lead to: the first that holds.
    #[serde(default)]
    pub heard: Vec<Heard>,
    /// What the customer says if nothing else fits: first time, second time …
    #[serde(default)]
    pub otherwise: Vec<Phrase>,
    /// How a fix too soon bounces here.
    #[serde(default)]
    pub bounces: Vec<Phrase>,
    /// Where it goes when patience is used up; `end` by default.
    #[serde(default)]
    pub gives_up: Option<Name>,
    /// Goes on without an answer: the first route that holds.
    #[serde(default)]
    pub then: Vec<Route>,
    /// Good answers for the debrief, in two voices.
    #[serde(default)]
    pub model: Vec<Phrase>,
    /// Names the cue, not the sentence.
    #[serde(default)]
    pub hint: Option<Phrase>,
}

/// A line the trainee can pick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Id, unique in its turn.
    pub id: Name,
    /// The words.
    pub text: Phrase,
    /// What they show, in the order they show it.
    pub moves: Vec<WrittenTag>,
    /// Where it leads.
    pub go: Name,
    /// What else happens if it lands.
    #[serde(default)]
    pub change: WrittenChange,
    /// Only while this holds.
    #[serde(default)]
    pub when: Option<WrittenCondition>,
    /// Why it can't be chosen, where `when` doesn't hold; hidden without a reason.
    #[serde(default)]
    pub unavailable: Option<Phrase>,
    /// Gone once said.
    #[serde(default)]
    pub once: bool,
    /// Harm so grave that it caps the score; the warning comes first.
    #[serde(default)]
    pub critical: Option<Critical>,
    /// What it did and what would do better, for the debrief.
    pub why: Phrase,
}

/// Critical harm (SCORING §4, caps).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Critical {
    /// What kind.
    pub kind: CriticalKind,
    /// Said before it is done; doing it again confirms.
    pub warning: Phrase,
}

/// What an answer of one's own leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heard {
    /// When.
    pub when: WrittenCondition,
    /// Where it leads.
    pub go: Name,
    /// What else happens if it lands.
    #[serde(default)]
    pub change: WrittenChange,
}

/// Where a passing turn leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// When; always without it.
    #[serde(default)]
    pub when: Option<WrittenCondition>,
    /// Where.
    pub go: Name,
}

/// What becomes of a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Which promise.
    pub promise: Name,
    /// Kept if the ledger says so, or this holds.
    #[serde(default)]
    pub kept_when: Option<WrittenCondition>,
    /// The turn played if it was kept.
    pub kept: Name,
    /// The turn played if it was broken.
    pub broken: Name,
}

/// A way the scene can end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Id.
    pub id: Name,
    /// When; the last ending has none.
    #[serde(default)]
    pub when: Option<WrittenCondition>,
    /// The tier of the service waterfall.
    pub outcome: Outcome,
    /// The last picture.
    pub says: Phrase,
}

/// A transcript that proves what the scene measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Golden {
    /// `excellent`, `cold`, `soothing`, `argumentative`, `critical` …
    pub name: Name,
    /// Does it pass?
    pub passes: bool,
    /// One action a line, as for `play --script`.
    pub script: Vec<Spanned<String>>,
}
