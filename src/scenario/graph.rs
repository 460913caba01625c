//! A scenario as it is played: every name resolved, every walk safe. Keeps nothing of how it was written.

use super::document::{Channel, SettingKind, Trade, Want};
use super::portrait::Face;
use crate::customer::Temperament;
use crate::rubric::{Chance, CriticalKind, Cue, CueKind, Evidence, KeyPoint, Move, Outcome};
use crate::text::Bilingual;

macro_rules! index {
    ($($(#[doc = $doc:literal])* $name:ident)*) => {
        $(
            $(#[doc = $doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $name(pub(crate) u16);

            impl $name {
                /// Position in the scenario's list.
                #[must_use]
                pub fn index(self) -> usize {
                    usize::from(self.0)
                }
            }
        )*
    };
}

index! {
    /// A turn; only a scenario makes one, so walking cannot fail.
    TurnIx
    /// A reply of the turn at hand.
    ReplyIx
    /// A stage.
    StageIx
    /// A setting.
    SettingIx
    /// A person other than the customer.
    PersonIx
    /// A fact.
    FactIx
    /// A clue.
    ClueIx
    /// An agreement.
    AgreementIx
    /// A promise.
    PromiseIx
    /// An ending.
    EndingIx
}

/// A checked scenario.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the fields are those of `Document`, where each is described")]
pub struct Scenario {
    pub id: String,
    /// SHA-256 of the file's bytes, in hex: which wording was played.
    pub fingerprint: String,
    pub title: Bilingual,
    pub trade: Trade,
    pub level: u8,
    pub minutes: u8,
    pub sources: Vec<Bilingual>,
    pub brief: Bilingual,
    pub role: Bilingual,
    pub customer: Customer,
    pub people: Vec<Bilingual>,
    pub calm: u8,
    pub agreements: Vec<Labelled>,
    pub stages: Vec<Stage>,
    pub settings: Vec<Setting>,
    pub authority: Vec<Labelled>,
    pub cannot: Vec<Cannot>,
    pub facts: Vec<Fact>,
    pub burdens: Vec<WordLists>,
    pub clues: Vec<Clue>,
    pub promises: Vec<PromiseNote>,
    pub bounces: Vec<Bilingual>,
    pub deadlines: Vec<Deadline>,
    pub turns: Vec<Turn>,
    pub follow_up: Vec<FollowUp>,
    pub endings: Vec<Ending>,
    pub goldens: Vec<Golden>,
    /// Chance weight that the `excellent` golden opens (coverage, SCORING §4); `None` without one.
    pub excellent_weight: Option<u32>,
}

/// An id with words.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Labelled {
    pub id: String,
    pub text: Bilingual,
}

/// The customer as the scene begins.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Customer`")]
pub struct Customer {
    pub name: Bilingual,
    pub temperament: Temperament,
    pub heat: u8,
    pub trust: u8,
    pub wants: Vec<Want>,
    pub want: Bilingual,
    pub secret: Option<FactIx>,
    pub face: Face,
}

/// A place and time.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Stage`")]
pub struct Stage {
    pub name: Bilingual,
    pub public: bool,
    pub quiet: Option<Bilingual>,
    pub channel: Channel,
}

/// A change of setting.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Setting`")]
pub struct Setting {
    pub id: String,
    pub kind: SettingKind,
    pub label: Bilingual,
    pub says: Bilingual,
    pub shows: Vec<Evidence>,
    pub stages: Vec<StageIx>,
    pub when: Option<Condition>,
    pub unavailable: Option<Bilingual>,
}

/// Something that can't be granted.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Cannot`")]
pub struct Cannot {
    pub text: Bilingual,
    pub instead: Bilingual,
}

/// Word lists in both languages.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct WordLists {
    pub zh: Vec<String>,
    pub en: Vec<String>,
}

/// A fact of the case.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Fact`")]
pub struct Fact {
    pub id: String,
    pub text: Bilingual,
    pub words: WordLists,
}

/// Something to be seen.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Clue`")]
pub struct Clue {
    pub id: String,
    pub seen: Bilingual,
    pub means: Bilingual,
    pub at: Vec<TurnIx>,
}

/// A promise that can be made.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::PromiseNote`")]
pub struct PromiseNote {
    pub id: String,
    pub text: Bilingual,
    pub within_authority: bool,
}

/// Where an answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To a turn.
    Turn(TurnIx),
    /// The talk closes.
    End,
}

