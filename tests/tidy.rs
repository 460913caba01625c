//! The shape of the repository, checked like any other behaviour. Never looks at what the code does, only at how it lies.

mod tidy {
    pub mod code;
    pub mod tree;
}

use std::collections::BTreeSet;

use tidy::code::{Module, in_code, layers_used, line_of, names_of_mods};
use tidy::tree::{File, expand, files, read, root};

/// Lowest first: a module uses itself and what stands before its group; modules of one group do not see each other.
const LAYERS: [&[&str]; 10] = [
    &["text"],
    &["diag"],
    &["rubric"],
    &["reading"],
    &["customer"],
    &["scenario"],
    &["session"],
    &["learning"],
    &["store"],
    &["cli", "ui"],
];

/// Words that only some layers may use in code (`main` may use all of them but the window's).
const RESERVED: [(&str, &[&str]); 12] = [
    ("std::fs", &["store", "main"]),
    ("std::thread", &["store", "main"]),
    ("std::net", &[]),
    ("std::process::Command", &["store", "main"]),
    ("SystemTime", &["store", "main"]),
    ("Instant::now", &["store", "main"]),
    ("chrono::", &["store"]),
    ("rand::", &["store"]),
    ("RandomState", &["main"]),
    ("egui", &["ui", "main"]),
    ("eframe", &["ui", "main"]),
    ("tempfile", &["store"]),
];

/// What may lie at the top. `rustfmt.toml` is there because the width of a line is no matter of taste any more.
const TOP: [&str; 14] = [
    ".ci",
    ".clippy.toml",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "assets",
    "benches",
    "docs",
    "rustfmt.toml",
    "scenarios",
];

/// A file of Rust is never longer, and is worth splitting from here on.
const LONGEST: usize = 400;
const LONG: usize = 300;

#[track_caller]
fn none(offences: &[String]) {
    assert!(offences.is_empty(), "{} offence(s):\n{}", offences.len(), offences.join("\n"));
}

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|group| group.contains(&layer))
}

/// May a module of `layer` use `used`?
fn may_use(layer: &str, used: &str) -> bool {
    layer == used
        || match (rank(layer), rank(used)) {
            (Some(own), Some(other)) => other < own,
            // `main`, and nothing else, stands outside the table: it may use everything.
            (None, Some(_)) => layer == "main",
            _ => false,
        }
}

fn layer_offences(module: &Module) -> Vec<String> {
    let known: Vec<&str> = LAYERS.iter().flat_map(|group| group.iter().copied()).collect();
    layers_used(module, &known)
        .into_iter()
        .filter(|(_, used)| !may_use(&module.layer, used))
        .map(|(line, used)| format!("{}:{line}: `{}` may not use `{used}`", module.path, module.layer))
        .collect()
}

fn reserved_offences(module: &Module) -> Vec<String> {
    RESERVED
        .iter()
        .filter(|(_, allowed)| !allowed.contains(&module.layer.as_str()))
        .flat_map(|(word, allowed)| {
            in_code(&module.code, word)
                .into_iter()
                .map(move |line| format!("{}:{line}: `{word}` belongs in {allowed:?}", module.path))
        })
        .collect()
}

/// The first lines of a module.
fn header(module: &Module) -> String {
    let said: Vec<&str> = module.text.lines().take_while(|line| line.starts_with("//!")).collect();
    said.iter().map(|line| line.trim_start_matches("//!").trim()).collect::<Vec<_>>().join(" ")
}

/// They say in a sentence what it is for.
fn header_offence(module: &Module) -> Option<String> {
    let said = header(module);
    let sentence = said.ends_with(['.', '!', '?']) || said.contains(". ");
    let why = if said.is_empty() { "has no `//!`" } else { "its `//!` is no sentence" };
    (said.is_empty() || !sentence).then(|| format!("{}: {why}", module.path))
}

/// They say what it never does.
fn says_what_is_absent(module: &Module) -> bool {
    let said = header(module).to_lowercase();
    let words: Vec<&str> = said.split(|letter: char| !letter.is_alphabetic()).collect();
    let absent = ["never", "no", "not", "nothing", "nobody", "none", "neither", "nor", "without", "only", "alone"];
    said.contains("n't") || absent.iter().any(|word| words.contains(word))
}

fn modules() -> Vec<Module> {
    files("src", "rs").iter().map(Module::of).collect()
}

#[test]
fn modules_only_use_lower_layers() {
    let modules = modules();
    assert!(modules.len() > 100, "the sources were found");
    none(&modules.iter().flat_map(layer_offences).collect::<Vec<_>>());
}

