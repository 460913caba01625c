//! Evidence: the words of a reply that show a move. No mark and no shift of emotion exists without it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Move;

/// How well a move fits this case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Would fit any complaint.
    #[default]
    General,
    /// Names this feeling, burden or a fact of this scene.
    Specific,
}

/// A range of UTF-8 bytes in the reply that earned a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Words {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Words {
    /// The whole of `text`.
    #[must_use]
    pub fn whole(text: &str) -> Self {
        Self { start: 0, end: u32::try_from(text.len()).unwrap_or(u32::MAX) }
    }

    /// These words as a byte range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The slice of `text`; the whole text where the range doesn't fit it (a record made by hand).
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or(text)
    }
}

/// One move shown by one stretch of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What the words do.
    pub shows: Move,
    /// Where they stand in the reply.
    pub words: Words,
    /// Whether they name something of this case.
    pub strength: Strength,
    /// Who says so: a rule of the lexicon, or `author` for picked replies.
    pub rule: String,
}
