//! The commands as they are run: exit codes, what goes where, JSON, both languages.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that can't go on says so and stops")]

mod shell;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command as Process, Stdio};

use serde_json::Value;
use shell::{SCENE, changed, code, heartfirst, json, run, stderr, stdout};

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
fn check_refuses_what_is_no_scene() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes, word) in [
        ("huge.ron", vec![b'('; 3 << 20], "file-too-big"),
        ("gbk.ron", b"(title: \xcb\xae\xba\xf8)".to_vec(), "not-utf8"),
        ("empty.ron", Vec::new(), "error"),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("written");
        let output = run(&["check", path.to_str().expect("a name"), "--lang", "en"], "");
        assert_eq!(code(&output), 1, "{name}");
        assert!(stdout(&output).contains(word), "{name}: {}", stdout(&output));
    }
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
    for words in
        ["柜台 18:05", "丁阿姨：", "你：", "心门开了", "火气 60→", "谈妥：换一只新壶", "兑现", "总分 92.5", "及时回应"]
    {
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
    assert_eq!(code(&run(&["play", "tests", "--script", "-"], "")), 3, "a folder is no scene");
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
    let folder = tempfile::tempdir().expect("a folder");
    let input = folder.path().join("replies.jsonl");
    fs::write(&input, "{\"id\":1,\"reply\":\"好的\"}\n".repeat(4_000)).expect("written");
    let mut child = Process::new(assert_cmd::cargo::cargo_bin!("heartfirst"))
        .args(["read", "--format", "jsonl"])
        .stdin(fs::File::open(&input).expect("the replies"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut first).expect("a line");
    assert!(first.contains("\"schema\""));
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
