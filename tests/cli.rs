//! The commands as they are run: exit codes, what goes where, JSON, both languages.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output, Stdio};

use assert_cmd::Command;
use serde_json::Value;

const SCENE: &str = "tests/plays/corner-shop.ron";

fn heartfirst() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("heartfirst"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// Runs a line of words; a folder of its own keeps what is written.
fn run(words: &[&str], input: &str) -> Output {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_str().expect("a name");
    heartfirst().args(words).args(["--data-dir", folder]).write_stdin(input).output().expect("it runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("one JSON value")
}

/// A folder with the scene in it, changed; its path.
fn changed(from: &str, to: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("corner-shop.ron");
    let scene = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SCENE)).expect("the scene");
    assert!(scene.contains(from));
    fs::write(&path, scene.replacen(from, to, 1)).expect("written");
    (folder, path)
}

#[test]
fn check_finds_nothing_in_a_sound_scene() {
    for (lang, words) in [("zh", "没有错误，没有警告"), ("en", "no errors, no warnings")] {
        let output = run(&["check", "tests/plays", "--lang", lang], "");
        assert_eq!(code(&output), 0);
        assert!(stdout(&output).contains(words), "{}", stdout(&output));
        assert!(stdout(&output).contains("excellent 92.5"));
        assert_eq!(stderr(&output), "");
    }
}

#[test]
fn check_shows_what_is_wrong_and_where() {
    let (_folder, path) = changed("go: \"story\"", "go: \"stroy\"");
    let path = path.to_str().expect("a name");
    for (lang, word) in [("zh", "怎么改"), ("en", "help")] {
        let output = run(&["--lang", lang, "check", path], "");
        assert_eq!(code(&output), 1, "{}", stdout(&output));
        assert!(stdout(&output).contains("stroy") && stdout(&output).contains(word));
    }
    let output = run(&["check", path, "--format", "json", "--lang", "en"], "");
    assert_eq!(code(&output), 1);
    let found = json(&output);
    assert_eq!(found["schema"], 1);
    assert!(found["errors"].as_u64() >= Some(1));
    let first = &found["diagnostics"][0];
    for field in ["code", "severity", "file", "message", "help"] {
        assert!(first[field].is_string(), "{field}: {first}");
    }
    assert!(first["line"].is_u64() && first["column"].is_u64());
    assert!(found["diagnostics"].as_array().expect("a list").iter().any(|one| one["severity"] == "error"));
}

#[test]
fn check_says_what_it_cannot_read() {
    let output = run(&["check", "no/such/file.ron", SCENE, "--lang", "en"], "");
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("no/such/file.ron"));
    assert!(stdout(&output).contains("1 scene:"), "the others are checked all the same");
    let empty = tempfile::tempdir().expect("a folder");
    assert_eq!(code(&run(&["check", empty.path().to_str().expect("a name")], "")), 3);
}

#[test]
fn words_that_make_no_sense_are_usage() {
    for words in [&["frobnicate"][..], &["check"], &["play"], &["play", SCENE, "--golden", "x", "--script", "y"]] {
        for lang in ["zh", "en"] {
            let output = heartfirst().args(words).arg(format!("--lang={lang}")).output().expect("it runs");
            assert_eq!(code(&output), 2, "{words:?}");
            assert_eq!(stdout(&output), "");
            assert_eq!(stderr(&output).contains("错误"), lang == "zh", "{}", stderr(&output));
        }
    }
    assert_eq!(code(&heartfirst().args(["--lang", "de", "read"]).output().expect("it runs")), 2);
    let output = run(&["play", SCENE, "--golden", "silver", "--lang", "en"], "");
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("excellent"), "the known ones are named: {}", stderr(&output));
}

#[test]
fn help_speaks_both_languages() {
    for (lang, word) in [("zh", "用法"), ("en", "Usage")] {
        for words in [&["--help"][..], &["play", "--help"], &["read", "-h"], &["verify", "-h"], &["attempts", "-h"]] {
            let output = heartfirst().args(words).args(["--lang", lang]).output().expect("it runs");
            assert_eq!(code(&output), 0);
            assert!(stdout(&output).contains(word));
            let chinese = stdout(&output).contains("这种语言");
            assert_eq!(chinese, lang == "zh", "{}", stdout(&output));
        }
    }
}

