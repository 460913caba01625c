//! The six sizes of type and how they become text on the screen. Never uses a size of its own.

use egui::{Color32, FontFamily, FontId, RichText, TextFormat, TextStyle, Ui};

use crate::ui::fonts;

/// Sizes of type (UX §14), in points at 100 %: size and line height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// 12/16: captions, labels under icons.
    Small,
    /// 14/20: notes, facts, reply cards on small screens.
    Note,
    /// 15/24: running text.
    Body,
    /// 17/28: what the customer says.
    Customer,
    /// 21/32: titles.
    Title,
    /// 32/40: the score.
    Score,
}

impl Type {
    /// From small to large.
    pub const ALL: [Self; 6] = [Self::Small, Self::Note, Self::Body, Self::Customer, Self::Title, Self::Score];

    /// Points at 100 %.
    #[must_use]
    pub fn points(self) -> f32 {
        match self {
            Self::Small => 12.0,
            Self::Note => 14.0,
            Self::Body => 15.0,
            Self::Customer => 17.0,
            Self::Title => 21.0,
            Self::Score => 32.0,
        }
    }

    /// Line height at 100 %.
    #[must_use]
    pub fn leading(self) -> f32 {
        match self {
            Self::Small => 16.0,
            Self::Note => 20.0,
            Self::Body => 24.0,
            Self::Customer => 28.0,
            Self::Title => 32.0,
            Self::Score => 40.0,
        }
    }

    /// The egui style this is kept under.
    #[must_use]
    pub fn style(self) -> TextStyle {
        match self {
            Self::Small => TextStyle::Small,
            Self::Body => TextStyle::Body,
            Self::Title => TextStyle::Heading,
            Self::Note => TextStyle::Name("note".into()),
            Self::Customer => TextStyle::Name("customer".into()),
            Self::Score => TextStyle::Name("score".into()),
        }
    }

    /// Size on this screen, with the chosen text size.
    #[must_use]
    pub fn size(self, ui: &Ui) -> f32 {
        self.points() * scale(ui)
    }

    /// Line height on this screen.
    #[must_use]
    pub fn line(self, ui: &Ui) -> f32 {
        (self.leading() * scale(ui)).round()
    }

    /// Regular weight.
    #[must_use]
    pub fn font(self, ui: &Ui) -> FontId {
        FontId::new(self.size(ui), FontFamily::Proportional)
    }

    /// Bold weight.
    #[must_use]
    pub fn bold(self, ui: &Ui) -> FontId {
        FontId::new(self.size(ui), fonts::bold())
    }

    /// Text in this size with its line height.
    #[must_use]
    pub fn text(self, ui: &Ui, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font(ui)).line_height(Some(self.line(ui)))
    }

    /// Bold text in this size with its line height.
    #[must_use]
    pub fn strong(self, ui: &Ui, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.bold(ui)).line_height(Some(self.line(ui)))
    }

    /// A format for layout jobs.
    #[must_use]
    pub fn format(self, ui: &Ui, color: Color32) -> TextFormat {
        TextFormat { line_height: Some(self.line(ui)), ..TextFormat::simple(self.font(ui), color) }
    }

    /// A bold format for layout jobs.
    #[must_use]
    pub fn format_bold(self, ui: &Ui, color: Color32) -> TextFormat {
        TextFormat { line_height: Some(self.line(ui)), ..TextFormat::simple(self.bold(ui), color) }
    }
}

/// The chosen text size: 1, 1.15, 1.3 or 1.5.
#[must_use]
pub fn scale(ui: &Ui) -> f32 {
    ui.style().text_styles.get(&TextStyle::Body).map_or(1.0, |font| font.size / Type::Body.points())
}
