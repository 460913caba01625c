//! Records as the commands keep, list and verify them; talks that break off; folders that can't be written.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that can't go on says so and stops")]

mod shell;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

use shell::{SCENE, changed, code, heartfirst, json, run, stderr, stdout};

/// A folder for data, and a talk kept in it; the path of its record.
fn kept(folder: &Path) -> PathBuf {
    let folder = folder.to_str().expect("a name");
    let script = "pick hear\npick benefit\npick call\n";
    let words = ["--data-dir", folder, "play", SCENE, "--script", "-", "--format", "json"];
    let output = heartfirst().args(words).write_stdin(script).output().expect("it runs");
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    PathBuf::from(json(&output)["record"].as_str().expect("a record"))
}

#[test]
fn a_record_is_kept_listed_and_verified() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_str().expect("a name");
    let record = kept(data.path());
    assert!(record.starts_with(data.path()) && record.is_file());
    let name = record.to_str().expect("a name");
    // The scene is found in the copy kept beside the record.
    for (lang, word) in [("zh", "对得上"), ("en", "Verified")] {
        let output = heartfirst().args(["verify", name, "--lang", lang]).output().expect("it runs");
        assert_eq!(code(&output), 0, "{}{}", stdout(&output), stderr(&output));
        assert!(stdout(&output).contains(word) && stdout(&output).contains("92.5"));
    }
    let listed = heartfirst().args(["attempts", "--format", "json", "--data-dir", folder]).output().expect("it runs");
    assert_eq!(code(&listed), 0);
    let listed = json(&listed);
    assert_eq!(listed["schema"], 1);
    let attempt = &listed["attempts"][0];
    assert_eq!((&attempt["scene"], &attempt["score"]), (&"corner-shop".into(), &92.5.into()));
    let id = attempt["id"].as_str().expect("an id");
    let by_id = heartfirst().args(["verify", id, "--data-dir", folder]).output().expect("it runs");
    assert_eq!(code(&by_id), 0, "{}", stderr(&by_id));
    let text = heartfirst().args(["attempts", "--lang", "en", "--data-dir", folder]).output().expect("it runs");
    assert!(stdout(&text).contains("corner-shop  92.5  Very satisfied"), "{}", stdout(&text));
}

#[test]
fn verify_finds_a_flipped_digit() {
    let data = tempfile::tempdir().expect("a folder");
    let record = kept(data.path());
    let text = fs::read_to_string(&record).expect("a record");
    let name = record.to_str().expect("a name");
    let verify = |text: &str| {
        fs::write(&record, text).expect("written");
        heartfirst().args(["verify", name, "--format", "json", "--lang", "en"]).output().expect("it runs")
    };
    let flipped = text.replacen("score: Some(92.5)", "score: Some(93.5)", 1);
    assert_ne!(flipped, text);
    let output = verify(&flipped);
    assert_eq!(code(&output), 1);
    let found = json(&output);
    assert_eq!((&found["verified"], &found["intact"]), (&false.into(), &false.into()));
    assert_eq!(found["differences"][0]["figure"], "score");
    assert!(found["differences"][0]["record"].as_str().expect("a figure").contains("93.5"));
    // Any digit of what happened or what it came to is noticed, also where no figure changes.
    let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at);
    for at in digits.step_by(23) {
        let digit = if text[at..].starts_with('1') { "2" } else { "1" };
        let output = verify(&format!("{}{digit}{}", &text[..at], &text[at + 1..]));
        assert!(matches!(code(&output), 1 | 3), "byte {at}: {}", stdout(&output));
    }
    assert_eq!(code(&verify(&text)), 0);
    assert_eq!(code(&verify("not a record")), 3);
    assert_eq!(code(&heartfirst().args(["verify", "no-such-record"]).output().expect("it runs")), 3);
}

