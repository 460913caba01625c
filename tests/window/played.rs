//! From the first start to the debrief, by keyboard alone, with a kill in between. Knows no reply by name.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use heartfirst::session::{Event, Journal};
use heartfirst::store::{Folders, drafts, settings};

use crate::house;

use super::desk::{App, Desk, colours, folder};

/// Own words, short enough for the keys a keyboard has to spare.
const SAID: [&str; 2] = ["对不起，让您等了这么久。", "您先说，我听着。"];
/// From the start to the first screen; a build for finding faults is several times slower than what people get.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 8 } else { 2 });
/// As long as a customer may speak.
const SAYS: Duration = Duration::from_secs(6);
/// For anything that happens in the window.
const PATIENCE: Duration = Duration::from_secs(12);

/// Files in a folder of the data folder.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let listed = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    listed.filter(|path| path.extension().is_some_and(|found| found == ending)).collect()
}

/// The talk under way, as it is on the disk.
fn under_way(data: &Path) -> Option<Journal> {
    let path = files(&Folders::at(data).drafts(), "draft").pop()?;
    drafts::read("draft", &std::fs::read(path).ok()?).ok().map(|draft| draft.journal)
}

fn events(data: &Path) -> usize {
    under_way(data).map_or(0, |journal| journal.events.len())
}

fn over(data: &Path) -> bool {
    !files(&Folders::at(data).attempts(), "ron").is_empty()
}

/// How much of the screen is another, per cent.
fn changed(a: &image::RgbaImage, b: &image::RgbaImage) -> usize {
    let pixels = a.pixels().zip(b.pixels());
    let others = pixels.filter(|(a, b)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > 8)).count();
    others * 100 / a.pixels().len().max(1)
}

/// The last event on the disk was the end of the talk.
fn ended(data: &Path) -> bool {
    let Some(journal) = under_way(data) else { return over(data) };
    let rubric = house::rubric();
    let scene = house::all(&rubric).into_iter().find(|scene| scene.id == journal.header.scenario);
    scene.and_then(|scene| journal.replay(&scene, &rubric).ok()).is_some_and(|talk| talk.state().is_over())
}

