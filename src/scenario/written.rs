//! The small words of the scenario language: moves, cues and chances as an author writes them.

use std::fmt;

use serde::de::{self, EnumAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::rubric::{Cue, CueKind, KeyPoint, Move, Strength};

/// A move as tagged by the author: `let_vent` or `specific(acknowledge_feeling)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WrittenTag {
    /// The move.
    pub shows: Move,
    /// Specific where it names something of this case.
    pub strength: Strength,
}

impl Serialize for WrittenTag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.strength {
            Strength::General => self.shows.serialize(serializer),
            Strength::Specific => serializer.serialize_newtype_variant("Tag", 0, "specific", &self.shows),
        }
    }
}

impl<'de> Deserialize<'de> for WrittenTag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TagVisitor;

        impl<'de> Visitor<'de> for TagVisitor {
            type Value = WrittenTag;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a move such as let_vent, or specific(acknowledge_feeling)")
            }

            fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<WrittenTag, A::Error> {
                let (name, access): (Identifier, _) = data.variant()?;
                if name.0 == "specific" {
                    return Ok(WrittenTag { shows: access.newtype_variant()?, strength: Strength::Specific });
                }
                let shows = Move::from_id(&name.0).ok_or_else(|| de::Error::unknown_variant(&name.0, Move::IDS))?;
                access.unit_variant()?;
                Ok(WrittenTag { shows, strength: Strength::General })
            }
        }

        deserializer.deserialize_enum("Move", Move::IDS, TagVisitor)
    }
}

/// A cue with its strength: `feeling(3)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", rename = "Cue")]
#[expect(missing_docs, reason = "one variant for each CueKind, which is documented")]
pub enum WrittenCue {
    Feeling(u8),
    Venting(u8),
    Fact(u8),
    Demand(u8),
    Provocation(u8),
    Bystanders(u8),
    Delay(u8),
    Rule(u8),
    Standoff(u8),
    NextStep(u8),
    Urgent(u8),
    Ambiguous(u8),
}

impl WrittenCue {
    /// The cue it stands for.
    #[must_use]
    pub fn cue(self) -> Cue {
        let (kind, strength) = match self {
            Self::Feeling(n) => (CueKind::Feeling, n),
            Self::Venting(n) => (CueKind::Venting, n),
            Self::Fact(n) => (CueKind::Fact, n),
            Self::Demand(n) => (CueKind::Demand, n),
            Self::Provocation(n) => (CueKind::Provocation, n),
            Self::Bystanders(n) => (CueKind::Bystanders, n),
            Self::Delay(n) => (CueKind::Delay, n),
            Self::Rule(n) => (CueKind::Rule, n),
            Self::Standoff(n) => (CueKind::Standoff, n),
            Self::NextStep(n) => (CueKind::NextStep, n),
            Self::Urgent(n) => (CueKind::Urgent, n),
            Self::Ambiguous(n) => (CueKind::Ambiguous, n),
        };
        Cue { kind, strength }
    }
}

/// A change to the chances that follow from the cues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", rename = "Chance")]
pub enum ChanceEdit {
    /// One more: point and weight 1–3 (replaces the default one of that point).
    Add(KeyPoint, u8),
    /// One more that stays open for so many answers.
    AddWithin(KeyPoint, u8, u8),
    /// Not here, though a cue would open it.
    Drop(KeyPoint),
}

/// A bare word in RON.
pub(super) struct Identifier(pub String);

impl<'de> Deserialize<'de> for Identifier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;

        impl Visitor<'_> for Word {
            type Value = Identifier;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word without quotes")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Identifier, E> {
                Ok(Identifier(word.to_owned()))
            }
        }

        deserializer.deserialize_identifier(Word)
    }
}
