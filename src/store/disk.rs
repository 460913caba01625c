//! The few things done to the disk, behind a trait so that any of them can be made to fail. Knows no formats.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::time::UNIX_EPOCH;

use tempfile::TempPath;

/// What the names of our unfinished files begin with; only such files are ever swept.
pub const LITTER: &str = ".heartfirst-";

/// A file of a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Its name, without the folder.
    pub name: String,
    /// Its length in bytes.
    pub length: u64,
}

/// The disk. Each method is one step that can fail by itself.
pub trait Disk: Send + Sync {
    /// The bytes of a file, refused where there are more than `most`.
    ///
    /// # Errors
    /// What the system says; `FileTooLarge` beyond `most`.
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;
    /// The files (no folders) directly in `folder`, by name.
    ///
    /// # Errors
    /// What the system says.
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>>;
    /// When it was last written, in milliseconds since 1970.
    ///
    /// # Errors
    /// What the system says.
    fn modified(&self, path: &Path) -> io::Result<i64>;
    /// The length of a file.
    ///
    /// # Errors
    /// What the system says.
    fn length(&self, path: &Path) -> io::Result<u64>;
    /// Makes a folder and those above it.
    ///
    /// # Errors
    /// What the system says.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Writes `bytes` to a new unfinished file in `folder`, down to the platter.
    ///
    /// # Errors
    /// What the system says; the unfinished file is gone then.
    fn stage(&self, folder: &Path, bytes: &[u8]) -> io::Result<TempPath>;
    /// Gives a staged file its name. `over`: in place of what is there; otherwise that is `AlreadyExists`.
    ///
    /// # Errors
    /// What the system says, with the staged file for another try.
    fn publish(&self, staged: TempPath, to: &Path, over: bool) -> Result<(), (io::Error, TempPath)>;
    /// Makes the names in a folder last.
    ///
    /// # Errors
    /// What the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Adds `bytes` at the end of a file that is there, down to the platter.
    ///
    /// # Errors
    /// What the system says; some of the bytes may have been written.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Removes a file.
    ///
    /// # Errors
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Moves a file to a name that is free.
    ///
    /// # Errors
    /// What the system says; `AlreadyExists` where the name is taken.
    fn move_to(&self, from: &Path, to: &Path) -> io::Result<()>;
}

/// The computer's disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            // A file may go between listing and looking: it is then no file of ours.
            let Ok(about) = entry.metadata() else { continue };
            if let (true, Ok(name)) = (about.is_file(), entry.file_name().into_string()) {
                found.push(Listed { name, length: about.len() });
            }
        }
        found.sort_unstable();
        Ok(found)
    }

    fn modified(&self, path: &Path) -> io::Result<i64> {
        let at = fs::metadata(path)?.modified()?;
        Ok(match at.duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, i64::wrapping_neg),
        })
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        Ok(fs::metadata(path)?.len())
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn stage(&self, folder: &Path, bytes: &[u8]) -> io::Result<TempPath> {
        let mut file = tempfile::Builder::new().prefix(LITTER).suffix(".tmp").tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file.into_temp_path())
    }

    fn publish(&self, staged: TempPath, to: &Path, over: bool) -> Result<(), (io::Error, TempPath)> {
        let done = if over { staged.persist(to) } else { staged.persist_noclobber(to) };
        done.map_err(|failed| (failed.error, failed.path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Only Unix can open a folder to sync it; elsewhere the rename itself has to do.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().append(true).open(path)?;
        file.write_all(bytes)?;
        file.sync_data()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn move_to(&self, from: &Path, to: &Path) -> io::Result<()> {
        if to.try_exists()? {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(from, to)
    }
}
