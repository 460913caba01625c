//! How the trainee wants the app to look and answer, as plain data. Never reads or writes itself; `store` does.

use serde::{Deserialize, Serialize};

use crate::text::Lang;

/// Everything the settings screen can change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch on the settings screen")]
pub struct Settings {
    /// Language of the app and of the scenes.
    pub lang: Lang,
    /// Size of all text.
    pub text_size: TextSize,
    /// Light, dark or as the system has it.
    pub theme: ThemeChoice,
    /// No movement but short fades.
    pub reduced_motion: bool,
    /// The customer's line appears whole instead of by phrase.
    pub text_at_once: bool,
    /// Digits pick replies.
    pub number_keys: bool,
    /// Enter says the typed line; otherwise it starts a new one and Ctrl+Enter says.
    pub enter_sends: bool,
    /// For how long a reply can be taken back.
    pub take_back: TakeBack,
    /// The customer's patience runs on a clock.
    pub pressure_clock: bool,
    /// Hints are offered in coached practice.
    pub show_hints: bool,
    /// The name on records; empty until first asked.
    pub code_name: String,
    /// Trainer's tools (workbench, class) are in the rail.
    pub trainer_tools: bool,
    /// The first minute was seen or skipped.
    pub first_run_done: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::Zh,
            text_size: TextSize::Normal,
            theme: ThemeChoice::System,
            reduced_motion: false,
            text_at_once: false,
            number_keys: true,
            enter_sends: true,
            take_back: TakeBack::Short,
            pressure_clock: false,
            show_hints: true,
            code_name: String::new(),
            trainer_tools: false,
            first_run_done: false,
        }
    }
}

/// Text sizes, in hundredths of the normal one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum TextSize {
    /// 100 %.
    #[default]
    Normal,
    /// 115 %.
    Large,
    /// 130 %.
    Larger,
    /// 150 %.
    Largest,
}

impl TextSize {
    /// From small to large.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Large, Self::Larger, Self::Largest];

    /// By how much type grows.
    #[must_use]
    pub fn scale(self) -> f32 {
        f32::from(self.percent()) / 100.0
    }

    /// The number people know it by.
    #[must_use]
    pub fn percent(self) -> u8 {
        match self {
            Self::Normal => 100,
            Self::Large => 115,
            Self::Larger => 130,
            Self::Largest => 150,
        }
    }

    /// One step larger, or the largest.
    #[must_use]
    pub fn larger(self) -> Self {
        match self {
            Self::Normal => Self::Large,
            Self::Large => Self::Larger,
            Self::Larger | Self::Largest => Self::Largest,
        }
    }

    /// One step smaller, or the normal one.
    #[must_use]
    pub fn smaller(self) -> Self {
        match self {
            Self::Normal | Self::Large => Self::Normal,
            Self::Larger => Self::Large,
            Self::Largest => Self::Larger,
        }
    }
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

impl ThemeChoice {
    /// In the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];
}

/// For how long a said line can be taken back before the turn is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TakeBack {
    /// Not at all.
    Off,
    /// 0.8 s.
    #[default]
    Short,
    /// 3 s.
    Long,
    /// Asks before each line.
    Confirm,
}

impl TakeBack {
    /// In the order of the switch.
    pub const ALL: [Self; 4] = [Self::Off, Self::Short, Self::Long, Self::Confirm];

    /// Milliseconds before the turn is written; `None` when it waits for a confirmation.
    #[must_use]
    pub fn millis(self) -> Option<u32> {
        match self {
            Self::Off => Some(0),
            Self::Short => Some(800),
            Self::Long => Some(3000),
            Self::Confirm => None,
        }
    }
}
