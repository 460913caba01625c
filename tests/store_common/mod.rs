//! What the tests of the store share: a scene, talks, a clock that is set by hand, and a disk that fails on demand.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "tests stop at the first surprise"
)]

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use heartfirst::learning::Attempt;
use heartfirst::rubric::Rubric;
use heartfirst::scenario::Scenario;
use heartfirst::session::load::load;
use heartfirst::session::{Event, Header, Mode, Session};
use heartfirst::store::clock::Clock;
use heartfirst::store::disk::{Disk, Listed, RealDisk};
use heartfirst::store::{Folders, Store, Ways};
use heartfirst::text::Lang;
use tempfile::TempPath;

pub const SCENE: &str = include_str!("../journals/v1/scene.ron");

pub fn rubric() -> Arc<Rubric> {
    Arc::new(Rubric::builtin())
}

pub fn scene() -> Arc<Scenario> {
    let loaded = load("wet-umbrella.ron", SCENE.as_bytes(), &rubric());
    assert!(!loaded.diagnostics.iter().any(heartfirst::diag::Diagnostic::is_error), "{:#?}", loaded.diagnostics);
    loaded.scenario.expect("the scene loads")
}

pub fn header(scene: &Scenario, id: &str) -> Header {
    Header {
        format: 1,
        app: "0.1.0".to_owned(),
        id: id.to_owned(),
        scenario: scene.id.clone(),
        fingerprint: scene.fingerprint.clone(),
        rubric: rubric().version.clone(),
        seed: 7,
        lang: Lang::Zh,
        mode: Mode::Coached,
        started: "2026-11-22T10:00:00.000+08:00".to_owned(),
        trainee: "学员 1".to_owned(),
    }
}

/// A talk with these picks.
pub fn talk(scene: &Arc<Scenario>, header: Header, picks: &[&str]) -> Session {
    let mut session = Session::open(Arc::clone(scene), rubric(), header);
    for (at, pick) in picks.iter().enumerate() {
        session.act(Event::Picked((*pick).to_owned()), at as u64 * 1000).expect("can be picked");
    }
    session
}

pub fn attempt(scene: &Arc<Scenario>, id: &str) -> Attempt {
    Attempt::of(&talk(scene, header(scene, id), &["hear", "lend"]), "2026-11-22T10:03:00.000+08:00")
}

/// Ids as the app makes them, for the `n`-th attempt.
pub fn id(n: u64) -> String {
    format!("019aa000-0000-7000-8000-{n:012x}")
}

/// A clock that is set by hand and waits in no time, noting for how long it was asked to.
#[derive(Debug, Default)]
pub struct HandClock {
    pub now: AtomicI64,
    pub waited: Mutex<Duration>,
}

impl Clock for HandClock {
    fn unix_millis(&self) -> i64 {
        self.now.load(Ordering::SeqCst)
    }

    fn monotonic_millis(&self) -> u64 {
        0
    }

    fn wait(&self, how_long: Duration) {
        *self.waited.lock().unwrap() += how_long;
    }
}

/// A real disk whose steps that change something are counted and can be made to fail.
#[derive(Debug, Default)]
pub struct FailingDisk {
    pub steps: AtomicUsize,
    pub failed: AtomicUsize,
    /// Steps from this one on …
    pub fail_from: AtomicUsize,
    /// … up to before this one fail.
    pub fail_until: AtomicUsize,
    pub kind: Mutex<Option<io::ErrorKind>>,
    /// How often each step was taken, by name.
    pub counts: Mutex<BTreeMap<&'static str, usize>>,
}

impl FailingDisk {
    pub fn new(from: usize, until: usize, kind: io::ErrorKind) -> Self {
        let disk = Self::default();
        disk.fail_from.store(from, Ordering::SeqCst);
        disk.fail_until.store(until, Ordering::SeqCst);
        *disk.kind.lock().unwrap() = Some(kind);
        disk
    }

    pub fn mend(&self) {
        self.fail_until.store(0, Ordering::SeqCst);
    }

    fn step(&self, name: &'static str) -> io::Result<()> {
        *self.counts.lock().unwrap().entry(name).or_default() += 1;
        let step = self.steps.fetch_add(1, Ordering::SeqCst);
        let fails = step >= self.fail_from.load(Ordering::SeqCst) && step < self.fail_until.load(Ordering::SeqCst);
        if fails {
            self.failed.fetch_add(1, Ordering::SeqCst);
            return Err(self.kind.lock().unwrap().unwrap_or(io::ErrorKind::StorageFull).into());
        }
        Ok(())
    }
}

impl Disk for FailingDisk {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        RealDisk.read(path, most)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        RealDisk.list(folder)
    }

    fn modified(&self, path: &Path) -> io::Result<i64> {
        RealDisk.modified(path)
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        RealDisk.length(path)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.make_folder(folder)
    }

    fn stage(&self, folder: &Path, bytes: &[u8]) -> io::Result<TempPath> {
        self.step("stage")?;
        RealDisk.stage(folder, bytes)
    }

    fn publish(&self, staged: TempPath, to: &Path, over: bool) -> Result<(), (io::Error, TempPath)> {
        match self.step("publish") {
            Ok(()) => RealDisk.publish(staged, to, over),
            Err(error) => Err((error, staged)),
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step("sync_folder")?;
        RealDisk.sync_folder(folder)
    }

    /// A full disk takes half of the bytes and then refuses.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step("append").inspect_err(|_| {
            let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
            RealDisk.append(path, half).expect("half of it goes");
        })?;
        RealDisk.append(path, bytes)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step("remove")?;
        RealDisk.remove(path)
    }

    fn move_to(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("move_to")?;
        RealDisk.move_to(from, to)
    }
}

/// A store on this disk, with a hand-set clock and hardly any pause between tries.
pub fn store_on(disk: Arc<dyn Disk>, folder: &Path) -> Store {
    let clock = Arc::new(HandClock::default());
    clock.now.store(1_790_000_000_000, Ordering::SeqCst);
    let ways = Ways { disk, clock, retry_every: Duration::from_millis(5), ..Ways::default() };
    Store::open_with(Folders::at(folder), ways)
}

pub fn store(folder: &Path) -> Store {
    store_on(Arc::new(RealDisk), folder)
}

pub fn settled(store: &Store) {
    assert!(store.settle(Duration::from_secs(20)), "still waiting: {}", store.unsaved());
}

pub fn names(folder: &Path) -> Vec<String> {
    RealDisk.list(folder).unwrap_or_default().into_iter().map(|file| file.name).collect()
}
