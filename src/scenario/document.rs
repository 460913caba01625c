//! A scenario file as written (`format: 1`). Means nothing yet: `resolve` turns it into a `Scenario`.

use serde::{Deserialize, Serialize};

use super::condition::WrittenCondition;
use super::portrait::Face;
use super::written::WrittenTag;
use crate::customer::Temperament;
use crate::diag::Spanned;
use crate::text::Bilingual;

pub use super::course::*;

/// The format this app writes and reads.
pub const FORMAT: u32 = 1;
/// The destination that closes the talk.
pub const END: &str = "end";

/// An id, or a reference to one, and where it was written: `[a-z0-9-]{1,64}`.
pub type Name = Spanned<String>;

/// Words in both languages, each knowing where it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// Simplified Chinese.
    pub zh: Spanned<String>,
    /// British English.
    pub en: Spanned<String>,
}

impl Phrase {
    /// The words alone.
    #[must_use]
    pub fn bilingual(&self) -> Bilingual {
        Bilingual::new(self.zh.value.clone(), self.en.value.clone())
    }
}

/// Word lists in both languages: what a reply must contain to name a fact or a burden.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchors {
    /// Chinese anchors, noun plus number or verb.
    pub zh: Vec<Spanned<String>>,
    /// English anchors.
    pub en: Vec<Spanned<String>>,
}

/// A whole scenario file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Scenario")]
pub struct Document {
    /// Version of this language; 1.
    pub format: u32,
    /// Same as the file's name without `.ron`.
    pub id: Name,
    /// Short title.
    pub title: Phrase,
    /// Line of business.
    pub trade: Trade,
    /// 1 first steps … 5 hardest.
    pub level: u8,
    /// How long a talk takes.
    pub minutes: u8,
    /// Where facts, figures and law come from, with their status.
    #[serde(default)]
    pub sources: Vec<Phrase>,
    /// What the trainee knows beforehand (at most 120 Han).
    pub brief: Phrase,
    /// Whom the trainee plays.
    pub role: Phrase,
    /// The customer.
    pub customer: Customer,
    /// Everybody else who speaks.
    #[serde(default)]
    pub people: Vec<Person>,
    /// Heat at which the customer is calm (SCORING §4), 0–100.
    #[serde(default = "default_calm")]
    pub calm: u8,
    /// What a good talk reaches.
    pub agreements: Vec<Labelled>,
    /// Where the talk takes place, in order of appearance.
    pub stages: Vec<Stage>,
    /// Places, people and times the trainee may change to.
    #[serde(default)]
    pub settings: Vec<Setting>,
    /// What may be promised.
    #[serde(default)]
    pub authority: Vec<Labelled>,
    /// What cannot be granted, and what may be offered instead.
    #[serde(default)]
    pub cannot: Vec<Cannot>,
    /// Facts of the case: make a reply specific; found by asking and listening.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// What weighs on the customer: naming it makes an acknowledgement specific.
    #[serde(default)]
    pub burdens: Vec<Burden>,
    /// What can be seen by looking.
    #[serde(default)]
    pub clues: Vec<Clue>,
    /// What the trainee can promise; outside `within` it is over-promising.
    #[serde(default)]
    pub promises: Vec<PromiseNote>,
    /// How the customer throws back a fix that comes too early, where the turn has no line of its own.
    pub bounces: Vec<Phrase>,
    /// Clocks that run out.
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    /// The talk; the first turn opens it.
    pub turns: Vec<Turn>,
    /// What becomes of promises, after the talk.
    #[serde(default)]
    pub follow_up: Vec<FollowUp>,
    /// How it can end; the first that holds.
    pub endings: Vec<Ending>,
    /// Transcripts that prove what the scene measures, best score first.
    #[serde(default)]
    pub goldens: Vec<Golden>,
}

fn default_calm() -> u8 {
    15
}

/// Lines of business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Trade {
    Hotel,
    Car,
    Coach,
    Bank,
    Computer,
    Shop,
    Telecom,
    Health,
    Property,
    Other,
}

