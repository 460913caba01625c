//! The nine key points and the cues and chances they live on. Holds no scores; see `scorecard`.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// One of the nine key points (九项重点), in rubric order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyPoint {
    /// 1 Answers before the customer's patience runs out.
    RespondPromptly,
    /// 2 Says where things stand and when the customer hears.
    KeepInformed,
    /// 3 Leads with what is possible.
    SayWhatYouCanDo,
    /// 4 Moves the talk to a calmer place, with dignity.
    QuietPlace,
    /// 5 Owns it; no contradiction, no blame, no promise beyond authority.
    DoNotChallenge,
    /// 6 Lets a side issue go.
    DoNotWin,
    /// 7 Lets the customer finish.
    LetThemVent,
    /// 8 Shows agreement with something real, checks consent.
    CommonGround,
    /// 9 States the rule as what it gives this customer.
    RulesAsBenefits,
}

impl KeyPoint {
    /// All nine, in rubric order.
    pub const ALL: [Self; 9] = [
        Self::RespondPromptly,
        Self::KeepInformed,
        Self::SayWhatYouCanDo,
        Self::QuietPlace,
        Self::DoNotChallenge,
        Self::DoNotWin,
        Self::LetThemVent,
        Self::CommonGround,
        Self::RulesAsBenefits,
    ];
    /// The ids of [`KeyPoint::ALL`], in the same order.
    pub const IDS: [&'static str; 9] = [
        "respond_promptly",
        "keep_informed",
        "say_what_you_can_do",
        "quiet_place",
        "do_not_challenge",
        "do_not_win",
        "let_them_vent",
        "common_ground",
        "rules_as_benefits",
    ];

    /// Position in rubric order, 0–8.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// Stable id, as written in scenario files.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::IDS[self.index()]
    }

    /// What a trainer calls it.
    #[must_use]
    pub fn name(self) -> Bilingual {
        let (zh, en) = match self {
            Self::RespondPromptly => ("及时回应", "Respond promptly"),
            Self::KeepInformed => ("让客户了解进展", "Keep them informed"),
            Self::SayWhatYouCanDo => ("强调能做什么", "Say what you can do"),
            Self::QuietPlace => ("请到安静处", "Find a quiet place"),
            Self::DoNotChallenge => ("不挑战客户", "Don't challenge"),
            Self::DoNotWin => ("不求争赢", "Don't try to win"),
            Self::LetThemVent => ("让客户宣泄", "Let them vent"),
            Self::CommonGround => ("寻求共识", "Find common ground"),
            Self::RulesAsBenefits => ("规则讲成利益", "Turn rules into benefits"),
        };
        Bilingual::new(zh, en)
    }
}

/// What a customer turn carries besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CueKind {
    /// A feeling that wants an answer.
    Feeling,
    /// The customer wants to talk it out.
    Venting,
    /// A fact of the case is told.
    Fact,
    /// Something is demanded that can't be met as asked.
    Demand,
    /// Exaggeration or accusation.
    Provocation,
    /// Others look on.
    Bystanders,
    /// Time presses or an answer is awaited.
    Delay,
    /// A rule is in play.
    Rule,
    /// Neither side moves.
    Standoff,
    /// The customer is ready and wants something to happen.
    NextStep,
    /// Safety first.
    Urgent,
    /// A feeling that could be read either way: shown, not scored.
    Ambiguous,
}

impl CueKind {
    /// Every kind, in the order of the manual.
    pub const ALL: [Self; 12] = [
        Self::Feeling,
        Self::Venting,
        Self::Fact,
        Self::Demand,
        Self::Provocation,
        Self::Bystanders,
        Self::Delay,
        Self::Rule,
        Self::Standoff,
        Self::NextStep,
        Self::Urgent,
        Self::Ambiguous,
    ];
    /// The ids of [`CueKind::ALL`], in the same order.
    pub const IDS: [&'static str; 12] = [
        "feeling",
        "venting",
        "fact",
        "demand",
        "provocation",
        "bystanders",
        "delay",
        "rule",
        "standoff",
        "next_step",
        "urgent",
        "ambiguous",
    ];

