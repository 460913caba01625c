//! The scenes at hand, and the records of the first format, which stay readable for ever.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests stop at the first surprise")]

#[path = "store_common/mod.rs"]
mod common;

use std::fs;
use std::path::Path;

use common::{SCENE, attempt, header, id, names, rubric, scene, settled, store, talk};
use heartfirst::learning::{Settings, settings::TextSize};
use heartfirst::session::load::fingerprint;
use heartfirst::session::{Event, typed as listen_to};
use heartfirst::store::disk::RealDisk;
use heartfirst::store::library::{BUILTIN, copy_name};
use heartfirst::store::{Folders, Library, Origin, attempts, drafts, settings};
use heartfirst::text::Lang;

const V1: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/journals/v1");

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(V1).join(name)).unwrap()
}

#[test]
fn the_built_in_scenes_are_those_of_the_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut there = names(&folder);
    there.retain(|name| attempts::is_ron_name(name));
    let mut built_in: Vec<&str> = BUILTIN.iter().map(|(name, _)| *name).collect();
    built_in.sort_unstable();
    assert_eq!(built_in, there, "src/store/library.rs: BUILTIN lists the files of scenarios/");
    for (name, text) in BUILTIN {
        assert_eq!(text.as_bytes(), fs::read(folder.join(name)).unwrap(), "{name}");
    }
    let empty = tempfile::tempdir().unwrap();
    let library = Library::open(&RealDisk, &Folders::at(empty.path()), &rubric());
    for entry in library.entries() {
        assert!(entry.scenario().is_some(), "{}: {:#?}", entry.file, entry.loaded.diagnostics);
        assert_eq!(format!("{}.ron", entry.id()), entry.file, "a file is named after its scene");
    }
}

#[test]
fn broken_scenes_stay_in_the_list_with_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path());
    let mine = store.folders().my_scenes();
    fs::write(mine.join("wet-umbrella.ron"), SCENE.replace("The umbrella", "Another umbrella")).unwrap();
    fs::write(mine.join("broken.ron"), "(format: 1, id: ").unwrap();
    fs::write(mine.join("huge.ron"), vec![b' '; (1 << 20) + 2]).unwrap();
    fs::write(mine.join("own.ron"), SCENE.replace("\"wet-umbrella\"", "\"own\"")).unwrap();
    fs::write(mine.join("notes.txt"), "not a scene").unwrap();
    let builtin = [("wet-umbrella.ron", SCENE)];
    let library = Library::with(&builtin, &RealDisk, store.folders(), &rubric());
    let picture: Vec<(&str, bool, Option<&str>)> = library
        .entries()
        .iter()
        .map(|entry| {
            (
                entry.file.as_str(),
                entry.scenario().is_some(),
                entry.loaded.diagnostics.iter().find(|found| found.is_error()).map(|found| found.code),
            )
        })
        .collect();
    let broken = library.entries()[1].loaded.diagnostics[0].code;
    assert_eq!(
        picture,
        [
            ("wet-umbrella.ron", true, None),
            ("broken.ron", false, Some(broken)),
            ("huge.ron", false, Some("file-too-big")),
            ("own.ron", true, None),
            ("wet-umbrella.ron", false, Some("duplicate-scene")),
        ]
    );
    assert_eq!(library.by_id("wet-umbrella").unwrap().origin, Origin::BuiltIn);
    assert!(library.by_id("broken").is_none());
    assert_eq!(library.find(&RealDisk, "broken").unwrap().file, "broken.ron");
    let path = mine.join("wet-umbrella.ron");
    assert!(library.find(&RealDisk, path.to_str().unwrap()).unwrap().scenario().is_some(), "a path is read by itself");
    assert!(library.find(&RealDisk, "no-such-scene").is_none());
    fs::write(mine.join("own.ron"), "").unwrap();
    assert!(library.find(&RealDisk, "own").unwrap().scenario().is_some(), "the loaded copy plays on");
}