/// What a complainer wants (DOMAIN §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Want {
    /// To be cared for and respected.
    Respect,
    /// To be heard.
    Heard,
    /// Fair compensation.
    Compensation,
    /// A professional who owns it.
    Ownership,
    /// A fast answer.
    FastAnswer,
    /// The matter looked into to the bottom.
    LookedInto,
}

/// The customer as the scene begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Customer {
    /// How staff address them.
    pub name: Phrase,
    /// How worry sounds.
    pub temperament: Temperament,
    /// 0 calm … 100 furious.
    pub heat: u8,
    /// 0 none … 100 full.
    pub trust: u8,
    /// What they want of any house.
    pub wants: Vec<Want>,
    /// What they really want, behind the demand; shown in the debrief.
    pub want: Phrase,
    /// The fact told only to somebody who listens.
    #[serde(default)]
    pub secret: Option<Name>,
    /// What they look like.
    pub face: Face,
}

/// Somebody else in the scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Id used in `by`.
    pub id: Name,
    /// Name and what they are, short.
    pub name: Phrase,
}

/// An id with words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labelled {
    /// Id.
    pub id: Name,
    /// What it says.
    pub text: Phrase,
}

/// Face to face, or on the phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Channel {
    /// Across a counter.
    #[default]
    FaceToFace,
    /// On the phone.
    Phone,
}

/// A place and time the talk moves to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Id used in `stage`.
    pub id: Name,
    /// Shown in the header: “前台 14:10”.
    pub name: Phrase,
    /// Can others hear?
    #[serde(default)]
    pub public: bool,
    /// A calmer place to go, if there is one; opens point 4.
    #[serde(default)]
    pub quiet: Option<Phrase>,
    /// How they talk.
    #[serde(default)]
    pub channel: Channel,
}

/// What a change of setting changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SettingKind {
    /// Where.
    Place,
    /// With whom.
    Person,
    /// When.
    Time,
}

/// A change of setting the trainee can make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Id used by `setting` in scripts and conditions.
    pub id: Name,
    /// Where, with whom, or when.
    pub kind: SettingKind,
    /// The menu's word: “贵宾室坐坐”.
    pub label: Phrase,
    /// What the trainee says or does, as a line of the talk.
    pub says: Phrase,
    /// What it shows; default by kind: `offer_quiet_place`, `escalate`, `commit_time`.
    #[serde(default)]
    pub moves: Vec<WrittenTag>,
    /// On which stages it can be chosen; everywhere if empty.
    #[serde(default)]
    pub stages: Vec<Name>,
    /// Only while this holds.
    #[serde(default)]
    pub when: Option<WrittenCondition>,
    /// Why not, where `when` doesn't hold.
    #[serde(default)]
    pub unavailable: Option<Phrase>,
}

/// Something that can't be granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cannot {
    /// Id.
    pub id: Name,
    /// What can't be had.
    pub text: Phrase,
    /// What may be offered instead.
    pub instead: Phrase,
}

/// A fact of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Id.
    pub id: Name,
    /// As it stands in the notes.
    pub text: Phrase,
    /// 3–6 anchors a language.
    #[serde(default)]
    pub words: Anchors,
    /// Sentences that name it (tests of the anchors).
    #[serde(default)]
    pub yes: Vec<Phrase>,
    /// Sentences that don't.
    #[serde(default)]
    pub no: Vec<Phrase>,
}

/// What weighs on the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Burden {
    /// Id.
    pub id: Name,
    /// Words people use for it: 白跑一趟, "wasted trip".
    pub words: Anchors,
}

/// Something to be seen by looking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clue {
    /// Id.
    pub id: Name,
    /// What is seen or heard.
    pub seen: Phrase,
    /// What it tells.
    pub means: Phrase,
    /// At which turns; everywhere if empty.
    #[serde(default)]
    pub at: Vec<Name>,
}

/// Something the trainee can promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PromiseNote {
    /// Id.
    pub id: Name,
    /// As it stands in the ledger: who, what, by when.
    pub text: Phrase,
    /// The authority that covers it; without one it is over-promising.
    #[serde(default)]
    pub within: Option<Name>,
}
