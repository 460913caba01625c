//! Killed at any moment: what was said stays said, and the lock goes with the process.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests stop at the first surprise")]

#[path = "store_common/mod.rs"]
mod common;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use common::{SCENE, header, id, rubric, scene, store, talk};
use heartfirst::learning::Attempt;
use heartfirst::session::Event;
use heartfirst::store::{Folders, Notice, Status, Store};

const CHILD: &str = "HEARTFIRST_TEST_CHILD";

/// This very test binary as another process, running [`child`].
fn spawn(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture", "--test-threads=1"])
        .env(CHILD, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// In the other process: talks without end, saying aloud what is surely on the disk.
#[test]
#[expect(clippy::print_stdout, reason = "the parent process listens")]
fn child() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    let scene = scene();
    let mut store = Store::open(Folders::at(folder));
    let first = store.attempts().len() as u64 + 1;
    for talk_number in first.. {
        let mut session = talk(&scene, header(&scene, &id(talk_number)), &[]);
        store.begin(&session, SCENE.as_bytes());
        for at in 0..20 {
            session.act(Event::HintAsked, at).unwrap();
            store.append(session.journal().events.last().unwrap());
            assert!(store.settle(Duration::from_secs(20)));
            println!("\nsaid {talk_number} {}", at + 1);
        }
        session.act(Event::Left, 20).unwrap();
        store.append(session.journal().events.last().unwrap());
        store.finish(&Attempt::of(&session, "2026-11-22T10:03:00+08:00"), SCENE.as_bytes());
        assert!(store.settle(Duration::from_secs(20)));
        println!("\nkept {talk_number} 0");
    }
}

/// Talk and step that a line of the child speaks of.
fn heard(line: &str) -> Option<(&str, u64, usize)> {
    let mut words = line.split(' ');
    let (verb, talk, step) = (words.next()?, words.next()?, words.next()?);
    Some((verb, talk.parse().ok()?, step.parse().ok()?)).filter(|(verb, ..)| ["said", "kept"].contains(verb))
}

#[test]
fn killed_at_any_moment_only_the_turn_under_way_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0_u64..40 {
        let mut child = spawn(folder.path());
        let mut said = Vec::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // At another moment each round: after some words, and then some more microseconds.
        let wanted = 1 + (round * 7) % 45;
        while (said.len() as u64) < wanted {
            let line = lines.next().expect("the child talks on").unwrap();
            said.extend(heard(&line).map(|(verb, talk, step)| (verb.to_owned(), talk, step)));
        }
        std::thread::sleep(Duration::from_micros(round * 137 % 3000));
        child.kill().unwrap();
        child.wait().unwrap();
        said.extend(
            lines
                .map_while(Result::ok)
                .filter_map(|line| heard(&line).map(|(verb, talk, step)| (verb.to_owned(), talk, step))),
        );

        let mut store = store(folder.path());
        assert_eq!(store.status(), &Status::ReadWrite, "the lock went with the process");
        let told = store.poll();
        assert!(told.iter().all(|notice| matches!(notice, Notice::DraftTorn(..))), "{told:?}");
        let (verb, talk, step) = said.last().unwrap();
        let kept = store.attempt(&id(*talk));
        let drafted = store.drafts().iter().find(|draft| draft.journal.header.id == id(*talk));
        match (kept, drafted) {
            (Ok(kept), None) => assert!(kept.intact && kept.attempt.verify(&scene(), &rubric()).is_empty()),
            (Err(_), Some(draft)) => {
                assert_eq!(verb, "said");
                assert!(draft.journal.events.len() >= *step, "{} of {step}", draft.journal.events.len());
            }
            (kept, drafted) => panic!("{verb} {talk} {step}: {kept:?} {drafted:?}"),
        }
        for draft in store.drafts().to_vec() {
            store.discard_draft(&draft.journal.header.id);
        }
    }
}

#[test]
fn another_process_holds_the_lock_until_it_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = spawn(folder.path());
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    while heard(&lines.next().unwrap().unwrap()).is_none() {}
    let second = store(folder.path());
    let status = second.status().clone();
    drop(second);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(status, Status::Locked);
    assert_eq!(store(folder.path()).status(), &Status::ReadWrite);
}
