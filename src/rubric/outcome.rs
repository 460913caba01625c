//! The service waterfall: how a talk leaves the customer. Never decides it; the scene's endings do.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// Tiers from best to worst; below `Satisfied` is below ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// Stays, and tells others.
    Loyal,
    /// More than was expected.
    VerySatisfied,
    /// The least acceptable standard.
    Satisfied,
    /// Doesn't care any more.
    Indifferent,
    /// Displeased.
    Displeased,
    /// Angry.
    Angry,
    /// Reports you.
    Reports,
}

impl Outcome {
    /// What a trainer calls it.
    #[must_use]
    pub fn name(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Loyal => ("忠诚", "Loyal"),
            Self::VerySatisfied => ("很满意", "Very satisfied"),
            Self::Satisfied => ("满意", "Satisfied"),
            Self::Indifferent => ("无所谓", "Indifferent"),
            Self::Displeased => ("不高兴", "Displeased"),
            Self::Angry => ("愤怒", "Angry"),
            Self::Reports => ("去投诉你", "Reports you"),
        };
        Bilingual::new(zh, en)
    }

    /// Stable id for machine output.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Loyal => "loyal",
            Self::VerySatisfied => "very_satisfied",
            Self::Satisfied => "satisfied",
            Self::Indifferent => "indifferent",
            Self::Displeased => "displeased",
            Self::Angry => "angry",
            Self::Reports => "reports",
        }
    }
}

/// Harm so grave that it caps the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CriticalKind {
    /// Insult or threat.
    Insult,
    /// A promise known to be false.
    FalsePromise,
    /// A safety cue ignored.
    Safety,
    /// Private matters told to others.
    Privacy,
}

impl CriticalKind {
    /// What a trainer calls it.
    #[must_use]
    pub fn name(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Insult => ("侮辱或威胁", "Insult or threat"),
            Self::FalsePromise => ("明知做不到还承诺", "A promise known to be false"),
            Self::Safety => ("无视安全", "Safety ignored"),
            Self::Privacy => ("泄露隐私", "A breach of privacy"),
        };
        Bilingual::new(zh, en)
    }
}
