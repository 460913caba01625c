//! The scenes of the repository, loaded as the app loads them. Keeps nothing between two tests.
#![allow(dead_code, reason = "each test file uses a part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use heartfirst::rubric::Rubric;
use heartfirst::scenario::Scenario;
use heartfirst::session::Session;
use heartfirst::session::load::{Loaded, load};

pub fn rubric() -> Arc<Rubric> {
    Arc::new(Rubric::builtin())
}

/// Every scene file, in order of name.
pub fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let listed = fs::read_dir(folder).expect("scenarios/");
    let mut found: Vec<PathBuf> = listed.map(|entry| entry.expect("an entry").path()).collect();
    found.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
    found.sort();
    assert!(found.len() >= 2, "the scenes were found");
    found
}

pub fn loaded(rubric: &Arc<Rubric>) -> Vec<(String, Loaded)> {
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = fs::read(path).expect("a scene");
        (name.clone(), load(&name, &bytes, rubric))
    };
    files().into_iter().map(read).collect()
}

pub fn all(rubric: &Arc<Rubric>) -> Vec<Arc<Scenario>> {
    loaded(rubric)
        .into_iter()
        .map(|(name, loaded)| loaded.scenario.unwrap_or_else(|| panic!("{name} can't be played")))
        .collect()
}

/// The talk of the same journal, after the journal went through its text.
pub fn journal_again(live: &Session) -> Session {
    let text = ron::to_string(live.journal()).expect("a journal is text");
    let journal: heartfirst::session::Journal = ron::from_str(&text).expect("a journal is read back");
    assert_eq!(&journal, live.journal());
    journal.replay(live.scenario(), live.rubric()).unwrap_or_else(|why| panic!("{why:?}"))
}
