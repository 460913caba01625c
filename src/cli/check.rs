//! `check`: what is wrong with scenes, and what their goldens score. Mends nothing.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use super::args::{Check, Format};
use super::out::{Exit, Out};
use super::{ListFolder, scenes, words};
use crate::diag::{Located, render_all};
use crate::rubric::Rubric;
use crate::session::golden::play_golden;
use crate::session::load::{Loaded, review};
use crate::text::Lang;

/// Checks every file asked for; the worst of them decides how it ends.
pub(super) fn run(asked: &Check, list: ListFolder, out: &mut Out) -> Exit {
    let rubric = Arc::new(Rubric::builtin());
    let mut exit = Exit::Ok;
    let mut count = Count::default();
    let mut files = Vec::new();
    let mut diagnostics = Vec::new();
    let mut paths = Vec::new();
    for path in &asked.paths {
        paths.extend(listed(path, list, out, &mut exit));
    }
    for path in paths {
        let loaded = match scenes::read(&path, &rubric) {
            // An author wants to hear what the slow rules say as well.
            Ok(found) => review(&found.name, &found.bytes, &rubric),
            Err(why) => {
                out.tell(&words::cannot_read(out.lang, &path.display().to_string(), &why.to_string()));
                exit = exit.max(Exit::Disk);
                continue;
            }
        };
        let errors = count.add(&loaded);
        if errors > 0 {
            exit = exit.max(Exit::Findings);
        }
        let goldens = goldens(&loaded, &rubric);
        match asked.format {
            Format::Text => show(&loaded, &goldens, out),
            Format::Json => {
                files.push(file(&loaded, &goldens));
                diagnostics.extend(located(&loaded, out.lang));
            }
        }
    }
    match asked.format {
        Format::Text => out.line(&words::checked(out.lang, count.files, count.errors, count.warnings)),
        Format::Json => out.json(&json!({
            "schema": super::SCHEMA,
            "errors": count.errors,
            "warnings": count.warnings,
            "files": files,
            "diagnostics": diagnostics,
        })),
    }
    exit
}

#[derive(Debug, Default)]
struct Count {
    files: usize,
    errors: usize,
    warnings: usize,
}

impl Count {
    /// Counts a file; its errors.
    fn add(&mut self, loaded: &Loaded) -> usize {
        let errors = loaded.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
        self.files += 1;
        self.errors += errors;
        self.warnings += loaded.diagnostics.len() - errors;
        errors
    }
}

/// A golden's name, score and whether it passes.
struct Scored {
    name: String,
    score: Option<f64>,
    pass: bool,
}

fn listed(path: &Path, list: ListFolder, out: &mut Out, exit: &mut Exit) -> Vec<PathBuf> {
    match files(path, list) {
        Ok(files) if files.is_empty() => {
            out.tell(&words::no_scenes_in(out.lang, &path.display().to_string()));
            *exit = (*exit).max(Exit::Disk);
            files
        }
        Ok(files) => files,
        Err(why) => {
            out.tell(&words::cannot_read(out.lang, &path.display().to_string(), &why.to_string()));
            *exit = (*exit).max(Exit::Disk);
            Vec::new()
        }
    }
}

/// `path` itself, or the scene files in it and below where it is a folder, in the order of their names.
fn files(path: &Path, list: ListFolder) -> io::Result<Vec<PathBuf>> {
    let mut inside = match list(path) {
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(vec![path.to_owned()]),
        inside => inside?,
    };
    inside.sort();
    let mut found = Vec::new();
    for path in inside {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        match path.extension() {
            _ if hidden => {}
            Some(ending) if ending == "ron" => found.push(path),
            Some(_) => {}
            // A folder, or a file without an ending, which is then listed as itself.
            None => found.extend(files(&path, list)?.into_iter().filter(|below| *below != path)),
        }
    }
    Ok(found)
}

fn goldens(loaded: &Loaded, rubric: &Arc<Rubric>) -> Vec<Scored> {
    let Some(scenario) = &loaded.scenario else { return Vec::new() };
    let played = |golden| play_golden(scenario, rubric, golden, Lang::Zh).ok();
    scenario
        .goldens
        .iter()
        .filter_map(|golden| {
            let card = played(golden)?.scorecard();
            Some(Scored { name: golden.name.clone(), score: card.score, pass: card.pass })
        })
        .collect()
}

fn show(loaded: &Loaded, goldens: &[Scored], out: &mut Out) {
    if !loaded.diagnostics.is_empty() {
        out.line(&render_all(&loaded.source, &loaded.diagnostics, out.lang, out.ink()));
        out.line("");
    }
    let scores: Vec<String> =
        goldens.iter().map(|golden| words::golden_score(out.lang, &golden.name, golden.score, golden.pass)).collect();
    if !scores.is_empty() {
        out.line(&format!("{}: {}", loaded.source.name(), scores.join(" · ")));
    }
}

fn file(loaded: &Loaded, goldens: &[Scored]) -> Value {
    let errors = loaded.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    json!({
        "file": loaded.source.name(),
        "id": loaded.scenario.as_ref().map(|scenario| &scenario.id),
        "errors": errors,
        "warnings": loaded.diagnostics.len() - errors,
        "goldens": goldens
            .iter()
            .map(|golden| json!({ "name": golden.name, "score": golden.score, "pass": golden.pass }))
            .collect::<Vec<_>>(),
    })
}

/// What is wrong with a file, each with its place and its words in `lang`.
pub(super) fn located(loaded: &Loaded, lang: Lang) -> Vec<Value> {
    loaded.diagnostics.iter().map(|diagnostic| in_words(&Located::new(&loaded.source, diagnostic), lang)).collect()
}

fn in_words(located: &Located, lang: Lang) -> Value {
    json!({
        "code": located.code,
        "severity": located.severity,
        "file": located.file,
        "line": located.line,
        "column": located.column,
        "end_line": located.end_line,
        "end_column": located.end_column,
        "message": located.message.get(lang),
        "why": located.why.as_ref().map(|why| why.get(lang)),
        "help": located.help.as_ref().map(|help| help.get(lang)),
        "related": located
            .related
            .iter()
            .map(|place| json!({ "line": place.line, "column": place.column, "message": place.message.get(lang) }))
            .collect::<Vec<_>>(),
    })
}
