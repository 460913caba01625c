//! The figures of the rubric, from `assets/rubric.ron`. Holds no rule that a figure could state.

use serde::Deserialize;

/// The judgement behind every score; see the file for what each figure means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "assets/rubric.ron explains each")]
pub struct Rubric {
    pub version: String,
    pub weights: Weights,
    pub repair_window: u8,
    pub least_points: u8,
    pub least_coverage: u8,
    pub pass: Pass,
    pub caps: Caps,
    pub waits: u8,
}

/// Parts of the score, per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "assets/rubric.ron explains each")]
pub struct Weights {
    pub emotions: u8,
    pub points: u8,
    pub recovery: u8,
}

/// What passing takes, 0–100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "assets/rubric.ron explains each")]
pub struct Pass {
    pub score: u8,
    pub emotions: u8,
}

/// Highest scores under a cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "assets/rubric.ron explains each")]
pub struct Caps {
    pub critical_practice: u8,
    pub critical_exam: u8,
    pub two_majors: u8,
}

impl Rubric {
    /// The rubric that ships with the app.
    ///
    /// # Panics
    /// Never: the file is part of the program, and a test reads it.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a file of the program itself, read by every test")]
    pub fn builtin() -> Self {
        ron::from_str(include_str!("../../assets/rubric.ron")).expect("assets/rubric.ron is part of the program")
    }
}