#[test]
fn the_map_of_the_crate_names_the_layers_in_order() {
    let declared = names_of_mods(&read("src/lib.rs"));
    let layers: Vec<String> = LAYERS.concat().iter().map(|&name| name.to_owned()).collect();
    assert_eq!(declared, layers, "src/lib.rs and the table of layers");
    let found: BTreeSet<String> = modules().into_iter().map(|module| module.layer).collect();
    let known: BTreeSet<String> = layers.into_iter().chain(["lib", "main"].map(str::to_owned)).collect();
    assert_eq!(found, known, "what lies in src");
}

#[test]
fn the_outside_world_is_reached_only_where_it_belongs() {
    none(&modules().iter().flat_map(reserved_offences).collect::<Vec<_>>());
}

#[test]
fn every_module_is_compiled() {
    // A file that no `mod` names would rot unseen.
    let modules = modules();
    let forgotten = modules.iter().filter(|module| {
        let Some(parent) = module.parent() else { return false };
        !modules.iter().any(|other| parent.contains(&other.path) && other.declares(&module.name))
    });
    none(&forgotten.map(|module| format!("{}: no `mod {};` names it", module.path, module.name)).collect::<Vec<_>>());
}

#[test]
fn files_stay_short() {
    let length = |file: &File| file.text.lines().count();
    let all: Vec<File> = ["src", "tests", "benches"].iter().flat_map(|folder| files(folder, "rs")).collect();
    for file in all.iter().filter(|file| (LONG + 1..=LONGEST).contains(&length(file))) {
        eprintln!("worth splitting: {} has {} lines", file.path, length(file));
    }
    let long = all.iter().filter(|file| length(file) > LONGEST);
    none(&long.map(|file| format!("{}: {} lines, at most {LONGEST}", file.path, length(file))).collect::<Vec<_>>());
}

#[test]
fn every_module_says_what_it_is_for_and_what_it_never_does() {
    let modules = modules();
    none(&modules.iter().filter_map(header_offence).collect::<Vec<_>>());
    let silent: Vec<&str> =
        modules.iter().filter(|module| !says_what_is_absent(module)).map(|module| module.path.as_str()).collect();
    for path in &silent {
        eprintln!("{path}: its `//!` doesn't say what it never does");
    }
    assert!(silent.len() * 20 <= modules.len(), "{} modules don't say what they never do", silent.len());
}

#[test]
fn every_rule_has_its_page_and_every_page_its_rule() {
    let rules: BTreeSet<String> = files("src/scenario/rules", "rs")
        .iter()
        .filter(|file| file.text.contains("const RULE: Rule"))
        .map(|file| file.stem().replace('_', "-"))
        .collect();
    let pages: BTreeSet<String> = files("tests/rules", "md").iter().map(|file| file.stem().to_owned()).collect();
    assert!(rules.len() > 30, "the rules were found");
    assert_eq!(rules, pages);
}

#[test]
fn nothing_is_left_for_nobody_to_do() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];
    let macros = [concat!("todo", "!("), concat!("unimplemented", "!(")];
    let mut offences = Vec::new();
    for file in texts() {
        for (number, line) in file.text.lines().enumerate() {
            let ownerless = marks.iter().any(|mark| {
                line.match_indices(mark).any(|(at, _)| {
                    let word = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric());
                    let rest = &line[at + mark.len()..];
                    !word(line[..at].chars().next_back()) && !word(rest.chars().next()) && !rest.starts_with('(')
                })
            });
            if ownerless || macros.iter().any(|word| line.contains(word)) {
                offences.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
            }
        }
    }
    none(&offences);
}

#[test]
fn every_asset_has_its_licence() {
    let table = read("assets/LICENCES.md");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with('|') && line.contains('`'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() >= 4, "the table was found");
    let ticked = |cell: &str| -> Vec<String> {
        cell.split('`').skip(1).step_by(2).flat_map(|pattern| expand(pattern)).collect()
    };
    let covered: Vec<String> = rows.iter().flat_map(|row| ticked(row[1])).collect();
    let texts: BTreeSet<String> = rows.iter().flat_map(|row| ticked(row[row.len() - 2])).collect();
    // What isn't somebody else's is the project's own, as the last row says; fonts never are.
    let is_covered = |name: &str| {
        !name.starts_with("fonts/")
            || name.ends_with(".md")
            || texts.contains(name)
            || covered.iter().any(|pattern| match pattern.split_once('*') {
                Some((before, after)) => name.starts_with(before) && name.ends_with(after) && !name.contains('/'),
                None => name == pattern || (pattern.ends_with('/') && name.starts_with(pattern.as_str())),
            })
    };
    let assets = files("assets", "");
    assert!(assets.len() > 20, "the assets were found");
    let names: Vec<&str> = assets.iter().map(|file| file.path.trim_start_matches("assets/")).collect();
    none(&names.iter().filter(|name| !is_covered(name)).map(|name| format!("assets/{name}")).collect::<Vec<_>>());
    for text in texts {
        assert!(root().join("assets").join(&text).is_file(), "the licence text assets/{text} is there");
    }
}

