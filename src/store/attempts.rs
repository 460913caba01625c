//! Finished attempts: one immutable file each. Never changes a file that is there.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use serde::Deserialize;

use super::atomic::create;
use super::clock::{Clock, id_millis, parse_rfc3339};
use super::disk::Disk;
use super::notice::reason;
use super::paths::{day_word, file_word};
use crate::learning::{Attempt, FORMAT, Head};
use crate::text::Bilingual;

/// No attempt is bigger; what is, isn't one.
const LARGEST: u64 = 16 << 20;
/// What the last line of a file begins with.
const SEAL: &str = "// sha256 ";

/// Why a file is no attempt for us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bad {
    /// Its bytes make no sense, for this reason: it may be set aside.
    Garbled(Bilingual),
    /// It can't be opened now, for this reason: it stays.
    Closed(String),
    /// A newer app wrote it, in this format: it stays.
    Newer(u32),
}

/// An attempt as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The attempt.
    pub attempt: Attempt,
    /// Are its bytes those that were written? False also where a file carries no seal.
    pub intact: bool,
}

/// The name of its file.
#[must_use]
pub fn file_name(attempt: &Attempt) -> String {
    let header = &attempt.journal.header;
    format!("{}-{}.ron", day_word(&header.started), file_word(&header.id))
}

/// Is it the name of a file of ours, or of a copy that a syncing program made?
#[must_use]
pub fn is_ron_name(name: &str) -> bool {
    !name.starts_with('.') && Path::new(name).extension().is_some_and(|ending| ending == "ron")
}

/// The text of a file: RON that people can read, sealed by a last line.
///
/// # Errors
/// What can't be written down (which no attempt of ours can hold).
pub fn write(attempt: &Attempt) -> Result<String, ron::Error> {
    let pretty = ron::ser::PrettyConfig::new().new_line("\n").depth_limit(5);
    let mut text = ron::ser::to_string_pretty(attempt, pretty)?;
    text.push('\n');
    let seal = hex(text.as_bytes());
    text.push_str(SEAL);
    text.push_str(&seal);
    text.push('\n');
    Ok(text)
}

/// Reads the text of a file.
///
/// # Errors
/// [`Bad`] where it is no attempt this app understands.
pub fn read(bytes: &[u8]) -> Result<Kept, Bad> {
    let text = std::str::from_utf8(bytes).map_err(|_| Bad::Garbled(Bilingual::new("不是 UTF-8", "not UTF-8")))?;
    match ron::from_str::<Attempt>(text) {
        Ok(attempt) if attempt.format == FORMAT && attempt.journal.header.format == crate::session::FORMAT => {
            let intact = text
                .rfind(SEAL)
                .and_then(|at| Some((text.get(..at)?, text.get(at + SEAL.len()..)?)))
                .is_some_and(|(sealed, seal)| seal == format!("{}\n", hex(sealed.as_bytes())));
            Ok(Kept { attempt, intact })
        }
        Ok(attempt) => Err(unknown_format(attempt.format.max(attempt.journal.header.format))),
        Err(error) => Err(match written_format(text) {
            Some(format) if format > FORMAT => Bad::Newer(format),
            _ => {
                let place = error.span.start;
                Bad::Garbled(Bilingual::new(
                    format!("第 {} 行读不懂", place.line),
                    format!("line {} makes no sense", place.line),
                ))
            }
        }),
    }
}

fn unknown_format(format: u32) -> Bad {
    if format > FORMAT {
        return Bad::Newer(format);
    }
    Bad::Garbled(Bilingual::new(format!("没有格式 {format}"), format!("there is no format {format}")))
}

/// The format a text says it has, whatever follows; newer texts need not be readable beyond that.
#[must_use]
pub fn written_format(text: &str) -> Option<u32> {
    #[derive(Deserialize)]
    struct Peek {
        format: u32,
    }
    let peeked = ron::from_str::<Peek>(text).ok().map(|peek| peek.format);
    peeked.or_else(|| {
        let inside = text.trim_start().strip_prefix('(')?.trim_start();
        let number = inside.strip_prefix("format")?.trim_start().strip_prefix(':')?.trim_start();
        number.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    })
}

/// Reads the file at `path`.
///
/// # Errors
/// [`Bad`] where it can't be opened or is no attempt.
pub fn load(disk: &dyn Disk, path: &Path) -> Result<Kept, Bad> {
    match disk.read(path, LARGEST) {
        Ok(bytes) => read(&bytes),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            Err(Bad::Garbled(Bilingual::new("太大了，不像一份记录", "far too big for a record")))
        }
        Err(error) => Err(Bad::Closed(reason(&error))),
    }
}

/// Writes an attempt into `folder`; says the name of its file. Written already: nothing happens.
///
/// # Errors
/// What the system says.
pub fn save(disk: &dyn Disk, clock: &dyn Clock, folder: &Path, name: &str, text: &str) -> io::Result<String> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "ron"));
    for number in 1_u32..=99 {
        let name = if number == 1 { name.to_owned() } else { format!("{stem}-copy{number}.{ending}") };
        let path = folder.join(&name);
        match create(disk, clock, &path, text.as_bytes()) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if disk.read(&path, LARGEST).is_ok_and(|bytes| bytes == text.as_bytes()) {
                    return Ok(name);
                }
            }
            done => return done.map(|()| name),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Oldest first. The id says when it was made in the order of making, so a clock put back changes nothing;
/// ids of another kind fall back on the moment written down.
#[must_use]
pub fn order(head: &Head) -> (i64, &str, &str) {
    let header = &head.header;
    let millis = id_millis(&header.id).or_else(|| parse_rfc3339(&header.started)).unwrap_or(0);
    (millis, &header.started, &header.id)
}

/// Brings lists together: each attempt once, oldest first. The order of the lists and doing it twice make no difference.
#[must_use]
pub fn merge(heads: impl IntoIterator<Item = Head>) -> Vec<Head> {
    let heads: Vec<Head> = heads.into_iter().collect();
    if is_merged(&heads) {
        return heads;
    }
    let mut by_id: BTreeMap<String, Head> = BTreeMap::new();
    for head in heads {
        let better = by_id.get(&head.header.id).is_none_or(|kept| weight(&head) > weight(kept));
        if better {
            by_id.insert(head.header.id.clone(), head);
        }
    }
    let mut heads: Vec<Head> = by_id.into_values().collect();
    heads.sort_by(|a, b| order(a).cmp(&order(b)));
    heads
}

/// Is it in order already, each once? So it is nearly always, and then ten thousand heads need no moving about.
fn is_merged(heads: &[Head]) -> bool {
    let orders: Vec<(i64, &str, &str)> = heads.iter().map(order).collect();
    let ids: BTreeSet<&str> = heads.iter().map(|head| head.header.id.as_str()).collect();
    ids.len() == heads.len() && orders.is_sorted()
}

/// Of two records with one id the longer one is kept; between equals the choice must only be the same everywhere.
fn weight(head: &Head) -> (u32, String) {
    let answers = head.result.picked.saturating_add(head.result.typed);
    (answers, format!("{head:?}"))
}

/// SHA-256 in hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    crate::session::load::fingerprint(bytes)
}
