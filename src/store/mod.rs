//! The outside world: the only layer that touches disk, clock and threads. Judges nothing, and never stops a talk.

pub mod atomic;
pub mod attempts;
mod belongings;
pub mod clock;
pub mod disk;
pub mod drafts;
mod index;
mod jobs;
pub mod library;
mod lock;
pub mod place;
mod notice;
mod opening;
mod paths;
pub mod settings;

use std::sync::Arc;
use std::time::Duration;

pub use attempts::Bad;
pub use drafts::Draft;
pub use library::{Entry, Library, Origin};
pub use notice::Notice;
pub use paths::Folders;

use crate::learning::{Attempt, Head, Settings};
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::session::{FORMAT, Header, Mode, Session, Stamped};
use crate::text::Lang;
use clock::{Clock, Ids};
use disk::{Disk, Listed};
use jobs::{Job, Jobs, Report};
use lock::Lock;

/// May anything be written?
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Yes.
    ReadWrite,
    /// No, for this reason; another folder can be chosen.
    ReadOnly(String),
    /// No: another instance writes.
    Locked,
}

/// How the store is run; only tests need other ways than the default.
#[derive(Clone)]
pub struct Ways {
    /// The disk.
    pub disk: Arc<dyn Disk>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// How often a job that was refused is tried again.
    pub retry_every: Duration,
    /// More attempts than this that the index doesn't know are read behind the scenes.
    pub read_at_once: usize,
}

impl Default for Ways {
    fn default() -> Self {
        Self {
            disk: Arc::new(disk::RealDisk),
            clock: Arc::new(clock::SystemClock::default()),
            retry_every: Duration::from_secs(3),
            read_at_once: 200,
        }
    }
}

/// Everything that is kept. Calls that write return at once; [`Store::poll`] says what came of them.
pub struct Store {
    folders: Folders,
    ways: Ways,
    status: Status,
    jobs: Option<Jobs>,
    ids: Ids,
    settings: Settings,
    /// The settings file could not be read (in part): it is set aside before it is replaced.
    settings_garbled: bool,
    settings_newer: bool,
    heads: Vec<Head>,
    /// Heads by file, while attempts are still being read behind the scenes.
    known: Option<index::Known>,
    drafts: Vec<Draft>,
    current: Option<String>,
    notices: Vec<Notice>,
    // Given back last, after the thread has written everything.
    _lock: Option<Lock>,
}

impl Store {
    /// Opens the folder. Always works: where nothing can be written, the status says so.
    #[must_use]
    pub fn open(folders: Folders) -> Self {
        Self::open_with(folders, Ways::default())
    }

    /// May anything be written?
    #[must_use]
    pub fn status(&self) -> &Status {
        &self.status
    }

    /// Where things are.
    #[must_use]
    pub fn folders(&self) -> &Folders {
        &self.folders
    }

    /// The disk, for the library.
    #[must_use]
    pub fn disk(&self) -> &dyn Disk {
        self.ways.disk.as_ref()
    }

    /// The scenes at hand.
    #[must_use]
    pub fn library(&self, rubric: &Arc<Rubric>) -> Library {
        Library::open(self.disk(), &self.folders, rubric)
    }

    /// This moment, as records carry it.
    #[must_use]
    pub fn now(&self) -> String {
        clock::rfc3339(self.ways.clock.unix_millis())
    }

    /// Milliseconds since some moment; never goes back.
    #[must_use]
    pub fn millis(&self) -> u64 {
        self.ways.clock.monotonic_millis()
    }

    /// Whole days since a moment in RFC 3339; 0 where that is no moment or still to come.
    #[must_use]
    pub fn days_since(&self, moment: &str) -> u32 {
        let past = clock::parse_rfc3339(moment).map_or(0, |then| self.ways.clock.unix_millis().saturating_sub(then));
        u32::try_from(past.max(0) / 86_400_000).unwrap_or(u32::MAX)
    }

    /// The header of a new talk: its id sorts after all before it, its seed is drawn.
    #[must_use]
    pub fn header(&self, scenario: &Scenario, rubric: &Rubric, lang: Lang, mode: Mode) -> Header {
        Header {
            format: FORMAT,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            id: self.ids.next(self.ways.clock.unix_millis()),
            scenario: scenario.id.clone(),
            fingerprint: scenario.fingerprint.clone(),
            rubric: rubric.version.clone(),
            seed: clock::chance(),
            lang,
            mode,
            started: self.now(),
            trainee: self.settings.code_name.clone(),
        }
    }

    /// A talk begins, or goes on after a break: its draft is written, and a copy of the scene beside it.
    pub fn begin(&mut self, session: &Session, scene_text: &[u8]) {
        let header = &session.journal().header;
        self.drafts.retain(|draft| draft.journal.header.id != header.id);
        self.current = Some(header.id.clone());
        match drafts::write(session.journal()) {
            Ok(text) => {
                self.keep_scene(header, scene_text);
                self.push(Job::Draft(header.id.clone(), text));
            }
            Err(error) => self.lost(drafts::file_name(&header.id), &error),
        }
    }

