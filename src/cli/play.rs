//! `play`: a scene played from a script, from one of its goldens, or by hand. Scores nothing itself.

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;

use super::args::{Format, Play};
use super::out::{Exit, Out};
use super::{Reach, check, report, scenes, transcript, words};
use crate::diag::render_all;
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::session::Session;
use crate::session::golden::{SEED, Stopped, header, play};
use crate::session::load::load;

/// Plays what is asked for and shows how it went.
pub(super) fn run(asked: &Play, reach: Reach, out: &mut Out) -> Exit {
    let rubric = Arc::new(Rubric::builtin());
    let scenario = match scene(&asked.scene, &rubric, asked.format, reach, out) {
        Ok(scenario) => scenario,
        Err(exit) => return exit,
    };
    let (name, script) = match script(asked, &scenario, reach, out) {
        Ok(script) => script,
        Err(exit) => return exit,
    };
    let header = header(&scenario, &rubric, asked.seed.unwrap_or(SEED), out.lang);
    let mut session = Session::open(scenario, rubric, header);
    if let Err(stopped) = play(&mut session, script.lines(), out.lang) {
        return stuck(&name, &script, &stopped, &session, asked.format, out);
    }
    if !session.state().is_over() {
        out.tell(&words::script_ended_early(out.lang));
    }
    show(&session, asked.format, out);
    Exit::Ok
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
            for line in transcript::scores(session, out.lang) {
                out.line(&line);
            }
        }
    }
}
