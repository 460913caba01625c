//! The handbook: short pages by chapter, from `assets/handbook/`. Draws nothing and remembers no place.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::Bilingual;

/// A chapter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    /// Id, the file's stem.
    pub id: String,
    /// Title.
    pub title: Bilingual,
    /// Pages in order.
    pub pages: Vec<Page>,
}

/// A page: what it is, a weak and a strong line, where to practise it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Id, unique in its chapter.
    pub id: String,
    /// Title.
    pub title: Bilingual,
    /// Paragraphs.
    pub body: Vec<Bilingual>,
    /// What to look for in the customer's words.
    #[serde(default)]
    pub cue: Option<Bilingual>,
    /// A line that doesn't do it.
    #[serde(default)]
    pub weak: Option<Bilingual>,
    /// A line that does.
    #[serde(default)]
    pub strong: Option<Bilingual>,
    /// What makes the difference.
    #[serde(default)]
    pub why: Option<Bilingual>,
    /// The scene to practise it in.
    #[serde(default)]
    pub scene: Option<String>,
    /// The turn it comes up at.
    #[serde(default)]
    pub turn: Option<String>,
}

/// The chapters in reading order.
const FILES: [&str; 8] = [
    include_str!("../../assets/handbook/principle.ron"),
    include_str!("../../assets/handbook/points.ron"),
    include_str!("../../assets/handbook/steps.ron"),
    include_str!("../../assets/handbook/temperaments.ron"),
    include_str!("../../assets/handbook/promises.ron"),
    include_str!("../../assets/handbook/outcomes.ron"),
    include_str!("../../assets/handbook/handler.ron"),
    include_str!("../../assets/handbook/about-score.ron"),
];

/// The whole handbook.
#[must_use]
pub fn handbook() -> &'static [Chapter] {
    static READ: OnceLock<Vec<Chapter>> = OnceLock::new();
    READ.get_or_init(|| FILES.iter().map(|text| chapter(text)).collect())
}

#[expect(clippy::expect_used, reason = "files of the program itself, read by every test")]
fn chapter(text: &str) -> Chapter {
    ron::from_str(text).expect("assets/handbook is part of the program")
}

/// Position of a page: chapter and page, by their ids.
#[must_use]
pub fn find(chapter: &str, page: &str) -> Option<(usize, usize)> {
    let at = handbook().iter().position(|found| found.id == chapter)?;
    let page = handbook()[at].pages.iter().position(|found| found.id == page)?;
    Some((at, page))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::KeyPoint;

    #[test]
    fn every_key_point_has_a_page() {
        for point in KeyPoint::ALL {
            assert!(find("points", point.id()).is_some(), "no page for {}", point.id());
        }
    }
}