    /// Something happened in the talk that was begun last.
    pub fn append(&mut self, stamped: &Stamped) {
        let Some(id) = self.current.clone() else { return };
        match drafts::line(stamped) {
            Ok(line) => self.push(Job::Line(id, line)),
            Err(error) => self.lost(drafts::file_name(&id), &error),
        }
    }

    /// A talk is over: it is kept for good, and its draft goes once that is done.
    pub fn finish(&mut self, attempt: &Attempt, scene_text: &[u8]) {
        let header = &attempt.journal.header;
        if self.current.as_ref() == Some(&header.id) {
            self.current = None;
        }
        let heads = std::mem::take(&mut self.heads);
        self.heads = attempts::merge(heads.into_iter().chain([Head::from(attempt)]));
        match attempts::write(attempt) {
            Ok(text) => {
                self.keep_scene(header, scene_text);
                self.push(Job::Attempt(attempts::file_name(attempt), text));
                self.push(Job::EndDraft(header.id.clone()));
            }
            Err(error) => self.lost(attempts::file_name(attempt), &error),
        }
    }

    /// A talk is given up: nothing of it is kept.
    pub fn discard_draft(&mut self, id: &str) {
        if self.current.as_deref() == Some(id) {
            self.current = None;
        }
        self.drafts.retain(|draft| draft.journal.header.id != id);
        self.push(Job::EndDraft(id.to_owned()));
    }

    /// Talks that were broken off, oldest first; begin one to go on with it.
    #[must_use]
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// Finished attempts, oldest first, each once.
    #[must_use]
    pub fn attempts(&self) -> &[Head] {
        &self.heads
    }

    /// Are attempts still being read behind the scenes?
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.known.is_some()
    }

    /// One attempt with its events, read from its file.
    ///
    /// # Errors
    /// [`Bad`] where no file holds it.
    pub fn attempt(&self, id: &str) -> Result<attempts::Kept, Bad> {
        let disk = self.ways.disk.as_ref();
        let folder = self.folders.attempts();
        let listed = disk.list(&folder).map_err(|error| Bad::Closed(notice::reason(&error)))?;
        let part = paths::file_word(id);
        let mut bad = Bad::Closed(notice::reason(&std::io::ErrorKind::NotFound.into()));
        // A file that was renamed by hand is found by looking into all of them, after those that look right.
        let (likely, others): (Vec<&Listed>, Vec<&Listed>) =
            listed.iter().filter(|file| attempts::is_ron_name(&file.name)).partition(|file| file.name.contains(&part));
        let mut found: Vec<attempts::Kept> = Vec::new();
        for (file, looks_right) in
            likely.into_iter().map(|file| (file, true)).chain(others.into_iter().map(|file| (file, false)))
        {
            if !looks_right && !found.is_empty() {
                break;
            }
            match attempts::load(disk, &folder.join(&file.name)) {
                Ok(kept) if kept.attempt.id() == id => found.push(kept),
                Err(why) if looks_right => bad = why,
                _ => {}
            }
        }
        // Of several copies an intact one, the longest: as in the list.
        found.sort_by_key(|kept| (kept.intact, kept.attempt.journal.events.len()));
        found.pop().ok_or(bad)
    }

    /// How the trainee wants the app.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Keeps new settings, unless a newer app wrote those on disk: then they hold until the app is closed.
    pub fn save_settings(&mut self, settings: Settings) {
        self.settings = settings;
        match settings::write(&self.settings) {
            Ok(_) if self.settings_newer => {}
            Ok(text) => {
                let aside = std::mem::take(&mut self.settings_garbled);
                self.push(Job::Settings(text, aside));
            }
            Err(error) => self.lost("settings.ron".to_owned(), &error),
        }
    }

    /// How many writes are not done yet: the dot at the title.
    #[must_use]
    pub fn unsaved(&self) -> usize {
        self.jobs.as_ref().map_or(0, Jobs::waiting)
    }

    /// Tries again what was held back, without waiting.
    pub fn retry(&mut self) {
        self.push(Job::Retry);
    }

    /// Waits until everything is written, for at most `patience`; says whether it is.
    #[must_use]
    pub fn settle(&self, patience: Duration) -> bool {
        self.jobs.as_ref().is_none_or(|jobs| jobs.settle(patience))
    }

    /// What there is to tell since the last time; never waits. Call it each frame.
    pub fn poll(&mut self) -> Vec<Notice> {
        for report in self.jobs.as_ref().map(Jobs::reports).unwrap_or_default() {
            match report {
                Report::Notice(notice) => self.notices.push(notice),
                Report::Heads(read) => self.take_heads(read),
            }
        }
        std::mem::take(&mut self.notices)
    }

    fn keep_scene(&self, header: &Header, scene_text: &[u8]) {
        let name = library::copy_name(&header.scenario, &header.fingerprint);
        self.push(Job::Scene(name, scene_text.into()));
    }

    fn lost(&mut self, file: String, error: &ron::Error) {
        self.notices.push(Notice::Lost(file, error.to_string()));
    }

    fn push(&self, job: Job) {
        if let (Status::ReadWrite, Some(jobs)) = (&self.status, &self.jobs) {
            jobs.push(job);
        }
    }
}
