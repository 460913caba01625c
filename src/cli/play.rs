//! `play`: a scene played from a script, from one of its goldens, or by hand. Scores nothing itself.

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;

use super::args::{Format, Play};
use super::out::{Exit, Out};
use super::terminal::Lines;
use super::{Reach, check, debrief, report, scenes, terminal, transcript, words};
use crate::diag::render_all;
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::session::golden::{SEED, Stopped, header, play};
use crate::session::load::load;
use crate::session::{Event, Mode, Session};

/// Plays what is asked for and shows how it went.
pub(super) fn run(asked: &Play, reach: Reach, out: &mut Out) -> Exit {
    if asked.format == Format::Json {
        out.for_machine();
    }
    let rubric = Arc::new(Rubric::builtin());
    let scenario = match scene(&asked.scene, &rubric, asked.format, reach, out) {
        Ok(scenario) => scenario,
        Err(exit) => return exit,
    };
    if asked.script.is_none() && asked.golden.is_none() {
        let seed = asked.seed.unwrap_or_else(reach.chance);
        let session = by_hand(scenario, rubric, seed, asked.how.mode().unwrap_or_default(), &mut Lines::new(), out);
        if asked.format == Format::Json {
            out.json(&report::json(&session, out.lang, None));
        }
        return Exit::Ok;
    }
    let (name, script) = match script(asked, &scenario, reach, out) {
        Ok(script) => script,
        Err(exit) => return exit,
    };
    let mut header = header(&scenario, &rubric, asked.seed.unwrap_or(SEED), out.lang);
    header.mode = asked.how.mode().unwrap_or(Mode::Alone);
    let mut session = Session::open(scenario, rubric, header);
    if let Err(stopped) = play(&mut session, script.lines(), out.lang) {
        return stuck(&name, &script, &stopped, &session, asked.format, out);
    }
    if !session.state().is_over() {
        out.tell(&words::script_ended_early(out.lang));
        // Leaving is refused only where the talk is over.
        let _ = session.act(Event::Left, 0);
    }
    show(&session, asked.format, out);
    Exit::Ok
}

/// Lets somebody choose a scene and plays it.
pub(super) fn choose(reach: Reach, out: &mut Out) -> Exit {
    let rubric = Arc::new(Rubric::builtin());
    let scenarios = scenes::all(&rubric, reach);
    if scenarios.is_empty() {
        out.tell(&words::terminal::nothing_to_play(out.lang));
        return Exit::Disk;
    }
    for (at, scenario) in scenarios.iter().enumerate() {
        let title = scenario.title.get(out.lang);
        out.line(&words::terminal::listed(out.lang, at + 1, title, scenario.level, scenario.minutes));
    }
    let mut lines = Lines::new();
    loop {
        let Some(line) = lines.next(&words::terminal::choose(out.lang), out) else { return Exit::Ok };
        if ["q", "quit", "离开"].contains(&line.as_str()) {
            return Exit::Ok;
        }
        let chosen = line.parse::<usize>().ok().and_then(|number| scenarios.get(number.checked_sub(1)?));
        match chosen {
            Some(scenario) => {
                by_hand(Arc::clone(scenario), rubric, (reach.chance)(), Mode::Coached, &mut lines, out);
                return Exit::Ok;
            }
            None => out.line(&words::terminal::choose_again(out.lang, scenarios.len())),
        }
    }
}

fn by_hand(
    scenario: Arc<Scenario>,
    rubric: Arc<Rubric>,
    seed: u64,
    mode: Mode,
    lines: &mut Lines,
    out: &mut Out,
) -> Session {
    let mut header = header(&scenario, &rubric, seed, out.lang);
    header.mode = mode;
    let mut session = Session::open(scenario, rubric, header);
    terminal::play(&mut session, lines, out, &mut |_, _| {});
    terminal::close(&session, out);
    session
}

/// The scene called so, ready to be played.
pub(super) fn scene(
    called: &Path,
    rubric: &Arc<Rubric>,
    format: Format,
    reach: Reach,
    out: &mut Out,
) -> Result<Arc<Scenario>, Exit> {
    let called_so = called.display().to_string();
    let found = scenes::find(called, reach).map_err(|why| {
        let missing = why.kind() == std::io::ErrorKind::NotFound;
        out.tell(&if missing {
            words::no_such_scene(out.lang, &called_so)
        } else {
            words::cannot_read(out.lang, &called_so, &why.to_string())
        });
        Exit::Disk
    })?;
    let loaded = load(&found.name, &found.bytes, rubric);
    let broken = loaded.diagnostics.iter().any(crate::diag::Diagnostic::is_error);
    if broken {
        if format == Format::Json {
            out.json(&json!({ "schema": super::SCHEMA, "diagnostics": check::located(&loaded, out.lang) }));
        } else {
            out.tell(&render_all(&loaded.source, &loaded.diagnostics, out.lang, crate::diag::Ink::Plain));
        }
    }
    // A scene whose goldens disagree is played all the same: its author wants to see why.
    loaded.scenario.ok_or_else(|| {
        out.tell(&words::scene_has_errors(out.lang, &found.name));
        Exit::Findings
    })
}

/// The script asked for, and what to call it.
fn script(asked: &Play, scenario: &Scenario, reach: Reach, out: &mut Out) -> Result<(String, String), Exit> {
    if let Some(name) = &asked.golden {
        let Some(golden) = scenario.golden(name) else {
            let known: Vec<&str> = scenario.goldens.iter().map(|golden| golden.name.as_str()).collect();
            out.tell(&words::no_such_golden(out.lang, name, &known));
            return Err(Exit::Usage);
        };
        return Ok((name.clone(), golden.script.join("\n")));
    }
    let file = asked.script.as_deref().filter(|file| *file != Path::new("-"));
    let name = file.map_or("-".to_owned(), |file| file.display().to_string());
    let bytes = match file {
        Some(file) => (reach.read)(file),
        None => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        }
    };
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(std::io::Error::other));
    match text {
        Ok(text) => Ok((name, text.trim_start_matches('\u{feff}').to_owned())),
        Err(why) => {
            out.tell(&words::cannot_read(out.lang, &name, &why.to_string()));
            Err(Exit::Disk)
        }
    }
}

/// A script that can't go on: which line, why, and what could be done there instead.
fn stuck(name: &str, script: &str, stopped: &Stopped, session: &Session, format: Format, out: &mut Out) -> Exit {
    let line = stopped.line + 1;
    let why = stopped.why.get(out.lang);
    let scenario = session.scenario();
    let state = session.state();
    let ids: Vec<&str> = state.offered(scenario).iter().map(|offered| offered.reply.id.as_str()).collect();
    let help = words::offered_here(out.lang, &scenario.turn(state.turn).id, &ids);
    match format {
        Format::Json => out.json(&json!({
            "schema": super::SCHEMA,
            "diagnostics": [{
                "code": "script-stuck",
                "severity": "error",
                "file": name,
                "line": line,
                "column": 1,
                "message": why,
                "help": help,
            }],
        })),
        Format::Text => {
            out.tell(&format!("{name}:{line}: {why}"));
            out.tell(&format!("    {}", script.lines().nth(stopped.line).unwrap_or_default().trim()));
            out.tell(&help);
        }
    }
    Exit::Findings
}

fn show(session: &Session, format: Format, out: &mut Out) {
    match format {
        Format::Json => out.json(&report::json(session, out.lang, None)),
        Format::Text => {
            for line in transcript::all(session, out.lang) {
                out.line(&line);
            }
            for line in debrief::lines(session, out.lang) {
                out.line(&line);
            }
        }
    }
}