/// A clock that runs out.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Deadline`")]
pub struct Deadline {
    pub after: u16,
    pub stage: StageIx,
    pub unless: Option<Condition>,
    pub go: Target,
}

/// What happens besides words.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "described in `document::WrittenChange`")]
pub struct Change {
    pub heat: i8,
    pub trust: i8,
    pub agrees: Vec<AgreementIx>,
    pub promises: Vec<PromiseIx>,
    pub keeps: Vec<PromiseIx>,
    pub breaks: Vec<PromiseIx>,
    pub learns: Vec<FactIx>,
}

/// What the customer says, and what may be answered.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Turn`")]
pub struct Turn {
    pub id: String,
    pub stage: StageIx,
    pub by: Option<PersonIx>,
    pub does: Option<Bilingual>,
    pub says: Vec<Bilingual>,
    pub hot: Vec<Bilingual>,
    pub cool: Vec<Bilingual>,
    pub cues: Vec<Cue>,
    pub added: Vec<Chance>,
    pub dropped: Vec<KeyPoint>,
    pub change: Change,
    pub patience: Option<u8>,
    pub replies: Vec<Reply>,
    pub heard: Vec<Heard>,
    pub otherwise: Vec<Bilingual>,
    pub bounces: Vec<Bilingual>,
    pub gives_up: Target,
    pub then: Vec<Route>,
    pub model: Vec<Bilingual>,
    pub hint: Option<Bilingual>,
}

impl Turn {
    /// Strength of the strongest cue of this kind, 0 if there is none.
    #[must_use]
    pub fn cue(&self, kind: CueKind) -> u8 {
        self.cues.iter().filter(|cue| cue.kind == kind).map(|cue| cue.strength).max().unwrap_or(0)
    }
}

/// A line the trainee can pick.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Reply`")]
pub struct Reply {
    pub id: String,
    pub text: Bilingual,
    pub shows: Vec<Evidence>,
    pub go: Target,
    pub change: Change,
    pub when: Option<Condition>,
    pub unavailable: Option<Bilingual>,
    pub once: bool,
    pub critical: Option<(CriticalKind, Bilingual)>,
    pub why: Bilingual,
}

/// What an answer of one's own leads to.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Heard`")]
pub struct Heard {
    pub when: Condition,
    pub go: Target,
    pub change: Change,
}

/// Where a passing turn leads.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Route`")]
pub struct Route {
    pub when: Option<Condition>,
    pub go: Target,
}

/// What becomes of a promise.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::FollowUp`")]
pub struct FollowUp {
    pub promise: PromiseIx,
    pub kept_when: Option<Condition>,
    pub kept: TurnIx,
    pub broken: TurnIx,
}

/// A way the scene can end.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Ending`")]
pub struct Ending {
    pub id: String,
    pub when: Option<Condition>,
    pub outcome: Outcome,
    pub says: Bilingual,
}

/// A transcript that proves what the scene measures.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `document::Golden`")]
pub struct Golden {
    pub name: String,
    pub passes: bool,
    pub script: Vec<String>,
}

/// A resolved condition; see `condition::WrittenCondition` for what each asks.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "described in `condition`")]
pub enum Condition {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Shows(Move),
    Plain(super::condition::Plain),
    Number(super::condition::Numeric, u16),
    FactKnown(FactIx),
    ClueSeen(ClueIx),
    Names(FactIx),
    Agreed(AgreementIx),
    Promised(PromiseIx),
    Kept(PromiseIx),
    Broken(PromiseIx),
    Been(TurnIx),
    Picked(TurnIx, ReplyIx),
    SettingChosen(SettingIx),
}

impl Scenario {
    /// The turn that opens the talk.
    #[must_use]
    pub fn opening(&self) -> TurnIx {
        TurnIx(0)
    }

    /// The turn at `ix`.
    #[must_use]
    pub fn turn(&self, ix: TurnIx) -> &Turn {
        &self.turns[ix.index()]
    }

    /// The stage at `ix`.
    #[must_use]
    pub fn stage(&self, ix: StageIx) -> &Stage {
        &self.stages[ix.index()]
    }

    /// The golden of this name.
    #[must_use]
    pub fn golden(&self, name: &str) -> Option<&Golden> {
        self.goldens.iter().find(|golden| golden.name == name)
    }
}
