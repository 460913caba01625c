//! The trainee's own say over the data: delete everything, keep it elsewhere. Touches no scene a trainer wrote.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::atomic::replace;
use super::disk::Disk;
use super::{Folders, Store};

/// The file in the usual folder that names another one.
const PLACE: &str = "place.txt";
/// A path is no longer than this.
const LONGEST: u64 = 8 * 1024;

/// The folder chosen in the settings, or `usual` itself.
#[must_use]
pub fn chosen(disk: &dyn Disk, usual: Folders) -> Folders {
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

    /// Deletes attempts, drafts, played copies, what was set aside, and the code name. Returns what would not go.
    pub fn delete_all(&mut self) -> Vec<PathBuf> {
        self.current = None;
        let _written = self.settle(Duration::from_secs(2));
        let disk = self.disk();
        let folders = [self.folders.attempts(), self.folders.drafts(), self.folders.scenes(), self.folders.aside()];
        let mut files: Vec<PathBuf> = folders
            .iter()
            .flat_map(|folder| {
                disk.list(folder).unwrap_or_default().into_iter().map(|file| folder.join(file.name)).collect::<Vec<_>>()
            })
            .collect();
        files.push(self.folders.index());
        let left = files
            .into_iter()
            .filter(|file| disk.remove(file).is_err_and(|error| error.kind() != io::ErrorKind::NotFound))
            .collect();
        self.heads.clear();
        self.drafts.clear();
        let mut settings = self.settings.clone();
        settings.code_name.clear();
        self.save_settings(settings);
        left
    }
}
