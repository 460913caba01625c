//! The sentences of the debrief, from `assets/feedback.ron`. Picks none by itself; see `session::debrief`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::KeyPoint;
use crate::text::Bilingual;

/// All sentences; the file explains the placeholders of each.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    points: BTreeMap<String, PointLines>,
    order: BTreeMap<String, Bilingual>,
    gate: BTreeMap<String, Bilingual>,
    soothing: BTreeMap<String, Bilingual>,
    promises: BTreeMap<String, Bilingual>,
    headlines: BTreeMap<String, Bilingual>,
    closing: Vec<Bilingual>,
    heat: Vec<Band>,
    trust: Vec<Band>,
}

/// What can be said of a key point.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointLines {
    /// Met at once.
    pub met: Bilingual,
    /// Met late, or after harm.
    pub late: Bilingual,
    /// Not met, with what would have.
    pub not_yet: Bilingual,
    /// Words could not be read.
    pub not_recognised: Bilingual,
    /// No chance opened.
    pub never: Bilingual,
}

/// A band of heat or trust and how it shows.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Id.
    pub id: String,
    /// Lowest degree of the band, 0–100.
    pub from: u8,
    /// The word.
    pub word: Bilingual,
    /// How it shows; `{name}`.
    pub line: Bilingual,
}

/// What the sentences speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Feeling before fix.
    Order,
    /// The gate.
    Gate,
    /// Soothing for too long.
    Soothing,
    /// Promises.
    Promises,
    /// The sentence that opens the debrief.
    Headlines,
}

impl Feedback {
    /// The sentences of the app.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static READ: OnceLock<Feedback> = OnceLock::new();
        READ.get_or_init(Self::load)
    }

    #[expect(clippy::expect_used, reason = "a file of the program itself, read by every test")]
    fn load() -> Self {
        ron::from_str(include_str!("../../assets/feedback.ron")).expect("assets/feedback.ron is part of the program")
    }

    /// The lines of a point.
    #[must_use]
    pub fn point(&self, point: KeyPoint) -> Option<&PointLines> {
        self.points.get(point.id())
    }

    /// A sentence by group and situation; empty where there is none (a test finds that).
    #[must_use]
    pub fn line(&self, group: Group, situation: &str) -> Bilingual {
        let lines = match group {
            Group::Order => &self.order,
            Group::Gate => &self.gate,
            Group::Soothing => &self.soothing,
            Group::Promises => &self.promises,
            Group::Headlines => &self.headlines,
        };
        lines.get(situation).cloned().unwrap_or_default()
    }

    /// One of the kind closing lines, by seed.
    #[must_use]
    pub fn closing(&self, seed: u64) -> Bilingual {
        let count = u64::try_from(self.closing.len()).unwrap_or(1).max(1);
        let at = usize::try_from(seed % count).unwrap_or(0);
        self.closing.get(at).cloned().unwrap_or_default()
    }

    /// How this heat shows.
    #[must_use]
    pub fn heat(&self, degree: u8) -> Option<&Band> {
        self.heat.iter().rev().find(|band| degree >= band.from)
    }

    /// How this trust shows.
    #[must_use]
    pub fn trust(&self, degree: u8) -> Option<&Band> {
        self.trust.iter().rev().find(|band| degree >= band.from)
    }
}

/// A sentence with its placeholders filled in both languages.
#[must_use]
pub fn fill(line: &Bilingual, quote: &Bilingual, cue: &Bilingual, name: &Bilingual) -> Bilingual {
    let filled = |line: &str, quote: &str, cue: &str, name: &str| {
        line.replace("{quote}", quote).replace("{cue}", cue).replace("{name}", name)
    };
    Bilingual::new(filled(&line.zh, &quote.zh, &cue.zh, &name.zh), filled(&line.en, &quote.en, &cue.en, &name.en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_has_its_lines() {
        for point in KeyPoint::ALL {
            assert!(Feedback::builtin().point(point).is_some(), "{}", point.id());
        }
    }
}
