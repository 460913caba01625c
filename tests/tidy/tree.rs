//! The files of the repository. Changes none of them.

use std::fs;
use std::path::{Path, PathBuf};

/// A file: its path from the top, with `/`, and its text (empty for what is no text).
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    pub fn at(path: &Path) -> Option<Self> {
        let bytes = fs::read(path).ok()?;
        let inside = path.strip_prefix(root()).unwrap_or(path);
        let path = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        Some(Self { path, text: String::from_utf8(bytes).unwrap_or_default() })
    }

    /// The name without its ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// Every file under `folder` whose name ends in `.ending` (any, where it is empty), in order of path.
pub fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut waiting = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let listed = fs::read_dir(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            waiting.extend(listed.map(|entry| entry.expect("an entry").path()));
        } else if ending.is_empty() || path.extension().is_some_and(|found| found == ending) {
            found.extend(File::at(&path));
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// `a-{b,c}.d` → `a-b.d`, `a-c.d`.
pub fn expand(pattern: &str) -> Vec<String> {
    let parts = pattern.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    match parts {
        Some((before, (middle, after))) => middle.split(',').map(|part| format!("{before}{part}{after}")).collect(),
        None => vec![pattern.to_owned()],
    }
}