    /// Stable id, as written in scenario files.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::IDS[self as usize]
    }

    /// What a trainer calls it.
    #[must_use]
    pub fn name(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Feeling => ("情绪", "a feeling"),
            Self::Venting => ("要倾诉", "needs to vent"),
            Self::Fact => ("事实", "a fact"),
            Self::Demand => ("要求", "a demand"),
            Self::Provocation => ("激将", "a provocation"),
            Self::Bystanders => ("旁人在场", "people watching"),
            Self::Delay => ("在等回话", "waiting for an answer"),
            Self::Rule => ("涉及规定", "a rule in play"),
            Self::Standoff => ("僵住了", "a standoff"),
            Self::NextStep => ("等下一步", "ready for the next step"),
            Self::Urgent => ("安全要紧", "safety first"),
            Self::Ambiguous => ("情绪不明", "a feeling, unclear"),
        };
        Bilingual::new(zh, en)
    }
}

/// A cue and how strong it is, 1–3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// What kind of cue.
    pub kind: CueKind,
    /// 1 faint, 2 plain, 3 strong.
    pub strength: u8,
}

/// A key point that a customer turn gives the trainee the opportunity to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chance {
    /// Which key point.
    pub point: KeyPoint,
    /// 1–3.
    pub weight: u8,
    /// Answers within which it counts: the first in full, later ones half.
    pub window: u8,
}

/// Answers for which a chance stays open unless the author says otherwise.
pub const DEFAULT_WINDOW: u8 = 2;

/// The chances that open by themselves (SCORING §3).
///
/// `first_contact`: this turn opens the talk. `quiet_exists`: there is a calmer place to go.
/// `provoked_before`: the last exchange carried a provocation or a rule dispute as well.
#[must_use]
pub fn default_chances(cues: &[Cue], first_contact: bool, quiet_exists: bool, provoked_before: bool) -> Vec<Chance> {
    let mut chances: Vec<Chance> = Vec::new();
    let mut open = |point: KeyPoint, weight: u8| {
        let weight = weight.clamp(1, 3);
        match chances.iter_mut().find(|chance| chance.point == point) {
            Some(chance) => chance.weight = chance.weight.max(weight),
            None => chances.push(Chance { point, weight, window: DEFAULT_WINDOW }),
        }
    };
    if first_contact {
        open(KeyPoint::RespondPromptly, 1);
    }
    let urgent = cues.iter().any(|cue| cue.kind == CueKind::Urgent);
    for cue in cues {
        match cue.kind {
            CueKind::Delay => open(KeyPoint::RespondPromptly, cue.strength),
            CueKind::Demand => open(KeyPoint::SayWhatYouCanDo, cue.strength),
            CueKind::Bystanders if quiet_exists && !urgent => open(KeyPoint::QuietPlace, cue.strength),
            CueKind::Provocation => {
                open(KeyPoint::DoNotChallenge, cue.strength);
                if provoked_before {
                    open(KeyPoint::DoNotWin, cue.strength);
                }
            }
            CueKind::Venting => open(KeyPoint::LetThemVent, cue.strength),
            CueKind::Standoff => open(KeyPoint::CommonGround, cue.strength),
            CueKind::NextStep => {
                open(KeyPoint::CommonGround, cue.strength);
                open(KeyPoint::KeepInformed, cue.strength);
            }
            CueKind::Rule => {
                open(KeyPoint::RulesAsBenefits, cue.strength);
                if provoked_before {
                    open(KeyPoint::DoNotWin, 1);
                }
            }
            CueKind::Feeling | CueKind::Fact | CueKind::Urgent | CueKind::Ambiguous | CueKind::Bystanders => {}
        }
    }
    chances
}
