//! The scenes at hand: those built in, the trainer's own, and copies of those that were played. Changes no scene.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::attempts::is_ron_name;
use super::disk::Disk;
use super::notice::reason;
use super::paths::{Folders, file_word};
use crate::diag::{Diagnostic, Severity, Source};
use crate::rubric::Rubric;
use crate::scenario::parse::parse;
use crate::scenario::{Scenario, resolve};
use crate::session::golden::measured;
use crate::session::load::{Loaded, fingerprint, load};
use crate::text::Bilingual;

/// The built-in scenes: name of the file and text. `tests/store_library.rs` keeps it equal to `scenarios/`.
pub const BUILTIN: &[(&str, &str)] = &[
    ("hotel-pool.ron", include_str!("../../scenarios/hotel-pool.ron")),
    ("oil-consumption.ron", include_str!("../../scenarios/oil-consumption.ron")),
];

/// One byte more than a scene file may have, so that `load` can say that it is too big.
const LARGEST: u64 = (1 << 20) + 1;

/// Where a scene comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// With the app.
    BuiltIn,
    /// The trainer's folder, or a path that was asked for.
    File(PathBuf),
}

/// One file and what came of it; broken ones stay, with what is wrong.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Where it comes from.
    pub origin: Origin,
    /// The name of its file.
    pub file: String,
    /// Its bytes, as they are to be kept beside a record.
    pub bytes: Arc<[u8]>,
    /// The scene and what is wrong.
    pub loaded: Loaded,
}

impl Entry {
    fn read(origin: Origin, file: &str, bytes: &[u8], rubric: &Arc<Rubric>) -> Self {
        Self { origin, file: file.to_owned(), bytes: bytes.into(), loaded: load(file, bytes, rubric) }
    }

    /// The scene, where it can be played.
    #[must_use]
    pub fn scenario(&self) -> Option<&Arc<Scenario>> {
        self.loaded.scenario.as_ref()
    }

    /// What its file is called without the ending; the scene's id, where there is one.
    #[must_use]
    pub fn id(&self) -> &str {
        let stem = self.file.strip_suffix(".ron").unwrap_or(&self.file);
        self.scenario().map_or(stem, |scenario| &scenario.id)
    }
}

/// All scenes, built-in ones first, then by file name.
#[derive(Debug, Clone)]
pub struct Library {
    entries: Vec<Entry>,
    rubric: Arc<Rubric>,
}

impl Library {
    /// Loads the built-in scenes and those in the trainer's folder.
    #[must_use]
    pub fn open(disk: &dyn Disk, folders: &Folders, rubric: &Arc<Rubric>) -> Self {
        Self::with(BUILTIN, disk, folders, rubric)
    }

    /// The same with other built-in scenes.
    #[must_use]
    pub fn with(builtin: &[(&str, &str)], disk: &dyn Disk, folders: &Folders, rubric: &Arc<Rubric>) -> Self {
        let mut library = Self { entries: Vec::new(), rubric: Arc::clone(rubric) };
        for (file, text) in builtin {
            library.add(Entry::read(Origin::BuiltIn, file, text.as_bytes(), rubric));
        }
        let folder = folders.my_scenes();
        let listed = disk.list(&folder).unwrap_or_default();
        let scenes = listed.iter().filter(|file| is_ron_name(&file.name));
        for file in scenes {
            let entry = library.read_file(disk, &folder.join(&file.name));
            library.add(entry);
        }
        library
    }

    /// A second scene of an id stays in the list and says so; the first is the one that is found.
    fn add(&mut self, mut entry: Entry) {
        let first = self.entries.iter().find(|before| before.scenario().is_some() && before.id() == entry.id());
        if let (Some(first), true) = (first, entry.scenario().is_some()) {
            let (id, file) = (entry.id(), &first.file);
            let said = Bilingual::new(
                format!("编号“{id}”已经被“{file}”用了。"),
                format!("The id \"{id}\" is already used by \"{file}\"."),
            );
            let why = Bilingual::new(
                "两场用同一个编号，记录和进步就分不清是哪一场。",
                "With one id for two scenes, records and progress can't tell them apart.",
            );
            let help = Bilingual::new(
                "给这一场换个编号，文件名也跟着改。",
                "Give this scene another id and rename its file to match.",
            );
            let found = Diagnostic::error("duplicate-scene", None, said).because(why).mend(help);
            entry.loaded.diagnostics.push(Diagnostic { severity: Severity::Error, ..found });
            entry.loaded.scenario = None;
        }
        self.entries.push(entry);
    }

    fn read_file(&self, disk: &dyn Disk, path: &Path) -> Entry {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let origin = Origin::File(path.to_owned());
        match disk.read(path, LARGEST) {
            Ok(bytes) => Entry::read(origin, &name, &bytes, &self.rubric),
            Err(error) => {
                let too_big = error.kind() == io::ErrorKind::FileTooLarge;
                let (zh, en) = if too_big {
                    (
                        "文件太大，一个情景最多 1024 KiB。".to_owned(),
                        "The file is too big; a scene may have 1024 KiB.".to_owned(),
                    )
                } else {
                    (format!("文件打不开：{}", reason(&error)), format!("The file can't be opened: {}", reason(&error)))
                };
                let code = if too_big { "file-too-big" } else { "file-closed" };
                let diagnostics = vec![Diagnostic::error(code, None, Bilingual::new(zh, en))];
                let loaded = Loaded { source: Source::new(name.as_str(), ""), scenario: None, diagnostics };
                Entry { origin, file: name, bytes: Arc::from([]), loaded }
            }
        }
    }

    /// All of them.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The playable scene with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.scenario().is_some() && entry.id() == id)
    }

    /// The scene that an id or a path names; a path is read anew. `None` where there is neither.
    #[must_use]
    pub fn find(&self, disk: &dyn Disk, id_or_path: &str) -> Option<Entry> {
        let broken = || self.entries.iter().find(|entry| entry.id() == id_or_path);
        if let Some(entry) = self.by_id(id_or_path).or_else(broken) {
            return Some(entry.clone());
        }
        let path = Path::new(id_or_path);
        disk.length(path).is_ok().then(|| self.read_file(disk, path))
    }

    /// The very scene a record was played with: as it is now, or the copy kept then.
    #[must_use]
    pub fn played(&self, disk: &dyn Disk, folders: &Folders, id: &str, print: &str) -> Option<Arc<Scenario>> {
        let here = self.entries.iter().filter_map(Entry::scenario).find(|scenario| scenario.fingerprint == print);
        here.cloned().or_else(|| {
            let name = copy_name(id, print);
            let bytes = disk.read(&folders.scenes().join(&name), LARGEST).ok()?;
            // The name holds only the beginning of the fingerprint, and a copy can be damaged like any file.
            let same = fingerprint(&bytes) == print;
            same.then(|| replayable(&name, &bytes, &self.rubric)).flatten()
        })
    }
}

/// A scene that was played once, whatever today's rules say of it: stricter rules must not lock old records.
fn replayable(name: &str, bytes: &[u8], rubric: &Arc<Rubric>) -> Option<Arc<Scenario>> {
    let document = parse(name, bytes).document?;
    resolve(&document, &fingerprint(bytes)).map(|scenario| Arc::new(measured(scenario, rubric)))
}

/// The name of the copy of a scene, by content.
#[must_use]
pub fn copy_name(id: &str, fingerprint: &str) -> String {
    format!("{}-{}.ron", file_word(id), file_word(fingerprint.get(..16).unwrap_or(fingerprint)))
}
