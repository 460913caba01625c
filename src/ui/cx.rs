//! What every screen may read: language, words, settings, frame time. Holds nothing that changes in a frame.

use crate::text::Lang;

use super::preferences::Settings;
use super::strings::Strings;

/// The frame's context.
#[derive(Debug, Clone, Copy)]
pub struct Cx<'a> {
    /// Language shown.
    pub lang: Lang,
    /// Words of the window.
    pub text: &'static Strings,
    /// The trainee's settings.
    pub settings: &'a Settings,
    /// Seconds since the app began, from egui's clock (mocked in tests).
    pub now: f64,
}

impl<'a> Cx<'a> {
    /// The context of this frame.
    #[must_use]
    pub fn new(settings: &'a Settings, now: f64) -> Self {
        Self { lang: settings.lang, text: Strings::of(settings.lang), settings, now }
    }
}
