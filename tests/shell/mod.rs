//! The program as a shell would run it. Asserts nothing by itself.

#![allow(dead_code, reason = "each test file needs some of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

/// The scene of the plays.
pub const SCENE: &str = "tests/plays/corner-shop.ron";

pub fn heartfirst() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("heartfirst"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    // Whoever runs the tests has a data folder of their own.
    command.env("XDG_DATA_HOME", env!("CARGO_TARGET_TMPDIR"));
    command
}

/// Runs a line of words; a folder of its own keeps what is written.
pub fn run(words: &[&str], input: &str) -> Output {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_str().expect("a name");
    heartfirst().args(words).args(["--data-dir", folder]).write_stdin(input).output().expect("it runs")
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

pub fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("one JSON value")
}

/// A folder with the scene in it, changed; its path.
pub fn changed(from: &str, to: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("corner-shop.ron");
    let scene = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SCENE)).expect("the scene");
    assert!(scene.contains(from));
    fs::write(&path, scene.replacen(from, to, 1)).expect("written");
    (folder, path)
}
