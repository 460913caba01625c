//! Theme, words and fonts of the window hold what the design promises.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "a test may stop where its ground gives way")]

use egui::Color32;
use heartfirst::text::Lang;
use heartfirst::ui::strings::Strings;
use heartfirst::ui::theme::{DARK, LIGHT, Palette};

/// Relative luminance and contrast as WCAG 2 defines them.
fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |colour: Color32| {
        let linear = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[track_caller]
fn check_contrast(palette: &Palette, text: Color32, under: Color32, least: f32) {
    let found = contrast(text, under);
    assert!(found >= least, "{text:?} on {under:?} (dark: {}) is {found:.2}, wanted {least}", palette.dark);
}

#[test]
fn text_and_marks_can_be_read_in_both_themes() {
    for palette in [&*LIGHT, &*DARK] {
        for under in [palette.card, palette.back] {
            check_contrast(palette, palette.ink, under, 7.0);
            check_contrast(palette, palette.secondary, under, 4.5);
            check_contrast(palette, palette.accent, under, 4.5);
            check_contrast(palette, palette.control_edge, under, 3.0);
            check_contrast(palette, palette.caution, under, 4.5);
            for colour in palette.heat {
                check_contrast(palette, colour, under, 3.0);
            }
        }
        for colour in [palette.feeling, palette.issue, palette.harm] {
            check_contrast(palette, colour, palette.card, 4.5);
            check_contrast(palette, colour, palette.own_bubble, 4.5);
        }
        check_contrast(palette, palette.on_accent, palette.accent, 4.5);
        check_contrast(palette, palette.own_ink, palette.own_bubble, 7.0);
        check_contrast(palette, palette.ink, palette.accent_soft, 7.0);
        check_contrast(palette, palette.caution, palette.caution_soft, 4.5);
    }
}

#[test]
fn each_language_has_all_its_words() {
    for (lang, text) in
        [(Lang::Zh, include_str!("../assets/text/zh.ron")), (Lang::En, include_str!("../assets/text/en.ron"))]
    {
        // Typed: nothing missing, nothing unknown.
        assert!(!Strings::of(lang).common.app.is_empty());
        // Untyped: every entry looked at, so that a new group needs no new test.
        let value: ron::Value = ron::from_str(text).expect("parsed above");
        let mut entries = Vec::new();
        collect("", &value, &mut entries);
        assert!(entries.len() > 100, "{} entries only", entries.len());
        for (path, entry) in entries {
            assert!(!entry.trim().is_empty(), "{path} is empty in {lang:?}");
            assert_eq!(entry.trim(), entry, "{path} has blanks around it");
            match lang {
                Lang::Zh => assert_eq!(latin_words(&entry), Vec::<String>::new(), "{path}: {entry}"),
                Lang::En => assert!(!entry.chars().any(is_han), "{path}: {entry}"),
            }
        }
    }
}

#[test]
fn both_languages_fill_the_same_places() {
    let read = |text: &str| {
        let mut entries = Vec::new();
        collect("", &ron::from_str(text).expect("RON"), &mut entries);
        entries
    };
    let places = |text: &str| {
        let mut names: Vec<_> =
            text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|p| p.0.to_owned()).collect();
        names.sort();
        names
    };
    let (zh, en) = (read(include_str!("../assets/text/zh.ron")), read(include_str!("../assets/text/en.ron")));
    assert_eq!(zh.len(), en.len());
    for ((path, zh), (other, en)) in zh.into_iter().zip(en) {
        assert_eq!(path, other);
        assert_eq!(places(&zh), places(&en), "{path}");
    }
}

fn collect(path: &str, value: &ron::Value, into: &mut Vec<(String, String)>) {
    match value {
        ron::Value::Map(map) => {
            for (key, value) in map.iter() {
                let ron::Value::String(key) = key else { panic!("{path}: {key:?} is no name") };
                collect(&format!("{path}.{key}"), value, into);
            }
        }
        ron::Value::String(text) => into.push((path.to_owned(), text.clone())),
        other => panic!("{path}: {other:?} is no text"),
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Words of two Latin letters or more outside `{…}` that aren't names of keys, formats and the like.
fn latin_words(text: &str) -> Vec<String> {
    const ALLOWED: [&str; 16] = [
        "Tab",
        "Enter",
        "Esc",
        "Ctrl",
        "Shift",
        "Alt",
        "PDF",
        "HTML",
        "CSV",
        "XLSX",
        "RON",
        "LRS",
        "xAPI",
        "English",
        "kappa",
        "Heartfirst",
    ];
    let mut outside = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() > 1 && !ALLOWED.contains(word))
        .map(str::to_owned)
        .collect()
}
