//! One thread that writes, one job after another. Never gives up a job that a full disk holds back, and never blocks the window.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::atomic::{create, replace, set_aside};
use super::attempts::{self, Bad};
use super::clock::Clock;
use super::disk::{Disk, Listed};
use super::drafts::{self, DraftFile};
use super::index::{self, Known};
use super::notice::{Notice, is_full, reason};
use super::paths::Folders;
use crate::learning::Head;

/// Something to be done on the disk.
#[derive(Debug)]
pub enum Job {
    /// A talk begins (or goes on): its draft as it should be.
    Draft(String, String),
    /// One more line of the draft of this talk.
    Line(String, String),
    /// What is still missing in the draft of this talk.
    Flush(String),
    /// The talk is over or given up: its draft goes.
    EndDraft(String),
    /// A finished attempt: name of the file and text.
    Attempt(String, String),
    /// A copy of a scene, by content: name of the file and bytes.
    Scene(String, Arc<[u8]>),
    /// The settings' text; `true`: the file that is there could not be read and is set aside first.
    Settings(String, bool),
    /// Attempts to be read.
    Heads(Vec<Listed>),
    /// The index of all attempts.
    Index(Known),
    /// Try again now.
    Retry,
}

/// What came of jobs.
#[derive(Debug)]
pub enum Report {
    /// To be told.
    Notice(Notice),
    /// Attempts that were asked for.
    Heads(Vec<(Listed, Result<Head, Bad>)>),
}

/// The thread and the ways to it.
#[derive(Debug)]
pub struct Jobs {
    queue: Option<Sender<Job>>,
    reports: Receiver<Report>,
    thread: Option<JoinHandle<()>>,
    waiting: Arc<AtomicUsize>,
}

impl Jobs {
    /// Starts the thread.
    ///
    /// # Errors
    /// Where the system has none to give.
    pub fn start(
        disk: Arc<dyn Disk>,
        clock: Arc<dyn Clock>,
        folders: Folders,
        retry_every: Duration,
    ) -> io::Result<Self> {
        let (jobs, inbox) = channel();
        let (outbox, reports) = channel();
        let waiting = Arc::new(AtomicUsize::new(0));
        let worker = Worker {
            disk,
            clock,
            folders,
            retry_every,
            reports: outbox,
            waiting: Arc::clone(&waiting),
            drafts: BTreeMap::new(),
            held: None,
        };
        let thread = std::thread::Builder::new().name("store".to_owned()).spawn(move || worker.run(&inbox))?;
        Ok(Self { queue: Some(jobs), reports, thread: Some(thread), waiting })
    }

    /// Queues a job.
    pub fn push(&self, job: Job) {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        if self.queue.as_ref().is_none_or(|queue| queue.send(job).is_err()) {
            self.waiting.fetch_sub(1, Ordering::SeqCst);
        }
    }

    /// How many jobs are not done.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::SeqCst)
    }

    /// What came of jobs since the last time; never waits.
    #[must_use]
    pub fn reports(&self) -> Vec<Report> {
        self.reports.try_iter().collect()
    }

    /// Waits until all is done, for at most `patience`; says whether it is.
    #[must_use]
    pub fn settle(&self, patience: Duration) -> bool {
        let since = Instant::now();
        while self.waiting() > 0 && since.elapsed() < patience {
            std::thread::sleep(Duration::from_millis(1));
        }
        self.waiting() == 0
    }
}

impl Drop for Jobs {
    /// What is queued is still written; what the disk refuses even then is lost with the process.
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Worker {
    disk: Arc<dyn Disk>,
    clock: Arc<dyn Clock>,
    folders: Folders,
    retry_every: Duration,
    reports: Sender<Report>,
    waiting: Arc<AtomicUsize>,
    drafts: BTreeMap<String, DraftFile>,
    /// The notice given when the job at the head of the queue was first refused.
    held: Option<Notice>,
}

impl Worker {
    fn run(mut self, inbox: &Receiver<Job>) {
        let mut queue: VecDeque<Job> = VecDeque::new();
        let mut open = true;
        while open || !queue.is_empty() {
            while open {
                let came = match (queue.is_empty(), self.held.is_some()) {
                    (true, _) => inbox.recv().map_err(|_| TryRecvError::Disconnected),
                    (false, true) => inbox.recv_timeout(self.retry_every).map_err(|error| match error {
                        RecvTimeoutError::Timeout => TryRecvError::Empty,
                        RecvTimeoutError::Disconnected => TryRecvError::Disconnected,
                    }),
                    (false, false) => inbox.try_recv(),
                };
                match came {
                    Ok(Job::Retry) => {
                        self.waiting.fetch_sub(1, Ordering::SeqCst);
                        break;
                    }
                    Ok(job) => queue.push_back(job),
                    Err(TryRecvError::Empty) => break,
                    Err(TryRecvError::Disconnected) => open = false,
                }
            }
            let Some(job) = queue.pop_front() else { continue };
            if let Some(job) = self.try_job(job) {
                queue.push_front(job);
                if !open {
                    // Nobody is left to wait for: the disk had its last chance.
                    return;
                }
            }
        }
    }

