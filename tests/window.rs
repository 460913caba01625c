//! The real program: in a real window on a screen of its own, and killed at any moment. Looks at no pixel's place.
//!
//! It has its own `main`, so that what could not be run is said aloud and never passes in silence.
//! `HEARTFIRST_WINDOW=must` makes a missing screen a failure.

mod house;
mod window {
    pub mod desk;
    pub mod killed;
    pub mod played;
}

use std::panic::catch_unwind;
use std::process::ExitCode;
use std::time::Instant;

/// A test: its name, whether it needs a screen, what it does.
type Case = (&'static str, bool, fn());

const CASES: [Case; 2] = [
    ("killed_sixty_times_no_draft_is_lost", false, window::killed::sixty_times),
    ("a_talk_is_played_by_keyboard_from_first_start_to_debrief", true, window::played::from_first_start_to_debrief),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let wanted: Vec<&String> = words.iter().filter(|word| !word.starts_with('-')).collect();
    let asked = |name: &str| wanted.is_empty() || wanted.iter().any(|part| name.contains(part.as_str()));
    let cases: Vec<&Case> = CASES.iter().filter(|(name, ..)| asked(name)).collect();
    if words.iter().any(|word| word == "--list") {
        cases.iter().for_each(|(name, ..)| println!("{name}: test"));
        return ExitCode::SUCCESS;
    }
    let missing = window::desk::missing();
    let must = std::env::var("HEARTFIRST_WINDOW").is_ok_and(|value| value == "must");
    println!("\nrunning {} tests", cases.len());
    let (mut passed, mut failed, mut not_run) = (0, 0, 0);
    for (name, screen, case) in cases {
        if *screen && !missing.is_empty() && !must {
            not_run += 1;
            println!("test {name} ... NOT RUN: {} missing", missing.join(", "));
            continue;
        }
        let begun = Instant::now();
        let done = catch_unwind(case).is_ok();
        let word = if done { "ok" } else { "FAILED" };
        println!("test {name} ... {word} ({:.1} s)", begun.elapsed().as_secs_f32());
        *(if done { &mut passed } else { &mut failed }) += 1;
    }
    if not_run > 0 {
        println!(
            "\n*** {not_run} test(s) of the real window DID NOT RUN here. Install: xvfb openbox xdotool imagemagick"
        );
        println!("*** x11-xkb-utils libxcursor1 libxi6 libxkbcommon-x11-0 libgl1 libgl1-mesa-dri (or run .ci/run).");
    }
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {passed} passed; {failed} failed; {not_run} ignored; 0 measured; 0 filtered out\n"
    );
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
