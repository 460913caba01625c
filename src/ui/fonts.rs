//! The bundled faces and in which order letters look for them. Never reads the system's fonts by itself; eframe adds them behind.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

use super::icons;
use crate::text::Lang;

/// The bold family. `RichText::strong` only changes the colour, so weight is a family of its own.
pub const BOLD: &str = "bold";

/// The bold family, for a `FontId`.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// Installs the bundled fonts. Call once at the start and again when the language changes.
///
/// Chinese wants its quotation marks a full em wide, English wants them narrow; they share code points, so in English
/// a tiny face with just those marks stands first.
pub fn install(ctx: &Context, lang: Lang) {
    ctx.set_fonts(definitions(lang));
}

fn definitions(lang: Lang) -> FontDefinitions {
    // `default()` brings egui's own symbols, which stand behind ours for arrows and the like.
    let mut fonts = FontDefinitions::default();
    let files: [(&str, &'static [u8]); 5] = [
        ("sc", include_bytes!("../../assets/fonts/NotoSansSC-Regular.otf")),
        ("sc-bold", include_bytes!("../../assets/fonts/NotoSansSC-Bold.otf")),
        ("quotes", include_bytes!("../../assets/fonts/LatinQuotes-Regular.otf")),
        ("quotes-bold", include_bytes!("../../assets/fonts/LatinQuotes-Bold.otf")),
        ("icons", include_bytes!("../../assets/fonts/icons.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let tail = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let chain = |quotes: &str, face: &str| {
        let first = if lang == Lang::En { Some(quotes) } else { None };
        first.into_iter().chain([face]).map(str::to_owned).chain(tail.iter().cloned()).collect::<Vec<_>>()
    };
    let regular = chain("quotes", "sc");
    let heavy = chain("quotes-bold", "sc-bold");
    fonts.families.insert(FontFamily::Monospace, {
        // Figures in columns come from the monospace face; Han falls through to ours.
        let mut mono = fonts.families.get(&FontFamily::Monospace).cloned().unwrap_or_default();
        mono.insert(1.min(mono.len()), "sc".to_owned());
        mono
    });
    fonts.families.insert(FontFamily::Proportional, regular);
    fonts.families.insert(bold(), heavy);
    fonts.families.insert(FontFamily::Name(icons::FAMILY.into()), vec!["icons".to_owned()]);
    fonts
}
