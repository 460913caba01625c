//! What happens when the folder is opened: asking for the lock, sweeping, and reading all that is there.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::atomic::{create, replace, set_aside, sweep};
use super::attempts::{self, Bad};
use super::clock::Ids;
use super::disk::Listed;
use super::drafts;
use super::index::{self, Known};
use super::jobs::{Job, Jobs};
use super::lock::{Asked, Lock, ask};
use super::notice::{Notice, is_full, reason};
use super::paths::{Folders, file_word};
use super::{Status, Store, Ways, settings};
use crate::learning::Head;

/// The index of a hundred thousand attempts is smaller.
const LARGEST_INDEX: u64 = 256 << 20;

impl Store {
    /// Opens the folder in the given ways. Always works.
    #[must_use]
    pub fn open_with(folders: Folders, ways: Ways) -> Self {
        let mut notices = Vec::new();
        let (status, lock) = ask_to_write(&folders, &ways, &mut notices);
        let jobs = Jobs::start(ways.disk.clone(), ways.clock.clone(), folders.clone(), ways.retry_every);
        let (jobs, status) = match jobs {
            Ok(jobs) => (Some(jobs), status),
            Err(error) => (None, Status::ReadOnly(reason(&error))),
        };
        match &status {
            Status::ReadWrite => {}
            Status::ReadOnly(why) => notices.push(Notice::ReadOnly(why.clone())),
            Status::Locked => notices.push(Notice::Locked),
        }
        // No folder at all: a relative path must not make the working folder ours.
        let nowhere = folders.data_dir.as_os_str().is_empty();
        let path = folders.settings();
        let read = if nowhere { settings::Read::default() } else { settings::load(ways.disk.as_ref(), &path) };
        if let Some(format) = read.newer {
            notices.push(Notice::Newer("settings.ron".to_owned(), format));
        }
        if !read.lost.is_empty() {
            notices.push(Notice::Settings(read.lost.clone()));
        }
        let mut store = Self {
            folders,
            ways,
            status,
            jobs,
            ids: Ids::default(),
            settings: read.settings,
            settings_garbled: !read.lost.is_empty(),
            settings_newer: read.newer.is_some(),
            heads: Vec::new(),
            known: None,
            drafts: Vec::new(),
            current: None,
            notices,
            _lock: lock,
        };
        if store.status == Status::ReadWrite {
            store.sweep();
        }
        if nowhere {
            return store;
        }
        let listed = store.read_attempts();
        if store.status != Status::Locked {
            store.read_drafts(&listed);
        }
        store
    }

    fn sweep(&self) {
        for folder in self.folders.all() {
            sweep(self.ways.disk.as_ref(), self.ways.clock.as_ref(), &folder);
        }
    }

    /// Heads from the index; the few files it doesn't know are read at once, many of them behind the scenes.
    fn read_attempts(&mut self) -> Vec<Listed> {
        let disk = self.ways.disk.clone();
        let folder = self.folders.attempts();
        let mut listed = disk.list(&folder).unwrap_or_default();
        listed.retain(|file| attempts::is_ron_name(&file.name));
        let index = disk.read(&self.folders.index(), LARGEST_INDEX).unwrap_or_default();
        let mut known = index::read(&index);
        let indexed = known.len();
        let there: BTreeSet<&Listed> = listed.iter().collect();
        known.retain(|file, _| there.contains(file));
        let missing: Vec<Listed> = listed.iter().filter(|file| !known.contains_key(*file)).cloned().collect();
        if missing.is_empty() && indexed == known.len() {
            self.show(known.into_values().collect());
        } else if let (true, Some(jobs)) = (missing.len() > self.ways.read_at_once, &self.jobs) {
            jobs.push(Job::Heads(missing));
            self.show(known.values().cloned().collect());
            self.known = Some(known);
        } else {
            let read = missing.into_iter().map(|file| {
                let found = attempts::load(disk.as_ref(), &folder.join(&file.name));
                (file, found.map(|kept| Head::from(&kept.attempt)))
            });
            let read = read.collect();
            self.known = Some(known);
            self.take_heads(read);
        }
        listed
    }

    /// Attempts were read: they join the list, what is no attempt is set aside, and the index is made again.
    pub(super) fn take_heads(&mut self, read: Vec<(Listed, Result<Head, Bad>)>) {
        let mut known: Known = self.known.take().unwrap_or_default();
        for (file, found) in read {
            match found {
                Ok(head) => {
                    known.insert(file, head);
                }
                Err(bad) => self.refuse(&self.folders.attempts().join(&file.name), bad),
            }
        }
        // Those finished meanwhile are in the list already.
        let heads = std::mem::take(&mut self.heads);
        self.show(heads.into_iter().chain(known.values().cloned()).collect());
        self.push(Job::Index(known));
    }

