//! Figures of service recovery, from `assets/figures.ron`: what the training documents say. Measures nothing itself.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::Bilingual;

/// All figures, with where they come from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Where they come from.
    pub source: Bilingual,
    /// What they are not; shown wherever a figure is.
    pub note: Bilingual,
    /// By subject.
    pub groups: Vec<Group>,
}

/// Figures on one subject.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Bilingual,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// One figure.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Id.
    pub id: String,
    /// The number.
    pub value: u32,
    /// The upper end, where the document gives a range.
    #[serde(default)]
    pub high: Option<u32>,
    /// What is counted.
    pub unit: Unit,
    /// Which way a standard holds.
    #[serde(default)]
    pub bound: Option<Bound>,
    /// What it is a number of.
    pub of: Bilingual,
    /// The sentence; `{value}`, `{high}`.
    pub line: Bilingual,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    People,
    Percent,
    Hours,
}

/// Which way a standard holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Bound {
    AtLeast,
    AtMost,
    Within,
}

impl Figure {
    /// The sentence with its number.
    #[must_use]
    pub fn sentence(&self) -> Bilingual {
        let high = self.high.map(|high| high.to_string()).unwrap_or_default();
        let filled = |line: &str| line.replace("{value}", &self.value.to_string()).replace("{high}", &high);
        Bilingual::new(filled(&self.line.zh), filled(&self.line.en))
    }
}

impl Figures {
    /// The figures of the app.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static READ: OnceLock<Figures> = OnceLock::new();
        READ.get_or_init(Self::load)
    }

    #[expect(clippy::expect_used, reason = "a file of the program itself, read by every test")]
    fn load() -> Self {
        ron::from_str(include_str!("../../assets/figures.ron")).expect("assets/figures.ron is part of the program")
    }

    /// The group of this id.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[test]
    fn every_sentence_has_its_number() {
        for figure in Figures::builtin().groups.iter().flat_map(|group| &group.figures) {
            let sentence = figure.sentence();
            for words in [&sentence.zh, &sentence.en] {
                assert!(words.contains(&figure.value.to_string()) && !words.contains('{'), "{}: {words}", figure.id);
            }
        }
        assert!(Figures::builtin().group("recovery").is_some() && Figures::builtin().group("silent").is_some());
    }
}
