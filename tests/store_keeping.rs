//! A talk from its first word to its place in the list, and every way of breaking off between.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests stop at the first surprise")]

#[path = "store_common/mod.rs"]
mod common;

use std::fs;
use std::sync::Arc;

use common::{SCENE, attempt, header, id, names, rubric, scene, settled, store, talk};
use heartfirst::learning::Attempt;
use heartfirst::session::{Event, Mode};
use heartfirst::store::disk::RealDisk;
use heartfirst::store::{Library, Notice, Status, Store, attempts, drafts};
use heartfirst::text::Lang;

#[test]
fn a_talk_is_kept_and_its_draft_goes() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let mut store = store(folder.path());
    assert_eq!(store.status(), &Status::ReadWrite);
    let mut session = talk(&scene, store.header(&scene, &rubric(), Lang::En, Mode::Alone), &[]);
    store.begin(&session, SCENE.as_bytes());
    for (at, pick) in [(900, "hear"), (2_400, "lend")] {
        session.act(Event::Picked(pick.to_owned()), at).unwrap();
        store.append(session.journal().events.last().unwrap());
    }
    settled(&store);
    assert_eq!(names(&store.folders().drafts()).len(), 1);
    let attempt = Attempt::of(&session, &store.now());
    store.finish(&attempt, SCENE.as_bytes());
    settled(&store);
    assert_eq!(store.poll(), []);
    assert_eq!(names(&store.folders().drafts()), [""; 0]);
    assert_eq!(names(&store.folders().attempts()), [attempts::file_name(&attempt)]);
    let heads = store.attempts().to_vec();
    drop(store);

    let mut again = self::store(folder.path());
    assert_eq!(again.poll(), []);
    assert_eq!(again.attempts(), heads);
    let kept = again.attempt(attempt.id()).unwrap();
    assert_eq!((&kept.attempt, kept.intact), (&attempt, true));
    assert!(kept.attempt.verify(&scene, &rubric()).is_empty());
}

#[test]
fn a_broken_off_talk_is_offered_and_goes_on_even_if_the_scene_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let mut first = store(folder.path());
    let session = talk(&scene, header(&scene, &id(1)), &["hear"]);
    first.begin(&session, SCENE.as_bytes());
    settled(&first);
    drop(first);

    let mut second = store(folder.path());
    let draft = second.drafts()[0].clone();
    let library = Library::with(&[], &RealDisk, second.folders(), &rubric());
    let header = &draft.journal.header;
    let copy =
        library.played(&RealDisk, second.folders(), &header.scenario, &header.fingerprint).expect("a copy is kept");
    let mut session = draft.resume(&copy, &rubric()).unwrap();
    second.begin(&session, SCENE.as_bytes());
    assert_eq!(second.drafts(), []);
    session.act(Event::Picked("lend".to_owned()), 5_000).unwrap();
    second.append(session.journal().events.last().unwrap());
    second.finish(&Attempt::of(&session, "2026-11-22T10:05:00+08:00"), SCENE.as_bytes());
    settled(&second);
    assert_eq!(second.attempts().len(), 1);
    assert_eq!(store_count(&second), (1, 0));
}

fn store_count(store: &Store) -> (usize, usize) {
    (names(&store.folders().attempts()).len(), names(&store.folders().drafts()).len())
}

#[test]
fn a_talk_given_up_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let mut store = store(folder.path());
    store.begin(&talk(&scene, header(&scene, &id(1)), &["hear"]), SCENE.as_bytes());
    store.discard_draft(&id(1));
    settled(&store);
    assert_eq!(store_count(&store), (0, 0));
}

#[test]
fn killed_between_attempt_and_draft_nothing_is_offered_twice() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    drop(store(folder.path()));
    let finished = attempt(&scene, &id(1));
    fs::write(folder.path().join("attempts").join(attempts::file_name(&finished)), attempts::write(&finished).unwrap())
        .unwrap();
    fs::write(folder.path().join("drafts").join(drafts::file_name(&id(1))), drafts::write(&finished.journal).unwrap())
        .unwrap();
    let store = store(folder.path());
    assert_eq!(store.drafts(), []);
    assert_eq!(store_count(&store), (1, 0));
}

#[test]
fn a_draft_is_not_dropped_for_an_attempt_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    drop(store(folder.path()));
    let finished = attempt(&scene, &id(1));
    let text = attempts::write(&finished).unwrap();
    fs::write(folder.path().join("attempts").join(attempts::file_name(&finished)), &text[..text.len() / 2]).unwrap();
    fs::write(folder.path().join("drafts").join(drafts::file_name(&id(1))), drafts::write(&finished.journal).unwrap())
        .unwrap();
    let mut store = store(folder.path());
    assert!(matches!(store.poll().as_slice(), [Notice::SetAside(..)]));
    assert_eq!(store.drafts().len(), 1);
}

