//! Where the data folder is, when the trainee chose another one. Moves no file.

use std::io;
use std::path::{Path, PathBuf};

use super::atomic::replace;
use super::disk::{Disk, RealDisk};
use super::{Folders, Store};

/// The file in the usual folder that names another one.
const PLACE: &str = "place.txt";
/// A path is no longer than this.
const LONGEST: u64 = 8 * 1024;

/// The folder asked for (`--data-dir`), else the one chosen in the settings, else the system's usual one.
#[must_use]
pub fn folders(asked_for: Option<PathBuf>) -> Folders {
    let given = asked_for.is_some();
    let folders = Folders::find(asked_for);
    if given { folders } else { chosen(&RealDisk, folders) }
}

fn chosen(disk: &dyn Disk, usual: Folders) -> Folders {
    let named = disk.read(&usual.data_dir.join(PLACE), LONGEST).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    match named.as_deref().map(str::trim) {
        Some(folder) if !folder.is_empty() => Folders::at(folder),
        _ => usual,
    }
}

impl Store {
    /// From the next start on things are kept in `folder`, which is made now to see whether it can be written.
    ///
    /// # Errors
    /// What the system says.
    pub fn choose_folder(&self, folder: &Path) -> io::Result<()> {
        let disk = self.disk();
        disk.make_folder(folder)?;
        let usual = Folders::find(None).data_dir;
        disk.make_folder(&usual)?;
        let text = folder.display().to_string();
        replace(disk, self.ways.clock.as_ref(), &usual.join(PLACE), text.as_bytes())
    }
}
