//! Heat and trust, and what moved them. Never moves without a cause.

use serde::{Deserialize, Serialize};

use crate::rubric::{Move, Words};
use crate::text::Bilingual;

/// A degree 0–100 that saturates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Degree(u8);

impl Degree {
    /// `value`, at most 100.
    #[must_use]
    pub fn new(value: u8) -> Self {
        Self(value.min(100))
    }

    /// 0–100.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }

    /// Moved by `by`, kept in 0–100.
    #[must_use]
    pub fn moved(self, by: i32) -> Self {
        Self(i32::from(self.0).saturating_add(by).clamp(0, 100) as u8)
    }
}

/// How the customer feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Emotion {
    /// Anger.
    pub heat: Degree,
    /// Trust in this handler.
    pub trust: Degree,
}

impl Emotion {
    /// Moved by a push.
    #[must_use]
    pub fn moved(self, push: Push) -> Self {
        Self { heat: self.heat.moved(push.heat), trust: self.trust.moved(push.trust) }
    }
}

/// Points added to heat and trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Push {
    /// Added to heat.
    pub heat: i32,
    /// Added to trust.
    pub trust: i32,
}

/// Why a push came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// These words showed this move.
    Said(Move, Words),
    /// A fix came before the customer was heard.
    Bounced(Words),
    /// Comfort went on too long.
    SoothedTooLong,
    /// Silence.
    Silence,
    /// A fact was written down.
    Noted,
    /// The scene itself: something happened.
    Scene,
    /// A promise was kept.
    Kept,
    /// A promise was broken.
    Broken,
}

/// One reason for a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause {
    /// Why.
    pub why: Why,
    /// By how much, before saturating.
    pub push: Push,
}

/// A change of emotion with all its causes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Before.
    pub before: Emotion,
    /// After.
    pub after: Emotion,
    /// Why, strongest last word first in spoken order.
    pub causes: Vec<Cause>,
}

/// The words for heat, every 20: calm, uneasy, upset, angry, furious.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeatWord {
    /// 0–19.
    Calm,
    /// 20–39.
    Uneasy,
    /// 40–59.
    Upset,
    /// 60–79.
    Angry,
    /// 80–100.
    Furious,
}

impl HeatWord {
    /// The word for this heat.
    #[must_use]
    pub fn of(heat: Degree) -> Self {
        match heat.get() {
            0..20 => Self::Calm,
            20..40 => Self::Uneasy,
            40..60 => Self::Upset,
            60..80 => Self::Angry,
            _ => Self::Furious,
        }
    }

    /// As shown.
    #[must_use]
    pub fn name(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Calm => ("平静", "Calm"),
            Self::Uneasy => ("不悦", "Uneasy"),
            Self::Upset => ("不满", "Upset"),
            Self::Angry => ("恼火", "Angry"),
            Self::Furious => ("暴怒", "Furious"),
        };
        Bilingual::new(zh, en)
    }
}

/// The word for trust, every 20.
#[must_use]
pub fn trust_word(trust: Degree) -> Bilingual {
    let (zh, en) = match trust.get() {
        0..20 => ("不信", "None"),
        20..40 => ("戒备", "Guarded"),
        40..60 => ("观望", "Waiting"),
        60..80 => ("愿意听", "Listening"),
        _ => ("信你", "Trusting"),
    };
    Bilingual::new(zh, en)
}
