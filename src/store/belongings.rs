//! Everything that is the trainee's: taken along as copies, or deleted. Never touches the trainer's own scenes.

use std::io;
use std::path::{Path, PathBuf};

use super::atomic::create;
use super::disk::LITTER;
use super::jobs::Jobs;
use super::notice::Notice;
use super::paths::Folders;
use super::{Status, Store};
use crate::learning::Settings;

/// The folders that hold something of the trainee's.
fn kinds(folders: &Folders) -> Vec<PathBuf> {
    let cache = folders.index().parent().map(Path::to_owned);
    [folders.attempts(), folders.drafts(), folders.scenes(), folders.aside()].into_iter().chain(cache).collect()
}

impl Store {
    /// Copies attempts, drafts, played scenes and settings under `folder`; says how many files.
    ///
    /// # Errors
    /// What the system says, with the file it says it of; nothing there is written over.
    pub fn export(&self, folder: &Path) -> Result<usize, (PathBuf, io::Error)> {
        let (disk, clock) = (self.ways.disk.as_ref(), self.ways.clock.as_ref());
        let mut copied = 0;
        let mut copy = |from: PathBuf, into: &Path| -> Result<(), (PathBuf, io::Error)> {
            let done = disk.make_folder(into).and_then(|()| {
                let bytes = disk.read(&from, u64::MAX)?;
                create(disk, clock, &into.join(from.file_name().unwrap_or_default()), &bytes)
            });
            copied += 1;
            done.map_err(|error| (from, error))
        };
        let cache = self.folders.index();
        for kind in kinds(&self.folders).into_iter().filter(|kind| !cache.starts_with(kind)) {
            let into = folder.join(kind.file_name().unwrap_or_default());
            for file in disk.list(&kind).unwrap_or_default() {
                if !file.name.starts_with('.') {
                    copy(kind.join(&file.name), &into)?;
                }
            }
        }
        if disk.length(&self.folders.settings()).is_ok() {
            copy(self.folders.settings(), folder)?;
        }
        Ok(copied)
    }

    /// Deletes attempts, drafts, played scenes, what was set aside and the settings, also those of newer apps.
    /// Files that can't be removed are named. Where nothing may be written nothing is deleted.
    pub fn delete_my_data(&mut self) {
        if self.status != Status::ReadWrite {
            let told = if self.status == Status::Locked { Notice::Locked } else { Notice::ReadOnly(String::new()) };
            self.notices.push(told);
            return;
        }
        // What is queued would come back after it was deleted: the thread ends first, and a new one begins.
        self.jobs = None;
        let disk = self.ways.disk.clone();
        let mut doomed = vec![self.folders.settings()];
        for kind in kinds(&self.folders) {
            doomed.extend(disk.list(&kind).unwrap_or_default().into_iter().map(|file| kind.join(file.name)));
        }
        let left = disk.list(&self.folders.data_dir).unwrap_or_default();
        let litter = left.into_iter().filter(|file| file.name.starts_with(LITTER));
        doomed.extend(litter.map(|file| self.folders.data_dir.join(file.name)));
        for path in doomed {
            if let Err(error) = disk.remove(&path)
                && error.kind() != io::ErrorKind::NotFound
            {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.notices.push(Notice::NotDeleted(name, super::notice::reason(&error)));
            }
        }
        (self.heads, self.drafts, self.known, self.current) = (Vec::new(), Vec::new(), None, None);
        (self.settings, self.settings_garbled, self.settings_newer) = (Settings::default(), false, false);
        let (clock, folders) = (self.ways.clock.clone(), self.folders.clone());
        match Jobs::start(disk, clock, folders, self.ways.retry_every) {
            Ok(jobs) => self.jobs = Some(jobs),
            Err(error) => self.status = Status::ReadOnly(super::notice::reason(&error)),
        }
    }
}
