//! `attempts`: what was practised, oldest first. Opens no record.

use serde_json::{Value, json};

use super::args::{Attempts, Format, Options};
use super::out::{Exit, Out};
use super::{keep, words};
use crate::learning::Head;
use crate::rubric::Outcome;
use crate::session::Mode;

/// Lists them.
pub(super) fn run(asked: &Attempts, options: &Options, out: &mut Out) -> Exit {
    let mut store = keep::open(options);
    for notice in store.poll() {
        out.tell(notice.message().get(out.lang));
    }
    let heads = store.attempts();
    match asked.format {
        Format::Json => {
            let attempts: Vec<Value> = heads.iter().map(machine).collect();
            out.json(&json!({ "schema": super::SCHEMA, "attempts": attempts }));
        }
        Format::Text if heads.is_empty() => out.line(&words::no_attempts(out.lang)),
        Format::Text => {
            for head in heads {
                out.line(&told(head, out));
            }
        }
    }
    Exit::Ok
}

fn told(head: &Head, out: &Out) -> String {
    let (header, result) = (&head.header, &head.result);
    let day = header.started.get(..16).unwrap_or(&header.started).replace('T', " ");
    let score = match header.mode {
        Mode::Exam => words::debrief::sealed_short(out.lang),
        _ => words::figure(out.lang, result.score),
    };
    let outcome = outcome(&result.outcome).map(|outcome| outcome.name().get(out.lang).to_owned());
    format!("{day}  {}  {score}  {}  {}", header.scenario, outcome.unwrap_or_default(), header.id)
}

fn outcome(id: &str) -> Option<Outcome> {
    use Outcome as O;
    [O::Loyal, O::VerySatisfied, O::Satisfied, O::Indifferent, O::Displeased, O::Angry, O::Reports]
        .into_iter()
        .find(|outcome| outcome.id() == id)
}

fn machine(head: &Head) -> Value {
    let (header, result) = (&head.header, &head.result);
    json!({
        "id": header.id,
        "scene": header.scenario,
        "started": header.started,
        "finished": result.finished,
        "seed": header.seed,
        "lang": header.lang,
        "mode": mode(header.mode),
        "trainee": header.trainee,
        "score": result.score,
        "range": result.range.map(|(low, high)| [low, high]),
        "parts": { "e": result.e, "k": result.k, "r": result.r },
        "pass": result.pass,
        "caps": result.caps,
        "outcome": result.outcome,
        "ending": result.ending,
        "assisted": result.assisted,
        "picked": result.picked,
        "typed": result.typed,
    })
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Coached => "coached",
        Mode::Alone => "alone",
        Mode::Exam => "exam",
    }
}
