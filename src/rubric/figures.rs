//! The figures of the rubric, from `assets/rubric.ron`. Holds no rule that a figure could state.

use serde::Deserialize;

/// The judgement behind every score; see the file for what each figure means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// See the file.
    pub version: String,
    /// See the file.
    pub weights: Weights,
    /// See the file.
    pub repair_window: u8,
    /// See the file.
    pub least_points: u8,
    /// See the file.
    pub least_coverage: u8,
    /// See the file.
    pub pass: Pass,
    /// See the file.
    pub caps: Caps,
    /// See the file.
    pub waits: u8,
}

/// Parts of the score, per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// See the file.
    pub emotions: u8,
    /// See the file.
    pub points: u8,
    /// See the file.
    pub recovery: u8,
}

/// What passing takes, 0–100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pass {
    /// See the file.
    pub score: u8,
    /// See the file.
    pub emotions: u8,
}

/// Highest scores under a cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caps {
    /// See the file.
    pub critical_practice: u8,
    /// See the file.
    pub critical_exam: u8,
    /// See the file.
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
