//! The settings file: whatever can be read of it is used. Never fails and never loses a file it can't read.

use std::io;
use std::path::Path;

use super::attempts::written_format;
use super::disk::Disk;
use crate::learning::Settings;

/// The version this app writes.
pub const FORMAT: u32 = 1;
/// A settings file has some hundred bytes.
const LARGEST: u64 = 64 << 10;
/// Longest code name.
const NAME_CHARS: usize = 40;

/// Settings as they were read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// To be used.
    pub settings: Settings,
    /// Lines that could not be used: the names of the settings, or the line.
    pub lost: Vec<String>,
    /// A newer app wrote it, in this format: it must not be replaced.
    pub newer: Option<u32>,
}

/// Reads the settings at `path`; a missing file is as new.
#[must_use]
pub fn load(disk: &dyn Disk, path: &Path) -> Read {
    match disk.read(path, LARGEST) {
        Ok(bytes) => read(&String::from_utf8_lossy(&bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Read::default(),
        Err(error) => Read { lost: vec![super::notice::reason(&error)], ..Read::default() },
    }
}

/// Reads settings: the whole, or else each line that makes sense.
#[must_use]
pub fn read(text: &str) -> Read {
    let newer = written_format(text).filter(|format| *format > FORMAT);
    if let Ok(settings) = ron::from_str::<Settings>(text) {
        return Read { settings: tidy(settings), lost: Vec::new(), newer };
    }
    let mut good = String::new();
    let mut lost = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !matches!(*line, "" | "(" | ")" | "()")) {
        let line = line.trim_start_matches('(').trim_end_matches(')').trim_end_matches(',');
        let more = format!("{good}{line},\n");
        if ron::from_str::<Settings>(&format!("({more})")).is_ok() {
            good = more;
        } else {
            let name = line.split(':').next().unwrap_or_default().trim();
            lost.push(name.chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect());
        }
    }
    let settings = ron::from_str::<Settings>(&format!("({good})")).unwrap_or_default();
    Read { settings: tidy(settings), lost, newer }
}

/// The text of the file: one setting a line, so that one bad line costs one setting.
///
/// # Errors
/// What can't be written down (which no settings of ours can hold).
pub fn write(settings: &Settings) -> Result<String, ron::Error> {
    let pretty = ron::ser::PrettyConfig::new().new_line("\n");
    let text = ron::ser::to_string_pretty(&tidy(settings.clone()), pretty)?;
    Ok(format!("{}\n", text.replacen("(\n", &format!("(\n    format: {FORMAT},\n"), 1)))
}

/// A code name is one short line of plain characters.
fn tidy(mut settings: Settings) -> Settings {
    settings.code_name = settings.code_name.chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
    settings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::settings::{TakeBack, TextSize};
    use crate::text::Lang;

    fn ours() -> Settings {
        let code_name = "学员 \"1\"".to_owned();
        Settings {
            lang: Lang::En,
            text_size: TextSize::Larger,
            take_back: TakeBack::Long,
            code_name,
            ..Settings::default()
        }
    }

    #[test]
    fn written_and_read_again() {
        let text = write(&ours()).expect("writes");
        assert_eq!(read(&text), Read { settings: ours(), ..Read::default() });
        assert!(text.starts_with("(\n    format: 1,\n    lang: en,\n"), "{text}");
    }

    #[test]
    fn one_bad_line_costs_one_setting() {
        let text = write(&ours()).expect("writes").replace("text_size: Larger", "text_size: Gigantic");
        let found = read(&text);
        assert_eq!(found.settings, Settings { text_size: TextSize::Normal, ..ours() });
        assert_eq!(found.lost, ["text_size"]);
    }

    #[test]
    fn torn_anywhere_the_lines_before_count() {
        let text = write(&ours()).expect("writes");
        for (at, _) in text.char_indices() {
            let found = read(&text[..at]);
            let read_lang = text[..at].contains("lang: en");
            assert_eq!(found.settings.lang, if read_lang { Lang::En } else { Lang::Zh }, "{at}");
        }
    }

    #[test]
    fn unknown_settings_pass_and_newer_files_are_known_as_such() {
        let found = read("(format: 99, lang: en, colour_of_the_sky: Blue)");
        assert_eq!((found.settings.lang, found.newer), (Lang::En, Some(99)));
        assert_eq!(read("garbage \u{0} 机"), Read { lost: vec!["garbage  机".to_owned()], ..Read::default() });
        assert_eq!(read(""), Read::default());
    }

    #[test]
    fn a_code_name_is_one_short_line() {
        let long = format!("(code_name: \"a\\nb{}\")", "c".repeat(100));
        assert_eq!(read(&long).settings.code_name.chars().count(), NAME_CHARS);
        assert!(read(&long).settings.code_name.starts_with("abc"));
    }
}
