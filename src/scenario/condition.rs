//! Conditions as an author writes them: `all([gate_open, any([ask_facts, paraphrase])])`.

use std::fmt;

use serde::de::{self, EnumAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::document::Name;
use super::written::Identifier;
use crate::rubric::Move;

/// A question about the answer just given, or about the talk so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrittenCondition {
    /// Every one holds.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
    /// It doesn't hold.
    Not(Box<Self>),
    /// The answer shows this move.
    Shows(Move),
    /// A question without an argument.
    Plain(Plain),
    /// A question about a number.
    Number(Numeric, u16),
    /// A question about something named in the file.
    Named(Named, Name),
}

macro_rules! words {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $vdoc:literal])* $variant:ident $word:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[doc = $vdoc])* $variant,)* }

        impl $name {
            /// The words of the language, in order.
            pub const WORDS: &[&'static str] = &[$($word),*];

            /// As written.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

words! {
    /// Questions without an argument.
    Plain {
        /// The answer shows a move of the feeling track.
        Feeling "feeling",
        /// The answer shows a move of the issue track.
        Issue "issue",
        /// The answer shows a harm.
        Harm "harm",
        /// The answer names something of this case.
        IsSpecific "is_specific",
        /// The customer can take in a solution (after this answer's feeling part).
        GateOpen "gate_open",
        /// The trainee listened on.
        Listened "listened",
        /// The trainee changed the setting.
        SettingChanged "setting_changed",
        /// Nothing could be read in what was typed.
        Unread "unread",
    }
}

words! {
    /// Questions about a number.
    Numeric {
        /// Heat is at least this.
        HeatAtLeast "heat_at_least",
        /// Heat is below this.
        HeatBelow "heat_below",
        /// Trust is at least this.
        TrustAtLeast "trust_at_least",
        /// Trust is below this.
        TrustBelow "trust_below",
        /// The answer's feel level (0–4) is at least this.
        FeelAtLeast "feel_at_least",
        /// So many answers were given in all.
        AnswersAtLeast "answers_at_least",
        /// So many answers were given at this turn.
        TriesAtLeast "tries_at_least",
    }
}

words! {
    /// Questions about something named in the file.
    Named {
        /// The trainee knows this fact.
        Fact "fact",
        /// The trainee has seen this clue.
        Clue "clue",
        /// The answer names this fact in words.
        Names "names",
        /// This agreement was reached.
        Agreed "agreed",
        /// This promise was made.
        Promised "promised",
        /// This promise was kept.
        Kept "kept",
        /// This promise was broken.
        Broken "broken",
        /// The talk has passed this turn.
        Been "been",
        /// This reply was picked: `"turn/reply"`.
        Picked "picked",
        /// The setting was changed to this (ever).
        Setting "setting",
    }
}

impl WrittenCondition {
    /// Every word that can begin a condition.
    #[must_use]
    pub fn vocabulary() -> Vec<&'static str> {
        let combinators = ["all", "any", "not"];
        [&combinators[..], Plain::WORDS, Numeric::WORDS, Named::WORDS, Move::IDS].concat()
    }
}

impl Serialize for WrittenCondition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All(inner) => serializer.serialize_newtype_variant("Condition", 0, "all", inner),
            Self::Any(inner) => serializer.serialize_newtype_variant("Condition", 1, "any", inner),
            Self::Not(inner) => serializer.serialize_newtype_variant("Condition", 2, "not", inner),
            Self::Shows(shows) => shows.serialize(serializer),
            Self::Plain(plain) => serializer.serialize_unit_variant("Condition", 3, plain.word()),
            Self::Number(numeric, value) => serializer.serialize_newtype_variant("Condition", 4, numeric.word(), value),
            Self::Named(named, name) => serializer.serialize_newtype_variant("Condition", 5, named.word(), name),
        }
    }
}

impl<'de> Deserialize<'de> for WrittenCondition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ConditionVisitor;

        impl<'de> Visitor<'de> for ConditionVisitor {
            type Value = WrittenCondition;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a condition such as gate_open, let_vent, heat_below(40) or all([…])")
            }

            fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<WrittenCondition, A::Error> {
                let (Identifier(word), access) = data.variant()?;
                let condition = match word.as_str() {
                    "all" => WrittenCondition::All(access.newtype_variant()?),
                    "any" => WrittenCondition::Any(access.newtype_variant()?),
                    "not" => WrittenCondition::Not(Box::new(access.newtype_variant()?)),
                    other => {
                        if let Some(shows) = Move::from_id(other) {
                            access.unit_variant()?;
                            WrittenCondition::Shows(shows)
                        } else if let Some(plain) = Plain::from_word(other) {
                            access.unit_variant()?;
                            WrittenCondition::Plain(plain)
                        } else if let Some(numeric) = Numeric::from_word(other) {
                            WrittenCondition::Number(numeric, access.newtype_variant()?)
                        } else if let Some(named) = Named::from_word(other) {
                            WrittenCondition::Named(named, access.newtype_variant()?)
                        } else {
                            return Err(de::Error::custom(UnknownWord(other.to_owned())));
                        }
                    }
                };
                Ok(condition)
            }
        }

        deserializer.deserialize_enum("Condition", &["all", "any", "not"], ConditionVisitor)
    }
}

/// Shown by the parser with a suggestion; the prefix is what the parser looks for.
pub(crate) struct UnknownWord(pub String);

impl UnknownWord {
    /// How the message begins.
    pub(crate) const PREFIX: &'static str = "unknown condition ";
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}`{}`", Self::PREFIX, self.0)
    }
}