#[test]
fn play_tells_the_whole_talk() {
    let zh = stdout(&run(&["play", SCENE, "--golden", "excellent", "--lang", "zh"], ""));
    for words in [
        "柜台 18:05",
        "丁阿姨：",
        "你：",
        "心门开了",
        "火气 60→",
        "谈妥：换一只新壶",
        "兑现",
        "总分 92.5",
        "及时回应",
    ] {
        assert!(zh.contains(words), "{words} in {zh}");
    }
    let en = stdout(&run(&["play", SCENE, "--golden", "cold", "--lang", "en"], ""));
    for words in ["Mrs Ding:", "You: ", "didn't land", "gate is shut", "heat 60→61", "Score 27.5", "These work too"] {
        assert!(en.contains(words), "{words} in {en}");
    }
    assert!(!en.contains('，'), "no Chinese in the English transcript");
}

#[test]
fn play_prints_the_score_as_json() {
    let output = run(&["play", SCENE, "--golden", "excellent", "--format", "json", "--lang", "en"], "");
    assert_eq!(code(&output), 0);
    let talk = json(&output);
    assert_eq!((&talk["schema"], &talk["scene"], &talk["seed"]), (&1.into(), &"corner-shop".into(), &1.into()));
    assert_eq!((&talk["score"], &talk["pass"]), (&92.5.into(), &true.into()));
    assert_eq!(talk["range"], serde_json::json!([92.5, 92.5]));
    for part in ["e", "k", "r"] {
        assert!(talk["parts"][part].is_number());
    }
    assert!(talk["rubric"].is_string() && talk["caps"].is_array());
    assert_eq!(talk["points"].as_object().expect("points").len(), 9);
    let vent = &talk["points"]["let_them_vent"];
    assert_eq!((&vent["state"], &vent["credit"]), (&"met".into(), &1.0.into()));
    assert!(vent["quote"].as_str().expect("a quote").contains("Do tell me"));
    assert_eq!(talk["points"]["quiet_place"]["state"], "not_yet");
    assert_eq!(talk["outcome"], "very_satisfied");
    let turns = talk["turns"].as_array().expect("turns");
    assert_eq!(turns.len(), 3);
    assert_eq!((&turns[0]["turn"], &turns[0]["feel"], &turns[0]["heat"]), (&"opening".into(), &4.into(), &48.into()));
    assert_eq!((&turns[0]["gate"], &turns[1]["trust"]), (&"open".into(), &talk["turns"][2]["trust_before"]));
    assert!(turns[1]["moves"].as_array().expect("moves").iter().any(|one| one["move"] == "policy_as_benefit"));
    assert_eq!(talk["promises"][0]["standing"], "kept");
}

#[test]
fn a_critical_word_caps_the_score() {
    let words = ["play", SCENE, "--golden", "critical", "--format", "json"];
    let practice = json(&run(&words, ""));
    assert_eq!(practice["caps"][0]["id"], "critical");
    assert_eq!(practice["caps"][0]["limit"], 59);
    assert!(!practice["caps"][0]["quotes"][0].as_str().expect("the words").is_empty());
    assert_eq!(practice["pass"], false);
    let exam = json(&run(&[&words[..], &["--exam"]].concat(), ""));
    assert_eq!(exam["score"], 0.0);
}

#[test]
fn a_script_that_cannot_go_on_names_its_line() {
    let script = "# comment\npick hear\n\npick nothing-like-it\n";
    let output = run(&["play", SCENE, "--script", "-", "--lang", "en"], script);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("-:4:"), "{}", stderr(&output));
    assert!(stderr(&output).contains("benefit"), "what could be picked is named: {}", stderr(&output));
    let output = run(&["play", SCENE, "--script", "-", "--format", "json"], "pick hear\ndance\n");
    assert_eq!(code(&output), 1);
    let stuck = &json(&output)["diagnostics"][0];
    assert_eq!((&stuck["line"], &stuck["code"]), (&2.into(), &"script-stuck".into()));
    assert_eq!(code(&run(&["play", SCENE, "--script", "no/such.script"], "")), 3);
    assert_eq!(code(&run(&["play", "no-such-scene", "--script", "-"], "")), 3);
}

#[test]
fn a_script_that_stops_early_leaves() {
    let output = run(&["play", SCENE, "--script", "-", "--format", "json", "--lang", "en"], "pick hear\n");
    assert_eq!(code(&output), 0);
    assert_eq!(json(&output)["outcome"], "displeased");
    assert!(stderr(&output).contains("before the talk does"));
}

#[test]
fn the_seed_draws_the_wording() {
    let opening =
        |seed: &str| stdout(&run(&["play", SCENE, "--script", "-", "--seed", seed, "--lang", "en"], "leave\n"));
    let first = |seed: u8| opening(&seed.to_string()).contains("down hard) Bought two days ago");
    let drawn: std::collections::BTreeSet<bool> = (0..8).map(first).collect();
    assert_eq!(drawn.len(), 2, "both wordings are drawn");
    assert_eq!(opening("3"), opening("3"));
}

