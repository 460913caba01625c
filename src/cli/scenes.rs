//! Finds scenes: by path, in `scenarios/`, or in the library. Checks nothing itself.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Options;
use crate::rubric::Rubric;
use crate::session::Header;
use crate::session::load::{Loaded, load};
use crate::store::disk::{Disk, RealDisk};
use crate::store::library::copy_name;
use crate::store::{Entry, Folders, Library, Store, place};

/// A scene file as read.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// As the user would call it.
    pub name: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
    /// What came of it.
    pub loaded: Loaded,
}

/// Where scenes are looked for by id, from where one stands.
const FOLDER: &str = "scenarios";
/// One byte more than a scene may have, so that it can be said that it is too big.
const LARGEST: u64 = (1 << 20) + 1;

/// The scene called so: a path first, then an id here, then an id of the library.
///
/// # Errors
/// Why the path can't be read, where it is no id either.
pub(super) fn find(called: &str, options: &Options, rubric: &Arc<Rubric>) -> io::Result<Found> {
    let path = Path::new(called);
    read(path, rubric).or_else(|why| by_id(called, options, rubric).ok_or(why))
}

fn by_id(called: &str, options: &Options, rubric: &Arc<Rubric>) -> Option<Found> {
    if Path::new(called).components().count() != 1 {
        return None;
    }
    let here = Path::new(FOLDER).join(format!("{called}.ron"));
    read(&here, rubric).ok().or_else(|| {
        let library = Library::open(&RealDisk, &place::folders(options.data_dir.clone()), rubric);
        let broken = || library.entries().iter().find(|entry| entry.id() == called);
        library.by_id(called).or_else(broken).cloned().map(of_library)
    })
}

/// The file at `path`, loaded.
///
/// # Errors
/// Why it can't be read.
pub(super) fn read(path: &Path, rubric: &Arc<Rubric>) -> io::Result<Found> {
    let bytes = match RealDisk.read(path, LARGEST) {
        // As many bytes of nothing: `load` says that it is too big without anybody reading it.
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            vec![b'\n'; usize::try_from(RealDisk.length(path)?.min(16 * LARGEST)).unwrap_or_default()]
        }
        other => other?,
    };
    let name = path.display().to_string();
    let loaded = load(&name, &bytes, rubric);
    Ok(Found { name, bytes: bytes.into(), loaded })
}

/// Every scene that can be played, those of the folder here before those of the library with the same id; easiest first.
pub(super) fn all(store: &Store, rubric: &Arc<Rubric>) -> Vec<Found> {
    let mut all: Vec<Found> = in_folder(Path::new(FOLDER), &RealDisk)
        .iter()
        .filter_map(|path| read(path, rubric).ok())
        .filter(|found| found.loaded.scenario.is_some())
        .collect();
    for entry in store.library(rubric).entries() {
        let known = |found: &Found| found.loaded.scenario.as_ref().is_some_and(|scenario| scenario.id == entry.id());
        if entry.scenario().is_some() && !all.iter().any(known) {
            all.push(of_library(entry.clone()));
        }
    }
    let key = |found: &Found| found.loaded.scenario.as_ref().map(|scenario| (scenario.level, scenario.id.clone()));
    all.sort_by_key(key);
    all
}

/// The very wording a talk was begun with: among `scenes`, or the copy kept beside it.
pub(super) fn played(header: &Header, scenes: &[Found], store: &Store, rubric: &Arc<Rubric>) -> Option<Found> {
    let same = |found: &&Found| {
        found.loaded.scenario.as_ref().is_some_and(|scenario| scenario.fingerprint == header.fingerprint)
    };
    scenes.iter().find(same).cloned().or_else(|| copy(header, store.folders(), rubric))
}

/// The copy of a scene kept in a data folder.
pub(super) fn copy(header: &Header, folders: &Folders, rubric: &Arc<Rubric>) -> Option<Found> {
    let path = folders.scenes().join(copy_name(&header.scenario, &header.fingerprint));
    let found = read(&path, rubric).ok()?;
    // The name holds only the beginning of the fingerprint, and a copy can be damaged like any file.
    let loaded = load(&format!("{}.ron", header.scenario), &found.bytes, rubric);
    let same = loaded.scenario.as_ref().is_some_and(|scenario| scenario.fingerprint == header.fingerprint);
    same.then_some(Found { loaded, ..found })
}

/// The scene files directly in a folder, by name.
pub(super) fn in_folder(folder: &Path, disk: &dyn Disk) -> Vec<PathBuf> {
    let listed = disk.list(folder).unwrap_or_default();
    let is_scene = |name: &str| Path::new(name).extension().is_some_and(|ending| ending == "ron");
    let scenes = listed.iter().filter(|file| !file.name.starts_with('.') && is_scene(&file.name));
    scenes.map(|file| folder.join(&file.name)).collect()
}

fn of_library(entry: Entry) -> Found {
    Found { name: entry.file, bytes: entry.bytes, loaded: entry.loaded }
}
