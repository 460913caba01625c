//! One instance writes. Waits for nobody and breaks no lock: the system drops it with the process.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// What came of asking for the lock.
#[derive(Debug)]
pub enum Asked {
    /// It is ours as long as this lives.
    Held(Lock),
    /// Another instance has it.
    Elsewhere,
    /// The file can't be opened.
    Failed(io::Error),
}

/// The right to write; given back when dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Asks for the lock file at `path`.
#[must_use]
pub fn ask(path: &Path) -> Asked {
    let file = match OpenOptions::new().create(true).truncate(false).write(true).open(path) {
        Ok(file) => file,
        Err(error) => return Asked::Failed(error),
    };
    match file.try_lock() {
        // A file system without locks: attempts have names of their own, so going on can't harm them.
        Ok(()) | Err(TryLockError::Error(_)) => Asked::Held(Lock { _file: file }),
        Err(TryLockError::WouldBlock) => Asked::Elsewhere,
    }
}
