//! The app without a window: choose a scene, or a talk that was broken off, and play it here. Judges nothing.

use std::sync::Arc;

use super::args::{Format, Options};
use super::keep::{self, Keeper};
use super::out::{Exit, Out};
use super::scenes::{self, Found};
use super::terminal::Lines;
use super::{play, words};
use crate::rubric::Rubric;
use crate::session::{Mode, Session};
use crate::store::{Draft, Store};

/// What can be chosen.
enum Choice {
    Scene(Found),
    GoOn(Box<Session>, Found),
}

/// Lets somebody choose, and plays it to its end.
pub(super) fn run(options: &Options, out: &mut Out) -> Exit {
    let rubric = Arc::new(Rubric::builtin());
    let store = keep::open(options);
    let scenes = scenes::all(&store, &rubric);
    if scenes.is_empty() {
        out.tell(&words::terminal::nothing_to_play(out.lang));
        return Exit::Disk;
    }
    let broken_off = store.drafts().iter().filter_map(|draft| go_on(draft, &scenes, &store, &rubric));
    let mut choices: Vec<Choice> = broken_off.collect();
    choices.extend(scenes.into_iter().map(Choice::Scene));
    for (at, choice) in choices.iter().enumerate() {
        show(at + 1, choice, out);
    }
    let mut lines = Lines::new();
    let Some(chosen) = ask(&mut lines, choices.len(), out) else { return Exit::Ok };
    let Some(choice) = choices.into_iter().nth(chosen) else { return Exit::Ok };
    match choice {
        Choice::GoOn(session, found) => {
            let mut keeper = Keeper::new(store, found.bytes, out);
            play::by_hand(*session, &mut keeper, &mut lines, Format::Text, out)
        }
        Choice::Scene(found) => {
            let Some(scenario) = found.loaded.scenario.clone() else { return Exit::Findings };
            let mut keeper = Keeper::new(store, found.bytes, out);
            let header = keeper.header(&scenario, &rubric, None, Mode::Coached, out);
            let session = Session::open(scenario, rubric, header);
            play::by_hand(session, &mut keeper, &mut lines, Format::Text, out)
        }
    }
}

/// The talk of a draft as it stands, with the wording it was begun with.
fn go_on(draft: &Draft, scenes: &[Found], store: &Store, rubric: &Arc<Rubric>) -> Option<Choice> {
    let header = &draft.journal.header;
    let found = scenes::played(header, scenes, store, rubric)?;
    let session = draft.resume(found.loaded.scenario.as_ref()?, rubric).ok()?;
    (!session.state().is_over()).then(|| Choice::GoOn(Box::new(session), found))
}

fn show(number: usize, choice: &Choice, out: &mut Out) {
    match choice {
        Choice::Scene(found) => {
            if let Some(scenario) = &found.loaded.scenario {
                let title = scenario.title.get(out.lang);
                out.line(&words::terminal::listed(out.lang, number, title, scenario.level, scenario.minutes));
            }
        }
        Choice::GoOn(session, _) => {
            let title = session.scenario().title.get(out.lang);
            out.line(&words::terminal::go_on(out.lang, number, title, session.state().answers));
        }
    }
}

/// The position chosen; `None` at the end of the input or where somebody changes their mind.
fn ask(lines: &mut Lines, most: usize, out: &mut Out) -> Option<usize> {
    loop {
        let line = lines.next(&words::terminal::choose(out.lang), out)?;
        if ["q", "quit", "离开"].contains(&line.as_str()) {
            return None;
        }
        match line.parse::<usize>() {
            Ok(number) if (1..=most).contains(&number) => return Some(number - 1),
            _ => out.line(&words::terminal::choose_again(out.lang, most)),
        }
    }
}
