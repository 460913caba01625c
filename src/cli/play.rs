//! `play`: a scene played from a script, from one of its goldens, or by hand. Scores nothing itself.

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;

use super::args::{Format, Options, Play};
use super::keep::{self, Keeper};
use super::out::{Exit, Out};
use super::scenes::{self, Found};
use super::terminal::Lines;
use super::{check, debrief, report, terminal, transcript, words};
use crate::diag::{Ink, render_all};
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::session::golden::{SEED, Stopped, play};
use crate::session::{Event, Mode, Session};
use crate::store::disk::{Disk as _, RealDisk};

/// A script is shorter than this.
const LONGEST: u64 = 4 << 20;

/// Plays what is asked for and shows how it went.
pub(super) fn run(asked: &Play, options: &Options, out: &mut Out) -> Exit {
    if asked.format == Format::Json {
        out.for_machine();
    }
    let rubric = Arc::new(Rubric::builtin());
    let found = match scenes::find(&asked.scene, options, &rubric) {
        Ok(found) => found,
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => {
            out.tell(&words::no_such_scene(out.lang, &asked.scene));
            return Exit::Disk;
        }
        Err(why) => {
            out.tell(&words::cannot_read(out.lang, &asked.scene, &why.to_string()));
            return Exit::Disk;
        }
    };
    let scenario = match playable(&found, asked.format, out) {
        Ok(scenario) => scenario,
        Err(exit) => return exit,
    };
    // A golden is the scene's own talk, nobody's practice: it is kept only where a folder is named for it.
    let kept = asked.golden.is_none() || options.data_dir.is_some();
    let keeper = |out: &mut Out| {
        if kept { Keeper::new(keep::open(options), found.bytes.clone(), out) } else { Keeper::nothing() }
    };
    if asked.script.is_none() && asked.golden.is_none() {
        let mut keeper = keeper(out);
        let header = keeper.header(&scenario, &rubric, asked.seed, asked.how.mode().unwrap_or_default(), out);
        let session = Session::open(scenario, rubric, header);
        return by_hand(session, &mut keeper, &mut Lines::new(), asked.format, out);
    }
    let (name, script) = match script(asked, &scenario, out) {
        Ok(script) => script,
        Err(exit) => return exit,
    };
    let mut keeper = keeper(out);
    let seed = Some(asked.seed.unwrap_or(SEED));
    let header = keeper.header(&scenario, &rubric, seed, asked.how.mode().unwrap_or(Mode::Alone), out);
    let mut session = Session::open(scenario, rubric, header);
    if let Err(stopped) = play(&mut session, script.lines(), out.lang) {
        return stuck(&name, &script, &stopped, &session, asked.format, out);
    }
    if !session.state().is_over() {
        out.tell(&words::script_ended_early(out.lang));
        // Leaving is refused only where the talk is over.
        let _ = session.act(Event::Left, 0);
    }
    let kept = keeper.finish(&session, out);
    match asked.format {
        Format::Json => out.json(&report::json(&session, out.lang, kept.record.as_deref())),
        Format::Text => {
            for line in transcript::all(&session, out.lang).iter().chain(&debrief::lines(&session, out.lang)) {
                out.line(line);
            }
            said_where(kept.record.as_deref(), out);
        }
    }
    kept.exit
}

/// The scene of a file; what is wrong with it is shown.
pub(super) fn playable(found: &Found, format: Format, out: &mut Out) -> Result<Arc<Scenario>, Exit> {
    let loaded = &found.loaded;
    if let Some(scenario) = &loaded.scenario {
        // Goldens that disagree are their author's affair: the scene can be played, and shows why.
        return Ok(Arc::clone(scenario));
    }
    match format {
        Format::Json => {
            out.json(&json!({ "schema": super::SCHEMA, "diagnostics": check::located(loaded, out.lang) }));
        }
        Format::Text => out.tell(&render_all(&loaded.source, &loaded.diagnostics, out.lang, Ink::Plain)),
    }
    out.tell(&words::scene_has_errors(out.lang, &found.name));
    Err(Exit::Findings)
}

/// A talk by hand from where it stands, with its debrief.
pub(super) fn by_hand(
    mut session: Session,
    keeper: &mut Keeper,
    lines: &mut Lines,
    format: Format,
    out: &mut Out,
) -> Exit {
    keeper.begin(&session);
    terminal::play(&mut session, lines, out, keeper);
    terminal::close(&session, out);
    let kept = keeper.finish(&session, out);
    match format {
        Format::Json => out.json(&report::json(&session, out.lang, kept.record.as_deref())),
        Format::Text => said_where(kept.record.as_deref(), out),
    }
    kept.exit
}

fn said_where(record: Option<&str>, out: &mut Out) {
    if let Some(record) = record {
        out.tell(&words::kept_in(out.lang, record));
    }
}

/// The script asked for, and what to call it.
fn script(asked: &Play, scenario: &Scenario, out: &mut Out) -> Result<(String, String), Exit> {
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
    let bytes = if let Some(file) = file {
        RealDisk.read(file, LONGEST)
    } else {
        let mut bytes = Vec::new();
        std::io::stdin().lock().take(LONGEST).read_to_end(&mut bytes).map(|_| bytes)
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
