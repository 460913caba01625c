//! Talks under way: one line an event, only ever added to. Never judges whether the events can happen; replay does.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use super::atomic::replace;
use super::attempts::{Bad, written_format};
use super::clock::Clock;
use super::disk::Disk;
use super::notice::reason;
use super::paths::file_word;
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::session::{FORMAT, Header, Journal, ReplayError, Session, Stamped};
use crate::text::Bilingual;

/// No talk is longer; what is, isn't one.
const LARGEST: u64 = 16 << 20;

/// A talk that was not finished.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What happened up to where it broke off.
    pub journal: Journal,
    /// Something after it could not be read.
    pub torn: bool,
    /// The name of its file.
    pub file: String,
}

impl Draft {
    /// The talk where it broke off. Events that can't happen (a damaged file) end it early: what stands before them is kept.
    ///
    /// # Errors
    /// [`ReplayError::OtherScene`] where `scenario` isn't the one that was played.
    pub fn resume(&self, scenario: &Arc<Scenario>, rubric: &Arc<Rubric>) -> Result<Session, ReplayError> {
        match self.journal.replay(scenario, rubric) {
            Err(ReplayError::Refused(n, _)) => {
                let before = self.journal.events.iter().position(|stamped| stamped.n == n).unwrap_or(0);
                self.journal.replay_to(scenario, rubric, before)
            }
            done => done,
        }
    }
}

/// The name of the file of the talk `id`.
#[must_use]
pub fn file_name(id: &str) -> String {
    format!("{}.draft", file_word(id))
}

/// Is it the name of a draft?
#[must_use]
pub fn is_draft_name(name: &str) -> bool {
    !name.starts_with('.') && Path::new(name).extension().is_some_and(|ending| ending == "draft")
}

/// A line of a draft, with its line break.
///
/// # Errors
/// What can't be written down (which no event of ours can hold).
pub fn line<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    let mut text = ron::ser::to_string(value)?;
    text.push('\n');
    Ok(text)
}

/// A whole draft.
///
/// # Errors
/// As [`line`].
pub fn write(journal: &Journal) -> Result<String, ron::Error> {
    let mut text = line(&journal.header)?;
    for stamped in &journal.events {
        text.push_str(&line(stamped)?);
    }
    Ok(text)
}

/// Reads a draft: line by line, up to the first that makes no sense or is out of order.
///
/// # Errors
/// [`Bad`] where not even the first line can be read, or where a newer app wrote it.
pub fn read(file: &str, bytes: &[u8]) -> Result<Draft, Bad> {
    let mut lines = bytes.split(|byte| *byte == b'\n').map(std::str::from_utf8);
    let garbled = || Bad::Garbled(Bilingual::new("第 1 行读不懂", "line 1 makes no sense"));
    let first = lines.next().and_then(Result::ok).ok_or_else(garbled)?;
    if let Some(format) = written_format(first).filter(|format| *format > FORMAT) {
        return Err(Bad::Newer(format));
    }
    let header = ron::from_str::<Header>(first).ok().filter(|header| header.format == FORMAT).ok_or_else(garbled)?;
    let mut events: Vec<Stamped> = Vec::new();
    let mut torn = false;
    for text in lines {
        if text.is_ok_and(str::is_empty) {
            continue;
        }
        let stamped = text.ok().and_then(|text| ron::from_str::<Stamped>(text).ok());
        let in_order = |stamped: &Stamped| usize::try_from(stamped.n).is_ok_and(|n| n == events.len());
        let Some(stamped) = stamped.filter(in_order) else {
            torn = true;
            break;
        };
        events.push(stamped);
    }
    Ok(Draft { journal: Journal { header, events }, torn, file: file.to_owned() })
}

/// Reads the draft at `path`.
///
/// # Errors
/// [`Bad`] where it can't be opened or is no draft.
pub fn load(disk: &dyn Disk, path: &Path) -> Result<Draft, Bad> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match disk.read(path, LARGEST) {
        Ok(bytes) => read(&name, &bytes),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            Err(Bad::Garbled(Bilingual::new("太大了，不像草稿", "far too big for a draft")))
        }
        Err(error) => Err(Bad::Closed(reason(&error))),
    }
}

/// The file of a talk under way: what should be in it, and how much of that is known to be.
#[derive(Debug)]
pub struct DraftFile {
    path: PathBuf,
    text: String,
    written: u64,
}

impl DraftFile {
    /// Nothing of it is written yet.
    #[must_use]
    pub fn new(path: PathBuf, text: String) -> Self {
        Self { path, text, written: 0 }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// One more line; written by [`DraftFile::flush`].
    pub fn push(&mut self, line: &str) {
        self.text.push_str(line);
    }

    /// Writes what is missing: usually one line at the end. A file that isn't as it was left is written anew.
    ///
    /// # Errors
    /// What the system says; nothing is given up, the next call tries again.
    pub fn flush(&mut self, disk: &dyn Disk, clock: &dyn Clock) -> io::Result<()> {
        let whole = self.text.len() as u64;
        if self.written == whole {
            return Ok(());
        }
        let as_left = self.written > 0 && disk.length(&self.path).is_ok_and(|length| length == self.written);
        let tail = usize::try_from(self.written).ok().and_then(|at| self.text.get(at..));
        match tail {
            Some(tail) if as_left => disk.append(&self.path, tail.as_bytes())?,
            _ => replace(disk, clock, &self.path, self.text.as_bytes())?,
        }
        self.written = whole;
        Ok(())
    }
}