#[test]
fn verify_wants_the_scene_that_was_played() {
    let data = tempfile::tempdir().expect("a folder");
    let record = kept(data.path());
    fs::remove_dir_all(data.path().join("scenes")).expect("removed");
    let name = record.to_str().expect("a name");
    let gone = heartfirst().args(["verify", name, "--lang", "en"]).output().expect("it runs");
    assert_eq!(code(&gone), 3);
    assert!(stderr(&gone).contains("--scene"));
    let named = heartfirst().args(["verify", name, "--scene", SCENE]).output().expect("it runs");
    assert_eq!(code(&named), 0);
    let (_folder, other) = changed("heat: 60", "heat: 61");
    let other = heartfirst().args(["verify", name, "--scene", other.to_str().expect("a name")]).output();
    assert_eq!(code(&other.expect("it runs")), 1);
}

#[test]
fn a_golden_is_no_practice() {
    let data = tempfile::tempdir().expect("a folder");
    let home = data.path().to_str().expect("a name");
    let words = ["play", SCENE, "--golden", "excellent", "--format", "json"];
    let output = heartfirst().args(words).env("HOME", home).env("XDG_DATA_HOME", home).output().expect("it runs");
    assert!(json(&output)["record"].is_null());
    assert_eq!(fs::read_dir(home).expect("a folder").count(), 0, "nothing is written");
    assert!(json(&run(&words, ""))["record"].is_string(), "a folder was named for it");
}

#[test]
fn another_instance_or_no_room_is_said_and_shown_in_the_exit_code() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_str().expect("a name");
    let mut first = Process::new(assert_cmd::cargo::cargo_bin!("heartfirst"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["--data-dir", folder, "--lang", "en", "play", SCENE])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    // Its first words say that it has the folder.
    let mut line = String::new();
    let mut talk = BufReader::new(first.stdout.take().expect("its output"));
    talk.read_line(&mut line).expect("a line");
    let words = ["--data-dir", folder, "--lang", "en", "play", SCENE, "--script", "-", "--format", "json"];
    let second = heartfirst().args(words).write_stdin("leave\n").output().expect("it runs");
    assert_eq!(code(&second), 5);
    assert!(json(&second)["record"].is_null());
    assert!(stderr(&second).contains("open elsewhere"), "{}", stderr(&second));
    drop(first.stdin.take());
    std::io::copy(&mut talk, &mut std::io::sink()).expect("read");
    assert_eq!(first.wait().expect("it ends").code(), Some(0));

    let file = data.path().join("a-file");
    fs::write(&file, "").expect("written");
    let inside = file.join("data");
    let words = ["--data-dir", inside.to_str().expect("a name"), "--lang", "en", "play", SCENE, "--script", "-"];
    let nowhere = heartfirst().args(words).write_stdin("leave\n").output().expect("it runs");
    assert_eq!(code(&nowhere), 3);
    assert!(stdout(&nowhere).contains("Debrief"), "it is played all the same");
}

#[test]
fn a_talk_that_was_broken_off_can_be_gone_on_with() {
    let place = tempfile::tempdir().expect("a folder");
    fs::create_dir(place.path().join("scenarios")).expect("a folder");
    let scene = Path::new(env!("CARGO_MANIFEST_DIR")).join(SCENE);
    fs::copy(scene, place.path().join("scenarios/corner-shop.ron")).expect("copied");
    let mut first = Process::new(assert_cmd::cargo::cargo_bin!("heartfirst"))
        .current_dir(place.path())
        .args(["--data-dir", "data", "--lang", "en", "play", "corner-shop", "--seed", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = first.stdin.take().expect("its input");
    std::io::Write::write_all(&mut stdin, b"listen\n").expect("written");
    let mut talk = BufReader::new(first.stdout.take().expect("its output"));
    let mut line = String::new();
    while !line.contains("I want my money") {
        line.clear();
        assert!(talk.read_line(&mut line).expect("a line") > 0);
    }
    first.kill().expect("killed");
    first.wait().expect("gone");
    let second = heartfirst()
        .current_dir(place.path())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .args(["--data-dir", "data", "--lang", "en"])
        .write_stdin("1\nleave\n")
        .output()
        .expect("it runs");
    assert!(stdout(&second).contains("1. Go on: The kettle that drips"), "{}", stdout(&second));
    assert!(stdout(&second).contains("I want my money"), "the talk so far is told");
    assert_eq!(code(&second), 0);
    assert!(stderr(&second).contains("The record is in"));
}
