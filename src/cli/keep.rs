//! Keeps talks: drafts while they go on, a record once they are over. Stops no talk where nothing can be kept.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::args::Options;
use super::out::{Exit, Out};
use crate::learning::Attempt;
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::session::golden::header;
use crate::session::{Header, Mode, Session};
use crate::store::{Status, Store, Ways, attempts, place};

/// How long a record may take to be written.
const PATIENCE: Duration = Duration::from_secs(10);

/// The data folder of a command, read whole.
pub(super) fn open(options: &Options) -> Store {
    let ways = Ways { read_at_once: usize::MAX, ..Ways::default() };
    Store::open_with(place::folders(options.data_dir.clone()), ways)
}

/// Where a talk is kept, if anywhere.
pub(super) struct Keeper {
    store: Option<Store>,
    scene: Arc<[u8]>,
    began: u64,
    before: u64,
}

/// What was kept of a talk.
pub(super) struct Kept {
    /// The file of the record.
    pub record: Option<String>,
    /// `Ok`, or why there is none.
    pub exit: Exit,
}

impl Keeper {
    /// Keeps nothing.
    pub(super) fn nothing() -> Self {
        Self { store: None, scene: Arc::from([]), began: 0, before: 0 }
    }

    /// Keeps talks of the scene with these bytes in `store`.
    pub(super) fn new(mut store: Store, scene: Arc<[u8]>, out: &mut Out) -> Self {
        tell(&mut store, out);
        let began = store.millis();
        Self { store: Some(store), scene, began, before: 0 }
    }

    /// The header of a new talk; its seed is drawn where none is given.
    pub(super) fn header(
        &self,
        scenario: &Scenario,
        rubric: &Rubric,
        seed: Option<u64>,
        mode: Mode,
        out: &Out,
    ) -> Header {
        let usual = || header(scenario, rubric, crate::session::golden::SEED, out.lang);
        let drawn = self.store.as_ref().map_or_else(usual, |store| store.header(scenario, rubric, out.lang, mode));
        Header { seed: seed.unwrap_or(drawn.seed), mode, ..drawn }
    }

    /// The talk begins, or goes on.
    pub(super) fn begin(&mut self, session: &Session) {
        self.before = session.journal().events.last().map_or(0, |stamped| stamped.at);
        if let Some(store) = &mut self.store {
            store.begin(session, &self.scene);
        }
    }

    /// Milliseconds it has gone on for, breaks left out.
    pub(super) fn at(&self) -> u64 {
        self.store.as_ref().map_or(0, |store| self.before.saturating_add(store.millis().saturating_sub(self.began)))
    }

    /// Something happened in it.
    pub(super) fn happened(&mut self, session: &Session, out: &mut Out) {
        let Some(store) = &mut self.store else { return };
        if let Some(stamped) = session.journal().events.last() {
            store.append(stamped);
        }
        tell(store, out);
    }

    /// It is over.
    pub(super) fn finish(&mut self, session: &Session, out: &mut Out) -> Kept {
        let Some(store) = &mut self.store else { return Kept { record: None, exit: Exit::Ok } };
        let attempt = Attempt::of(session, &store.now());
        store.finish(&attempt, &self.scene);
        let written = store.settle(PATIENCE);
        tell(store, out);
        let path = store.folders().attempts().join(attempts::file_name(&attempt));
        let there = written && *store.status() == Status::ReadWrite && store.disk().length(&path).is_ok();
        let exit = match store.status() {
            _ if there => Exit::Ok,
            Status::Locked => Exit::Locked,
            _ => Exit::Disk,
        };
        Kept { record: there.then(|| shown(&path)), exit }
    }
}

fn tell(store: &mut Store, out: &mut Out) {
    for notice in store.poll() {
        out.tell(notice.message().get(out.lang));
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
