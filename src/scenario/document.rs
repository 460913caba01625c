//! A scenario file as written (`format: 1`). Means nothing yet: `resolve` turns it into a `Scenario`.

use serde::{Deserialize, Serialize};

use super::condition::WrittenCondition;
use super::portrait::Face;
use super::written::{ChanceEdit, WrittenCue, WrittenTag};
use crate::customer::Temperament;
use crate::diag::Spanned;
use crate::rubric::{CriticalKind, Outcome};
use crate::text::Bilingual;

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
