//! Killed at any moment while somebody plays in the terminal. Needs no screen.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use heartfirst::rubric::Rubric;
use heartfirst::session::Event;
use heartfirst::session::load::load;
use heartfirst::store::{Folders, Notice, Status, Store};

const SCENE: &str = "tests/plays/corner-shop.ron";
const ROUNDS: u64 = 60;

/// Plays, is killed after `lines` lines and some microseconds; nothing it did before may be torn.
fn play_and_kill(data: &Path, lines: u64, micros: u64) {
    let mut process = Command::new(env!("CARGO_BIN_EXE_heartfirst"))
        .args(["--lang", "en", "play", SCENE, "--data-dir"])
        .arg(data)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut input = process.stdin.take().expect("its input");
    let mut output = BufReader::new(process.stdout.take().expect("its output"));
    // The talk has begun once the first card is dealt; from here on each hint is an event, and none of them ends it.
    let dealt = output.by_ref().lines().map_while(Result::ok).take(60).any(|line| line.starts_with("  1. "));
    assert!(dealt, "the talk begins");
    for _ in 0..lines {
        input.write_all(b"hint\n").expect("it listens");
    }
    input.flush().expect("it listens");
    sleep(Duration::from_micros(micros));
    process.kill().expect("it can be killed");
    process.wait().expect("it is gone");
}

/// Sixty times: what is left can always be gone on with, and nothing that was kept is lost by a later kill.
pub fn sixty_times() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rubric = Arc::new(Rubric::builtin());
    let scene = load(SCENE, &std::fs::read(root.join(SCENE)).expect("the scene"), &rubric).scenario.expect("a scene");
    let mut before: Vec<(String, usize)> = Vec::new();
    let mut torn = 0;
    for round in 0..ROUNDS {
        play_and_kill(folder.path(), round * 7 % 23, round * 1709 % 41_000);
        let mut store = Store::open(Folders::at(folder.path()));
        assert_eq!(store.status(), &Status::ReadWrite, "the lock went with the process");
        for notice in store.poll() {
            assert!(matches!(notice, Notice::DraftTorn(..)), "round {round}: {notice:?}");
            torn += 1;
        }
        let now: Vec<(String, usize)> = store
            .drafts()
            .iter()
            .map(|draft| {
                let session = draft.resume(&scene, &rubric).expect("it goes on");
                let events = &session.journal().events;
                assert_eq!(events.len(), draft.journal.events.len(), "all of it can have happened");
                assert!(events.iter().all(|stamped| stamped.event == Event::HintAsked), "and all of it did");
                (draft.journal.header.id.clone(), events.len())
            })
            .collect();
        assert!(before.iter().all(|kept| now.contains(kept)), "round {round}: what was kept is kept");
        before = now;
    }
    let (drafts, events) = (before.len(), before.iter().map(|(_, events)| events).sum::<usize>());
    println!("    {ROUNDS} kills: {drafts} talks offered again, {events} events kept, {torn} torn at the end");
    assert!(drafts >= 20 && events > 50, "the kills came while it played: {drafts} talks, {events} events");
}
