//! The trainer's guide can't fall behind the language: its example plays, and it names every word there is.

use std::fs;
use std::path::Path;

use heartfirst::rubric::{CueKind, KeyPoint, Move};
use heartfirst::scenario::condition::WrittenCondition;
use heartfirst::scenario::parse::parse;
use heartfirst::scenario::rules::{RULES, check};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|_| panic!("{path}"))
}

#[test]
fn the_example_is_a_clean_scene() {
    let guide = read("docs/SCENARIOS.md");
    let (_, rest) = guide.rsplit_once("```ron\n").expect("an example");
    let example = rest.split("```").next().unwrap_or_default();
    let parsed = parse("example.ron", example.as_bytes());
    assert!(parsed.diagnostics.is_empty(), "{:#?}", parsed.diagnostics);
    let found = check(&parsed.document.expect("a scene"));
    assert!(found.is_empty(), "{found:#?}");
    assert!(read("tests/rules/base.ron").contains(example.trim()), "the example is the base scene of the rules");
}

#[test]
fn the_guide_names_every_word_of_the_language() {
    let guide = read("docs/SCENARIOS.md");
    let listed = |word: &str| {
        ["`", "(", "[", "\"", " "].iter().any(|after| guide.contains(&format!("`{word}{after}")))
            || guide.contains(&format!("(`{word}`"))
    };
    let document = read("src/scenario/document.rs");
    let fields = document.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':'));
    let fields = fields.map(|(name, _)| name).filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
    let points = KeyPoint::IDS.into_iter();
    let words = Move::IDS.iter().copied().chain(WrittenCondition::vocabulary()).chain(CueKind::IDS).chain(points);
    let missing: Vec<&str> = words.chain(fields).filter(|word| !listed(word) && !["zh", "en"].contains(word)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_guide_lists_every_code() {
    let guide = read("docs/SCENARIOS.md");
    let listed = |code: &str| guide.contains(&format!("`{code}`"));
    for rule in RULES {
        assert!(guide.contains(&format!("[`{0}`](../tests/rules/{0}.md)", rule.code)), "{}", rule.code);
    }
    for file in ["decode", "precheck", "brackets", "unreadable", "migrate"] {
        let source = read(&format!("src/scenario/{file}.rs"));
        for part in source.split("Diagnostic::error(").skip(1) {
            let Some(code) = part.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                continue;
            };
            assert!(listed(code), "{code} is not in the guide");
        }
    }
}
