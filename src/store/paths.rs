//! Where things are kept. Makes no folder and opens no file.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The data folder and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The data folder; empty where the system names none.
    pub data_dir: PathBuf,
}

impl Folders {
    /// The folder asked for (`--data-dir`), or the one this system keeps for the app.
    #[must_use]
    pub fn find(asked_for: Option<PathBuf>) -> Self {
        let usual = || ProjectDirs::from("org", "Heartfirst", "heartfirst").map(|dirs| dirs.data_dir().to_owned());
        Self { data_dir: asked_for.or_else(usual).unwrap_or_default() }
    }

    /// This very folder.
    #[must_use]
    pub fn at(data_dir: impl AsRef<Path>) -> Self {
        Self { data_dir: data_dir.as_ref().to_owned() }
    }

    /// Finished attempts, one file each.
    #[must_use]
    pub fn attempts(&self) -> PathBuf {
        self.data_dir.join("attempts")
    }

    /// Talks that are under way.
    #[must_use]
    pub fn drafts(&self) -> PathBuf {
        self.data_dir.join("drafts")
    }

    /// Copies of the scenes that were played, by content.
    #[must_use]
    pub fn scenes(&self) -> PathBuf {
        self.data_dir.join("scenes")
    }

    /// Files that can't be read.
    #[must_use]
    pub fn aside(&self) -> PathBuf {
        self.data_dir.join("set-aside")
    }

    /// The trainer's own scenes.
    #[must_use]
    pub fn my_scenes(&self) -> PathBuf {
        self.data_dir.join("my-scenes")
    }

    /// What can be made again from the attempts.
    #[must_use]
    pub fn index(&self) -> PathBuf {
        self.data_dir.join("cache").join("heads.json")
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.data_dir.join("settings.ron")
    }

    /// Held by the instance that writes.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.data_dir.join("lock")
    }

    /// Every folder that must be there before anything is written.
    #[must_use]
    pub fn all(&self) -> Vec<PathBuf> {
        let cache = self.index().parent().map(Path::to_owned);
        let mut all = vec![self.data_dir.clone(), self.attempts(), self.drafts(), self.scenes(), self.my_scenes()];
        all.extend(cache);
        all
    }
}

/// A word that is safe as part of a file name on any system; empty words get one.
#[must_use]
pub fn file_word(text: &str) -> String {
    let word: String = text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(64).collect();
    if word.is_empty() { "unnamed".to_owned() } else { word }
}

/// The day a moment in RFC 3339 begins with, or a word that sorts after all days.
#[must_use]
pub fn day_word(started: &str) -> &str {
    let day = started.get(..10).unwrap_or_default();
    let fits = day
        .bytes()
        .enumerate()
        .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    if day.len() == 10 && fits { day } else { "undated" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_file_names_are_safe() {
        assert_eq!(file_word("0190-ab"), "0190-ab");
        assert_eq!(file_word("../../etc/passwd"), "etcpasswd");
        assert_eq!(file_word("周"), "unnamed");
        assert_eq!(day_word("2026-11-22T10:00:00+08:00"), "2026-11-22");
        assert_eq!(day_word("../../../../"), "undated");
        assert_eq!(day_word(""), "undated");
    }

    #[test]
    fn the_folder_asked_for_wins() {
        assert_eq!(Folders::find(Some("x/y".into())).attempts(), PathBuf::from("x/y/attempts"));
    }
}