#[test]
fn the_clock_put_back_changes_no_order_and_makes_no_negative_span() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let clock = Arc::new(common::HandClock::default());
    let ways = || heartfirst::store::Ways { clock: clock.clone(), ..heartfirst::store::Ways::default() };
    let mut made = Vec::new();
    for now in [1_790_000_000_000_i64, 1_790_000_500_000, 900_000_000_000, 4_000_000_000_000, 1_790_000_600_000] {
        clock.now.store(now, std::sync::atomic::Ordering::SeqCst);
        let mut store = Store::open_with(heartfirst::store::Folders::at(folder.path()), ways());
        let header = store.header(&scene, &rubric(), Lang::Zh, Mode::Coached);
        made.push(header.id.clone());
        let attempt = Attempt::of(&talk(&scene, header, &["hear", "lend"]), &store.now());
        store.finish(&attempt, SCENE.as_bytes());
        settled(&store);
        assert!(store.days_since("2999-01-01T00:00:00Z") == 0 && store.days_since("nonsense") == 0);
    }
    let store = Store::open_with(heartfirst::store::Folders::at(folder.path()), ways());
    let listed: Vec<&str> = store.attempts().iter().map(|head| head.header.id.as_str()).collect();
    assert_eq!(listed, made, "oldest first, in the order in which they were played");
}

#[test]
fn settings_are_kept_and_a_garbled_file_is_set_aside_before_it_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("settings.ron"), "(lang: en,\ntext_size: Huge,\n)").unwrap();
    let mut store = store(folder.path());
    assert_eq!(store.poll(), [Notice::Settings(vec!["text_size".to_owned()])]);
    let mut wanted = store.settings().clone();
    assert_eq!(wanted.lang, Lang::En);
    wanted.code_name = "学员 7".to_owned();
    store.save_settings(wanted.clone());
    settled(&store);
    drop(store);
    assert_eq!(
        fs::read_to_string(folder.path().join("set-aside/settings.ron")).unwrap(),
        "(lang: en,\ntext_size: Huge,\n)"
    );
    assert_eq!(self::store(folder.path()).settings(), &wanted);
}

#[test]
fn everything_can_be_taken_along() {
    let folder = tempfile::tempdir().unwrap();
    let other = tempfile::tempdir().unwrap();
    let scene = scene();
    let mut store = store(folder.path());
    store.save_settings(store.settings().clone());
    store.finish(&attempt(&scene, &id(1)), SCENE.as_bytes());
    settled(&store);
    assert_eq!(store.export(other.path()).unwrap(), 3, "attempt, scene, settings");
    assert!(store.export(other.path()).is_err(), "nothing is written over");
}

#[test]
fn deleting_leaves_no_word_behind_but_the_trainers_own_scenes() {
    const CANARY: &str = "CANARY-7f3a";
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let plant = |path: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("(format: 99, {CANARY}")).unwrap();
    };
    for path in
        ["attempts/a.ron", "attempts/.heartfirst-x.tmp", ".heartfirst-y.tmp", "set-aside/b.ron", "my-scenes/mine.ron"]
    {
        plant(path);
    }
    let mut store = store(folder.path());
    let mut settings = store.settings().clone();
    settings.code_name = CANARY.to_owned();
    store.save_settings(settings);
    let mut session = talk(&scene, store.header(&scene, &rubric(), Lang::Zh, Mode::Coached), &[]);
    store.begin(&session, SCENE.as_bytes());
    session.act(Event::Picked("hear".to_owned()), 1).unwrap();
    store.append(session.journal().events.last().unwrap());
    let finished =
        Attempt::of(&talk(&scene, store.header(&scene, &rubric(), Lang::Zh, Mode::Coached), &["hear", "lend"]), "");
    store.finish(&finished, SCENE.as_bytes());
    // Not settled: what is still queued must not come back.
    store.delete_my_data();
    settled(&store);
    assert!(store.poll().iter().all(|notice| matches!(notice, Notice::Newer(..))));
    assert_eq!((store.attempts().len(), store.drafts().len(), store.settings().code_name.as_str()), (0, 0, ""));
    assert_eq!(holding(folder.path(), CANARY), ["mine.ron"]);
    assert_eq!(holding(folder.path(), "wet-umbrella"), [""; 0]);
    store.finish(&finished, SCENE.as_bytes());
    settled(&store);
    assert_eq!(store_count(&store), (1, 0), "and practice goes on");
}

/// The files anywhere under `folder` that hold `words`.
fn holding(folder: &std::path::Path, words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, words));
        } else if String::from_utf8_lossy(&fs::read(&path).unwrap()).contains(words) {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    found
}
