//! Finds scenes: by path, or by id in `scenarios/`. Checks nothing.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Reach;
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::session::load::load;

/// A scene file as read.
#[derive(Debug)]
pub struct Found {
    /// As the user would call it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Where scenes are looked for by id.
const FOLDER: &str = "scenarios";

/// The scene called so: a path first, then an id.
///
/// # Errors
/// Why it can't be read; `NotFound` where there is none.
pub fn find(called: &Path, reach: Reach) -> io::Result<Found> {
    let by_id = || Path::new(FOLDER).join(called).with_extension("ron");
    match read(called, reach) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && called.components().count() == 1 => {
            read(&by_id(), reach)
        }
        // An id may be the name of a folder as well.
        Err(error) if called.extension().is_none() => read(&by_id(), reach).map_err(|_| error),
        other => other,
    }
}

/// Every scene of the folder that can be played, easiest first.
#[must_use]
pub fn all(rubric: &Arc<Rubric>, reach: Reach) -> Vec<Arc<Scenario>> {
    let paths = files(Path::new(FOLDER), reach).unwrap_or_default();
    let found = paths.iter().filter_map(|path| read(path, reach).ok());
    let mut all: Vec<Arc<Scenario>> =
        found.filter_map(|found| load(&found.name, &found.bytes, rubric).scenario).collect();
    all.sort_by(|one, other| (one.level, &one.id).cmp(&(other.level, &other.id)));
    all
}

/// The file at `path`.
///
/// # Errors
/// Why it can't be read.
pub fn read(path: &Path, reach: Reach) -> io::Result<Found> {
    (reach.read)(path).map(|bytes| Found { name: path.display().to_string(), bytes })
}

/// `path` itself, or the scene files in it and below where it is a folder, in the order of their names.
///
/// # Errors
/// Why a folder can't be listed.
pub fn files(path: &Path, reach: Reach) -> io::Result<Vec<PathBuf>> {
    match (reach.list)(path) {
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(vec![path.to_owned()]),
        Err(error) => Err(error),
        Ok(mut inside) => {
            inside.sort();
            let mut found = Vec::new();
            for path in inside {
                let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
                let is_scene = path.extension().is_some_and(|extension| extension == "ron");
                if hidden {
                } else if is_scene {
                    found.push(path);
                } else if path.extension().is_none() {
                    found.extend(files(&path, reach)?.into_iter().filter(|below| *below != path));
                }
            }
            Ok(found)
        }
    }
}