#[test]
fn a_talk_by_hand_works_from_a_pipe() {
    let talk = "帮助\n看\n1\n换\n99\n自己的话\n记\n提示\n离开\n";
    let output = run(&["play", SCENE, "--seed", "5", "--lang", "zh"], talk);
    assert_eq!(code(&output), 0);
    let said = stdout(&output);
    for words in [
        "你是：街角电器铺店员",
        "1. ",
        "湿毛巾",
        "没有第 99 句",
        "你：自己的话",
        "可以换成",
        "提示",
        "复盘",
        "九项要点",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let again = run(&["play", SCENE, "--seed", "5", "--lang", "zh"], talk);
    assert_eq!(stdout(&again), said, "the same seed deals the same cards");
}

#[test]
fn the_end_of_the_input_leaves_kindly() {
    let output = run(&["play", SCENE, "--lang", "en", "--format", "json"], "listen\n");
    assert_eq!(code(&output), 0);
    assert_eq!(json(&output)["finished"], true);
    assert!(stderr(&output).contains("kept for you"), "the talk goes to standard error");
    let exam = run(&["play", SCENE, "--lang", "en", "--exam"], "hint\n");
    assert!(stdout(&exam).contains("no hints in an exam") && stdout(&exam).contains("sealed"));
    assert!(!stdout(&exam).contains("heat 60"));
}

#[test]
fn how_it_is_played_decides_what_is_shown() {
    let shown = |how: &str| stdout(&run(&["play", SCENE, "--lang", "en", "--seed", "1", how], "listen\nleave\n"));
    let live = |talk: &str| talk.split("── Debrief").next().expect("a talk").to_owned();
    assert!(live(&shown("--coached")).contains("heat 60→"));
    assert!(!live(&shown("--alone")).contains("heat 60→"));
    assert_eq!(code(&run(&["play", SCENE, "--alone", "--exam"], "")), 2);
}

#[test]
fn without_a_display_it_goes_on_in_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("scenarios")).expect("a folder");
    let scene = Path::new(env!("CARGO_MANIFEST_DIR")).join(SCENE);
    fs::copy(scene, folder.path().join("scenarios/corner-shop.ron")).expect("copied");
    let output = heartfirst()
        .current_dir(folder.path())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .args(["--lang", "en", "--data-dir", "data"])
        .write_stdin("q\n")
        .output()
        .expect("it runs");
    assert_eq!(code(&output), 0);
    assert!(stderr(&output).contains("in the terminal"), "{}", stderr(&output));
    assert!(stdout(&output).contains("The kettle that drips"));
}

#[test]
fn read_answers_every_line_and_names_the_bad_ones() {
    let input = "{\"id\": 7, \"lang\": \"zh\", \"customer\": \"壶漏了\", \"reply\": \"真对不起，让您白跑一趟。\"}\n\
                 not json\n\n\
                 {\"id\": \"b\", \"lang\": \"en\", \"customer\": \"\", \"authority\": [\"a new one\"], \"reply\": \"\"}\n\
                 {\"id\": \"c\", \"lang\": \"xx\", \"reply\": \"x\"}\n";
    let output = run(&["read", "--format", "jsonl", "--lang", "en"], input);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("Line 2") && stderr(&output).contains("Line 5"), "{}", stderr(&output));
    let lines: Vec<Value> = stdout(&output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["id"], &lines[0]["schema"], &lines[1]["id"]), (&7.into(), &1.into(), &"b".into()));
    let reply = "真对不起，让您白跑一趟。";
    for found in lines[0]["moves"].as_array().expect("moves") {
        let place = |name: &str| usize::try_from(found[name].as_u64().expect("a byte")).expect("small");
        assert_eq!(reply.get(place("start")..place("end")), found["text"].as_str(), "bytes of the reply");
        assert!(found["move"].is_string() && found["strength"].is_string() && found["rule"].is_string());
    }
    assert!(lines[0]["near_misses"].is_array());
    assert_eq!(code(&run(&["read"], "")), 0);
    let text = run(&["read", "--lang", "en"], "{\"id\":\"t\",\"reply\":\"hello\"}\n");
    assert!(stdout(&text).starts_with("t: hello"));
}

/// Whoever reads the result may stop at any time.
#[test]
fn a_closed_pipe_is_no_reason_to_panic() {
    let many = "{\"id\":1,\"reply\":\"好的\"}\n".repeat(4_000);
    let mut child = Process::new(assert_cmd::cargo::cargo_bin!("heartfirst"))
        .args(["read", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("its input");
    let writer = std::thread::spawn(move || {
        // It stops reading once nobody listens.
        let _ = std::io::Write::write_all(&mut stdin, many.as_bytes());
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut first).expect("a line");
    assert!(first.contains("\"schema\""));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("written");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

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