#[test]
fn the_top_holds_what_it_may() {
    let may: BTreeSet<&str> = TOP.into_iter().chain(["src", "tests", ".git", "target"]).collect();
    let there = std::fs::read_dir(root()).expect("the top folder");
    let names = there.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    none(&names.filter(|name| !may.contains(name.as_str())).collect::<Vec<_>>());
}

#[test]
fn colours_come_from_the_theme() {
    let all = modules();
    let outside = all.iter().filter(|module| !module.path.starts_with("src/ui/theme"));
    let offences = outside.flat_map(|module| {
        let path = &module.path;
        in_code(&module.code, "Color32::from_").into_iter().map(move |line| format!("{path}:{line}"))
    });
    none(&offences.collect::<Vec<_>>());
}

#[test]
fn no_text_names_the_machine_it_was_written_on() {
    let places = ["work", "tmp", "root"].map(|name| format!("/{name}/"));
    let mut offences = Vec::new();
    for file in texts() {
        for place in places.iter().filter(|place| file.text.contains(*place)) {
            let at = file.text.find(place.as_str()).unwrap_or_default();
            offences.push(format!("{}:{}: {place}", file.path, line_of(&file.text, at)));
        }
    }
    none(&offences);
}

/// Every text that people wrote.
fn texts() -> Vec<File> {
    let mut all: Vec<File> = ["src", "tests", "benches", "docs", "scenarios", "assets", ".ci"]
        .iter()
        .flat_map(|top| files(top, ""))
        .collect();
    all.extend(["Cargo.toml", "README.md", "CHANGELOG.md"].iter().filter_map(|name| File::at(&root().join(name))));
    all.retain(|file| !file.text.is_empty());
    all
}

/// The checks above can fail: each finds its planted offence, and nothing in a clean file.
#[test]
fn planted_offences_are_found() {
    let module = |path: &str, text: &str| Module::of(&File { path: path.to_owned(), text: text.to_owned() });
    let found = |path: &str, text: &str| {
        let module = module(path, text);
        (layer_offences(&module).len(), reserved_offences(&module).len())
    };
    assert_eq!(found("src/session/step.rs", "use crate::customer::react;\nuse crate::rubric::{Move, Rubric};"), (0, 0));
    assert_eq!(found("src/customer/react.rs", "use crate::scenario::Scenario;"), (1, 0));
    assert_eq!(found("src/customer/react.rs", "use crate::{text::Lang, scenario::{Turn, Reply}};"), (1, 0));
    assert_eq!(found("src/customer/react.rs", "use super::super::session::State;"), (1, 0));
    assert_eq!(found("src/cli/play.rs", "use crate::ui::theme;"), (1, 0));
    assert_eq!(found("src/ui/app.rs", "use crate::cli::Out;"), (1, 0));
    assert_eq!(found("src/main.rs", "use heartfirst::ui::app; use std::fs::read;"), (0, 0));
    assert_eq!(found("src/text.rs", "use std::{fs, io};"), (0, 1));
    assert_eq!(found("src/text.rs", "// std::fs is not for us: crate::store has it\nfn a() {}"), (0, 0));
    assert_eq!(found("src/session/live.rs", "let now = std::time::SystemTime::now();"), (0, 1));
    assert_eq!(found("src/learning/next.rs", "use egui::Ui;"), (0, 1));
    let header = |text: &str| {
        let module = module("src/text.rs", text);
        (header_offence(&module).is_some(), says_what_is_absent(&module))
    };
    assert_eq!(header("use std::fmt;"), (true, false));
    assert_eq!(header("//! Words\n"), (true, false));
    assert_eq!(header("//! Words in both languages.\n"), (false, false));
    assert_eq!(header("//! Words in both languages. Never translates.\n"), (false, true));
}