fn program(data: &Path, words: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_heartfirst"));
    let output = command.args(["--lang", "zh", "--data-dir"]).arg(data).args(words).output().expect("it runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

/// Presses a key and waits until the talk has grown (or is over).
fn answer(desk: &Desk, app: &mut App, data: &Path, keys: &[&str], patience: Duration) -> bool {
    let before = events(data);
    desk.press(keys);
    app.wait_until(patience, || over(data) || events(data) > before)
}

/// A line of one's own, in Chinese, letter by letter.
fn say(desk: &Desk, app: &mut App, data: &Path, words: &str) {
    // The box takes letters once the customer has had their say.
    sleep(SAYS);
    let said = (0..3).any(|_| {
        desk.press(&["F2", "ctrl+a", "BackSpace"]);
        desk.write(words);
        desk.keep("own-words");
        answer(desk, app, data, &["Return"], PATIENCE / 2)
    });
    assert!(said, "own words are said");
    let journal = under_way(data).expect("a talk");
    let last = journal.events.last().map(|stamped| stamped.event.clone());
    assert!(matches!(&last, Some(Event::Typed { words: kept, .. }) if kept == words), "“{words}” came as {last:?}");
}

pub fn from_first_start_to_debrief() {
    let desk = Desk::set_up(&SAID.concat());
    let folder_of_data = tempfile::tempdir().expect("a folder");
    let data = folder_of_data.path().join("先 心");
    let data = data.as_path();

    // The first start, three times: a busy machine may be late once.
    let mut soonest = Duration::MAX;
    for start in 0..3 {
        let other = folder_of_data.path().join(format!("start-{start}"));
        let (app, took) = desk.open(&other);
        soonest = soonest.min(took);
        drop(app);
        if soonest <= SOON {
            break;
        }
    }
    println!("    first screen after {} ms (with the time to look)", soonest.as_millis());
    assert!(soonest <= SOON, "the first screen stands after {soonest:?}");

    let (mut app, _) = desk.open(data);
    sleep(Duration::from_millis(1500));
    let first = desk.keep("1-first-minute");
    // Out of the first minute to the scenes, along the rail to the first button, and in.
    desk.press(&["Escape"]);
    sleep(Duration::from_millis(800));
    let scenes = desk.keep("2-scenes");
    assert!(first != scenes && colours(&scenes) > 30, "Esc leaves the first minute");
    desk.press(&["Tab"; 6]);
    desk.press(&["Return"]);
    sleep(Duration::from_millis(1200));
    let briefing = desk.keep("3-briefing");
    assert!(briefing != scenes, "Enter opens the briefing");
    desk.press(&["Return"]);
    assert!(app.wait_until(PATIENCE, || under_way(data).is_some()), "the talk has begun, and is on the disk");
    sleep(Duration::from_millis(4000));
    desk.keep("4-practice");

    for words in SAID {
        say(&desk, &mut app, data, words);
    }
    // A card at an ordinary pace: said, waited for, answered.
    // Who typed goes on typing: out of the box, so that digits are cards again.
    sleep(SAYS);
    desk.press(&["Escape"]);
    let picked = ["1", "2", "3"].iter().any(|digit| answer(&desk, &mut app, data, &[digit], PATIENCE / 2));
    assert!(picked, "a digit picks a card");
    desk.keep("5-picked");

    // The lights go out.
    let before = under_way(data).expect("a talk");
    app.kill();
    assert_eq!(under_way(data).as_ref(), Some(&before), "all that was said is on the disk");
    let written = Folders::at(data).data_dir.join("settings.ron");
    let mut mine = settings::read(&std::fs::read_to_string(&written).expect("settings")).settings;
    assert!(mine.first_run_done, "the first minute comes once");
    mine.text_at_once = true;
    mine.take_back = heartfirst::learning::settings::TakeBack::Off;
    std::fs::write(&written, settings::write(&mine).expect("settings")).expect("settings are written");

    // Offered again at the next start, as the first thing to do.
    let (mut app, _) = desk.open(data);
    sleep(Duration::from_millis(800));
    desk.keep("6-today");
    desk.press(&["Tab"; 6]);
    desk.keep("7-resume");
    let today = desk.look();
    let resumed = (0..3).any(|_| {
        desk.press(&["Return"]);
        app.wait_until(PATIENCE / 3, || desk.look() != today)
    });
    assert!(resumed, "the talk is gone on with");
    sleep(Duration::from_millis(1200));
    desk.keep("7-resumed");
    let end = Instant::now() + Duration::from_secs(150);
    let digits = ["1", "2", "3", "4", "5", "6"];
    let mut next = 0;
    while !ended(data) {
        assert!(Instant::now() < end, "the talk comes to an end; {} events", events(data));
        answer(&desk, &mut app, data, &[digits[next % digits.len()]], Duration::from_millis(900));
        next += 1;
    }
    // The first record asks for a code name; what is offered will do.
    sleep(Duration::from_millis(1500));
    desk.keep("8-code-name");
    let named = (0..5).any(|_| {
        desk.press(&["Tab", "Return"]);
        app.wait_until(PATIENCE / 4, || over(data))
    });
    assert!(named, "the record is written");
    sleep(Duration::from_millis(1500));
    desk.keep("8-last-words");
    // On to the debrief.
    let last = desk.look();
    let opened = [["Return"].as_slice(), &["Tab", "Return"], &["Tab", "Return"]].into_iter().any(|keys| {
        desk.press(keys);
        sleep(Duration::from_millis(2000));
        changed(&last, &desk.look()) > 20
    });
    let debrief = desk.keep("9-debrief");
    assert!(opened && colours(&debrief) > 100, "the debrief is there");
    assert!(under_way(data).is_none(), "the draft has gone with the end of the talk");
    assert!(app.close(&desk), "the window closes when asked");

    // The record says the same to whoever plays it again, and the history has it.
    let records = files(&Folders::at(data).attempts(), "ron");
    assert_eq!(records.len(), 1, "one talk, one record");
    let (sound, said) = program(data, &["verify", records[0].to_str().expect("a path")]);
    assert!(sound, "the record is verified: {said}");
    let (listed, said) = program(data, &["attempts"]);
    assert!(listed && said.lines().count() >= 1 && said.contains("hotel-pool"), "the history has it: {said}");
    let (app, _) = desk.open(data);
    sleep(Duration::from_millis(1000));
    desk.keep("10-history");
    assert!(app.close(&desk));
    println!("    pictures in {}", folder().display());
}
