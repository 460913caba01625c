//! The pages of the rules are their tests: `before` breaks exactly that rule, `after` breaks none, and the page
//! shows what the trainee reads. `UPDATE_PICTURES=1` redraws the pictures.

mod splice;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use heartfirst::diag::{Diagnostic, Ink, render, render_all};
use heartfirst::rubric::Rubric;
use heartfirst::scenario::parse::{Parsed, parse};
use heartfirst::scenario::rules::{RULES, review_file};
use heartfirst::session::load::load;
use heartfirst::text::Lang;

const NAME: &str = "kettle-leaks-again.ron";
const HEADINGS: [&str; 4] =
    ["## 它说什么 · What it says", "## 为什么要紧 · Why it matters", "## 改之前 · Before", "## 改之后 · After"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

fn base() -> String {
    fs::read_to_string(folder().join("base.ron")).expect("tests/rules/base.ron")
}

fn examine(text: &str) -> (Parsed, Vec<Diagnostic>) {
    let parsed = parse(NAME, text.as_bytes());
    let mut found = parsed.diagnostics.clone();
    found.extend(parsed.document.iter().flat_map(|document| review_file(document, NAME)));
    (parsed, found)
}

fn pictures(parsed: &Parsed, found: &[Diagnostic]) -> String {
    let draw = |lang| {
        let all: Vec<String> = found.iter().map(|one| render(&parsed.source, one, lang, Ink::Plain)).collect();
        format!("```text\n{}\n```\n", all.join("\n\n"))
    };
    Lang::ALL.map(draw).join("\n")
}

/// The text of the section under `heading`.
fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let Some((_, rest)) = page.split_once(&format!("{heading}\n")) else { panic!("no `{heading}`") };
    rest.split("\n## ").next().unwrap_or_default()
}

fn ron_block<'a>(page: &'a str, heading: &str) -> &'a str {
    let body = section(page, heading);
    let (_, rest) = body.split_once("```ron\n").unwrap_or_else(|| panic!("no scene under `{heading}`"));
    rest.split("```").next().unwrap_or_default()
}

#[track_caller]
fn check_page(code: &str) {
    let path = folder().join(format!("{code}.md"));
    let page = fs::read_to_string(&path).unwrap_or_else(|_| panic!("the rule {code} has no page {}", path.display()));
    assert!(page.starts_with(&format!("# {code} · ")), "{code}: the page begins with its name");
    let headings: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(headings, HEADINGS, "{code}: headings");
    let why = section(&page, HEADINGS[1]);
    assert!(
        why.chars().any(|c| c > '\u{3400}') && why.chars().filter(char::is_ascii_alphabetic).count() > 20,
        "{code}: why, in both languages"
    );

    let (parsed, found) = examine(&splice::splice(&base(), ron_block(&page, HEADINGS[2])));
    let codes: BTreeSet<&str> = found.iter().map(|one| one.code).collect();
    let drawn = pictures(&parsed, &found);
    assert_eq!(codes, BTreeSet::from([code]), "{code}: what `before` breaks\n{drawn}");
    for one in &found {
        assert!(one.span.is_some(), "{code}: no place");
        assert!(one.help.is_some() && one.why.is_some(), "{code}: no help");
    }
    let (parsed, mended) = examine(&splice::splice(&base(), ron_block(&page, HEADINGS[3])));
    assert!(mended.is_empty(), "{code}: `after` is not clean\n{}", pictures(&parsed, &mended));

    let shown = section(&page, HEADINGS[0]).trim();
    if shown != drawn.trim() {
        assert!(std::env::var_os("UPDATE_PICTURES").is_some(), "{code}: the page shows\n{shown}\nbut it says\n{drawn}");
        let (head, rest) = page.split_once(HEADINGS[0]).expect("checked above");
        let (_, tail) = rest.split_once(HEADINGS[1]).expect("checked above");
        let page = format!("{head}{}\n\n{drawn}\n{}{tail}", HEADINGS[0], HEADINGS[1]);
        fs::write(&path, page).expect("the page can be written");
    }
}

#[test]
fn the_base_scene_keeps_every_rule() {
    let (parsed, found) = examine(&base());
    assert!(found.is_empty(), "{}", pictures(&parsed, &found));
}

#[test]
fn the_base_scene_plays_as_it_says() {
    let loaded = load(NAME, base().as_bytes(), &Arc::new(Rubric::builtin()));
    assert!(loaded.diagnostics.is_empty(), "{}", render_all(&loaded.source, &loaded.diagnostics, Lang::En, Ink::Plain));
    assert!(loaded.scenario.is_some());
}

#[test]
fn every_page_shows_its_rule() {
    let failed: Vec<&str> = RULES
        .iter()
        .map(|rule| rule.code)
        .filter(|code| std::panic::catch_unwind(|| check_page(code)).is_err())
        .collect();
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn rules_files_and_pages_are_the_same_set() {
    let codes: BTreeSet<String> = RULES.iter().map(|rule| rule.code.to_owned()).collect();
    assert_eq!(codes.len(), RULES.len(), "two rules of one name");
    let stems = |folder: &Path, extension: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let files = entries.filter(|path| path.extension().is_some_and(|found| found == extension));
        files.filter_map(|path| Some(path.file_stem()?.to_str()?.replace('_', "-"))).collect()
    };
    assert_eq!(stems(&folder(), "md"), codes, "pages");
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenario/rules");
    let helpers = ["mod", "chances", "findings", "flow", "kind", "scene", "walk"].map(str::to_owned);
    let files: BTreeSet<String> = stems(&sources, "rs").into_iter().filter(|stem| !helpers.contains(stem)).collect();
    assert_eq!(files, codes, "files");
}