#[test]
fn a_record_finds_the_scene_it_was_played_with() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(folder.path());
    store.finish(&attempt(&scene(), &id(1)), SCENE.as_bytes());
    settled(&store);
    let print = fingerprint(SCENE.as_bytes());
    let find = |library: &Library| library.played(&RealDisk, store.folders(), "wet-umbrella", &print);
    let changed = SCENE.replace("The umbrella", "The brolly");
    let with = |text: &str| Library::with(&[("wet-umbrella.ron", text)], &RealDisk, store.folders(), &rubric());
    assert_eq!(find(&with(SCENE)).unwrap().fingerprint, print);
    assert_eq!(find(&with(&changed)).unwrap().title.en, "The umbrella", "the copy kept then");
    let copy = store.folders().scenes().join(copy_name("wet-umbrella", &print));
    fs::write(&copy, changed.as_bytes()).unwrap();
    assert!(find(&with(&changed)).is_none(), "a copy that isn't the scene that was played is no copy");
}

#[test]
fn attempts_of_format_1_can_be_read_and_played_again() {
    let kept = attempts::read(&fixture("attempt.ron")).unwrap();
    assert!(kept.intact);
    assert_eq!(kept.attempt.journal.header.fingerprint, fingerprint(SCENE.as_bytes()), "the fixtures belong together");
    assert_eq!(
        (kept.attempt.result.picked, kept.attempt.result.typed, kept.attempt.result.ending.as_str()),
        (1, 1, "dry")
    );
    let session = kept.attempt.journal.replay(&scene(), &rubric()).unwrap();
    assert!(session.state().is_over());
    assert_eq!(
        attempts::write(&kept.attempt).unwrap().into_bytes(),
        fixture("attempt.ron"),
        "and are written the same"
    );
}

#[test]
fn drafts_of_format_1_can_be_read_and_gone_on_with() {
    let draft = drafts::read("draft.draft", &fixture("draft.draft")).unwrap();
    assert!(!draft.torn);
    let events: Vec<&Event> = draft.journal.events.iter().map(|stamped| &stamped.event).collect();
    assert!(matches!(
        events.as_slice(),
        [Event::Observed, Event::Noted(_), Event::Breathed, Event::HintAsked, Event::Listened, Event::Typed { .. }]
    ));
    draft.resume(&scene(), &rubric()).unwrap().act(Event::Left, 1).unwrap();
}

#[test]
fn settings_of_format_1_can_be_read() {
    let found = settings::read(&String::from_utf8(fixture("settings.ron")).unwrap());
    let wanted = Settings {
        lang: Lang::En,
        text_size: TextSize::Largest,
        code_name: "学员 3".to_owned(),
        ..Settings::default()
    };
    assert_eq!(found, settings::Read { settings: wanted, lost: Vec::new(), newer: None });
}

/// Writes the fixtures. They are kept for ever: this was run once, and is kept to show how they came to be.
#[test]
#[ignore = "the fixtures exist"]
fn make_fixtures_of_format_1() {
    let scene = scene();
    let put = |name: &str, text: String| {
        let path = Path::new(V1).join(name);
        assert!(!path.exists(), "{name} is kept for ever");
        fs::write(path, text).unwrap();
    };
    let words = "真对不起，伞不见了，您还赶着去接孩子，肯定很着急。\n您\"慢慢\"说，我听着。";
    let mut session = talk(&scene, header(&scene, &id(1)), &[]);
    session.act(listen_to(&session, words, Lang::Zh), 4_200).unwrap();
    session.act(Event::Picked("lend".to_owned()), 9_000).unwrap();
    let attempt = heartfirst::learning::Attempt::of(&session, "2026-11-22T10:03:00.000+08:00");
    put("attempt.ron", attempts::write(&attempt).unwrap());
    let mut session = talk(&scene, header(&scene, &id(2)), &[]);
    let silent =
        [Event::Observed, Event::Noted("child".to_owned()), Event::Breathed, Event::HintAsked, Event::Listened];
    for (event, at) in silent.into_iter().zip(0..) {
        session.act(event, at * 500).unwrap();
    }
    session.act(listen_to(&session, words, Lang::Zh), 4_200).unwrap();
    put("draft.draft", drafts::write(session.journal()).unwrap());
    let settings = Settings {
        lang: Lang::En,
        text_size: TextSize::Largest,
        code_name: "学员 3".to_owned(),
        ..Settings::default()
    };
    put("settings.ron", settings::write(&settings).unwrap());
}