    fn show(&mut self, heads: Vec<Head>) {
        self.heads = attempts::merge(heads);
        if let Some(last) = self.heads.last() {
            self.ids.after(&last.header.id);
        }
    }

    fn read_drafts(&mut self, attempts: &[Listed]) {
        let disk = self.ways.disk.clone();
        let folder = self.folders.drafts();
        for file in disk.list(&folder).unwrap_or_default() {
            if !drafts::is_draft_name(&file.name) {
                continue;
            }
            let path = folder.join(&file.name);
            match drafts::load(disk.as_ref(), &path) {
                Ok(draft) => {
                    let finished = self.is_kept(attempts, &draft.journal.header.id);
                    if draft.torn {
                        self.mend(&path, &draft);
                    }
                    if finished || draft.journal.events.is_empty() {
                        // The app was killed between keeping the attempt and removing its draft; or nothing was said.
                        self.forget(&path);
                    } else {
                        self.ids.after(&draft.journal.header.id);
                        self.drafts.push(draft);
                    }
                }
                Err(bad) => self.refuse(&path, bad),
            }
        }
        self.drafts.sort_by(|a, b| a.journal.header.id.cmp(&b.journal.header.id));
    }

    /// Is there an attempt of this id that can be read?
    fn is_kept(&self, listed: &[Listed], id: &str) -> bool {
        let (word, folder) = (file_word(id), self.folders.attempts());
        let mut named = listed.iter().filter(|file| file.name.contains(&word));
        let disk = self.ways.disk.as_ref();
        named.any(|file| attempts::load(disk, &folder.join(&file.name)).is_ok_and(|kept| kept.attempt.id() == id))
    }

    /// A torn draft is set aside as it is, and what can be read of it takes its place.
    fn mend(&mut self, path: &Path, draft: &drafts::Draft) {
        self.notices.push(Notice::DraftTorn(draft.file.clone(), draft.journal.events.len()));
        if self.status != Status::ReadWrite {
            return;
        }
        let (disk, clock, aside) = (self.ways.disk.as_ref(), self.ways.clock.as_ref(), self.folders.aside());
        let Ok(good) = drafts::write(&draft.journal) else { return };
        let mended = disk.read(path, u64::MAX).and_then(|bytes| {
            disk.make_folder(&aside)?;
            match create(disk, clock, &aside.join(&draft.file), &bytes) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
            replace(disk, clock, path, good.as_bytes())
        });
        if let Err(error) = mended {
            self.notices.push(if is_full(&error) { Notice::DiskFull } else { Notice::NotSaved(reason(&error)) });
        }
    }

    fn forget(&self, path: &Path) {
        if self.status == Status::ReadWrite {
            // Where it can't be removed it is looked at again next time.
            let _ = self.ways.disk.remove(path);
        }
    }

    /// A file that can't be used is named, and set aside only where its bytes make no sense.
    fn refuse(&mut self, path: &Path, bad: Bad) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let notice = match bad {
            Bad::Newer(format) => Notice::Newer(name, format),
            Bad::Closed(why) => Notice::Unreadable(name, crate::text::Bilingual::new(why.clone(), why)),
            Bad::Garbled(why) if self.status == Status::ReadWrite => {
                match set_aside(self.ways.disk.as_ref(), self.ways.clock.as_ref(), path, &self.folders.aside()) {
                    Ok(_) => Notice::SetAside(name, why),
                    Err(_) => Notice::Unreadable(name, why),
                }
            }
            Bad::Garbled(why) => Notice::Unreadable(name, why),
        };
        self.notices.push(notice);
    }
}

/// Makes the folders, asks for the lock and tries a write.
fn ask_to_write(folders: &Folders, ways: &Ways, notices: &mut Vec<Notice>) -> (Status, Option<Lock>) {
    if folders.data_dir.as_os_str().is_empty() {
        let none = io::Error::from(io::ErrorKind::NotFound);
        return (Status::ReadOnly(reason(&none)), None);
    }
    if let Err(error) = ways.disk.make_folder(&folders.data_dir) {
        return (Status::ReadOnly(reason(&error)), None);
    }
    let lock = match ask(&folders.lock()) {
        Asked::Held(lock) => lock,
        Asked::Elsewhere => return (Status::Locked, None),
        Asked::Failed(error) => return (Status::ReadOnly(reason(&error)), None),
    };
    let made = folders.all().iter().try_for_each(|folder| ways.disk.make_folder(folder));
    match made.and_then(|()| ways.disk.stage(&folders.data_dir, b"?").map(drop)) {
        Ok(()) => (Status::ReadWrite, Some(lock)),
        Err(error) if is_full(&error) => {
            notices.push(Notice::DiskFull);
            (Status::ReadWrite, Some(lock))
        }
        Err(error) => (Status::ReadOnly(reason(&error)), None),
    }
}