    /// Does a job; gives it back where it has to be tried again.
    fn try_job(&mut self, job: Job) -> Option<Job> {
        match self.perform(job) {
            Ok(()) => {
                self.waiting.fetch_sub(1, Ordering::SeqCst);
                if self.held.take().is_some() {
                    self.tell(Notice::SavedAgain);
                }
                None
            }
            Err((error, job)) if hopeless(&error) => {
                self.waiting.fetch_sub(1, Ordering::SeqCst);
                self.tell(Notice::Lost(name_of(&job), reason(&error)));
                None
            }
            Err((error, job)) => {
                let notice = if is_full(&error) { Notice::DiskFull } else { Notice::NotSaved(reason(&error)) };
                if self.held.as_ref() != Some(&notice) {
                    self.held = Some(notice.clone());
                    self.tell(notice);
                }
                Some(job)
            }
        }
    }

    fn tell(&self, notice: Notice) {
        // A window that is gone needs no telling.
        let _ = self.reports.send(Report::Notice(notice));
    }

    fn perform(&mut self, job: Job) -> Result<(), (io::Error, Job)> {
        let (disk, clock) = (self.disk.as_ref(), self.clock.as_ref());
        match job {
            Job::Draft(id, text) => {
                let path = self.folders.drafts().join(drafts::file_name(&id));
                self.drafts.insert(id.clone(), DraftFile::new(path, text));
                self.flush(id)
            }
            Job::Line(id, line) => {
                if let Some(draft) = self.drafts.get_mut(&id) {
                    draft.push(&line);
                }
                self.flush(id)
            }
            Job::Flush(id) => self.flush(id),
            Job::EndDraft(id) => {
                let path = self.folders.drafts().join(drafts::file_name(&id));
                match disk.remove(&path) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => Err((error, Job::EndDraft(id))),
                    _ => {
                        self.drafts.remove(&id);
                        Ok(())
                    }
                }
            }
            Job::Attempt(name, text) => match attempts::save(disk, clock, &self.folders.attempts(), &name, &text) {
                Ok(_) => Ok(()),
                Err(error) => Err((error, Job::Attempt(name, text))),
            },
            Job::Scene(name, bytes) => match create(disk, clock, &self.folders.scenes().join(&name), &bytes) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err((error, Job::Scene(name, bytes))),
                _ => Ok(()),
            },
            Job::Settings(text, aside) => self.save_settings(text, aside),
            Job::Heads(files) => {
                let read = files.into_iter().map(|file| {
                    let found = attempts::load(disk, &self.folders.attempts().join(&file.name));
                    (file, found.map(|kept| Head::from(&kept.attempt)))
                });
                let _ = self.reports.send(Report::Heads(read.collect()));
                Ok(())
            }
            Job::Index(known) => {
                // Only a copy: what the disk refuses is made again next time.
                let _ = replace(disk, clock, &self.folders.index(), &index::write(&known));
                Ok(())
            }
            Job::Retry => Ok(()),
        }
    }

    fn flush(&mut self, id: String) -> Result<(), (io::Error, Job)> {
        let Some(draft) = self.drafts.get_mut(&id) else { return Ok(()) };
        draft.flush(self.disk.as_ref(), self.clock.as_ref()).map_err(|error| (error, Job::Flush(id)))
    }

    fn save_settings(&self, text: String, aside: bool) -> Result<(), (io::Error, Job)> {
        let (disk, clock, path) = (self.disk.as_ref(), self.clock.as_ref(), self.folders.settings());
        if aside
            && let Err(error) = set_aside(disk, clock, &path, &self.folders.aside())
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err((error, Job::Settings(text, true)));
        }
        replace(disk, clock, &path, text.as_bytes()).map_err(|error| (error, Job::Settings(text, false)))
    }
}

/// Will it never work, however often it is tried?
fn hopeless(error: &io::Error) -> bool {
    use io::ErrorKind::{AlreadyExists, FileTooLarge, InvalidFilename, InvalidInput};
    matches!(error.kind(), AlreadyExists | FileTooLarge | InvalidFilename | InvalidInput)
}

fn name_of(job: &Job) -> String {
    match job {
        Job::Draft(id, _) | Job::Line(id, _) | Job::Flush(id) | Job::EndDraft(id) => drafts::file_name(id),
        Job::Attempt(name, _) | Job::Scene(name, _) => name.clone(),
        Job::Settings(..) => "settings.ron".to_owned(),
        Job::Heads(_) | Job::Index(_) | Job::Retry => "heads.json".to_owned(),
    }
}
