//! What the screens show of scenes and attempts, gathered when it changes. Reads nothing from disk itself.

use std::sync::Arc;

use crate::learning::{Head, Progress, SceneFacts, Suggestion};
use crate::scenario::Scenario;
use crate::text::Bilingual;

/// Everything on the shelf.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    /// Scenes that can be played, easiest first.
    pub scenes: Vec<Arc<Scenario>>,
    /// Which key points open how often in each, in the order of `scenes`.
    pub facts: Vec<SceneFacts>,
    /// Files with mistakes.
    pub broken: Vec<Broken>,
    /// Talks that were left open.
    pub drafts: Vec<DraftNote>,
    /// Finished attempts, oldest first.
    pub heads: Vec<Head>,
    /// What they come to.
    pub progress: Progress,
    /// What is worth trying next.
    pub suggestions: Vec<Suggestion>,
}

/// A file that can't be played.
#[derive(Debug, Clone)]
pub struct Broken {
    /// Its name.
    pub file: String,
    /// How many mistakes.
    pub errors: usize,
    /// Where and what, as text.
    pub report: Bilingual,
}

/// A talk that was left open.
#[derive(Debug, Clone)]
pub struct DraftNote {
    /// The attempt's id.
    pub id: String,
    /// The scene's title.
    pub title: Bilingual,
    /// Answers given so far.
    pub answers: usize,
    /// When it began, RFC 3339.
    pub started: String,
}

impl Shelf {
    /// The scene of this id.
    #[must_use]
    pub fn scene(&self, id: &str) -> Option<&Arc<Scenario>> {
        self.scenes.iter().find(|scene| scene.id == id)
    }
}
