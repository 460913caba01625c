//! What a talk came to, for machines: `play --format json`. Computes no figure itself.

use serde_json::{Map, Value, json};

use crate::learning::cap_id;
use crate::rubric::{Cap, CriticalKind, Strength};
use crate::session::debrief::{ChanceMark, Debrief, MarkState, PointRow, debrief};
use crate::session::{Exchange, Gate, Phase, Said, Session, Standing, clause_showing};
use crate::text::Lang;

/// The whole talk; `record` is where it was kept.
pub(super) fn json(session: &Session, lang: Lang, record: Option<&str>) -> Value {
    let scenario = session.scenario();
    let state = session.state();
    let debrief = debrief(session);
    let card = &debrief.card;
    let ending = match state.phase {
        Phase::Over { ending, .. } => scenario.endings.get(ending.index()).map(|ending| ending.id.as_str()),
        Phase::Answering => None,
    };
    let points: Map<String, Value> = debrief
        .points
        .iter()
        .map(|row| {
            let point = json!({
                "state": row.state.id(),
                "credit": row.credit.map(|credit| (credit * 1000.0).round() / 1000.0),
                "quote": quote(row, lang),
            });
            (row.point.id().to_owned(), point)
        })
        .collect();
    json!({
        "schema": super::SCHEMA,
        "scene": scenario.id,
        "seed": state.seed,
        "rubric": session.rubric().version,
        "finished": state.is_over(),
        "score": card.score,
        "range": card.range.map(|(low, high)| [low, high]),
        "parts": { "e": card.e, "k": card.k, "r": card.r },
        "pass": card.pass,
        "points": points,
        "caps": caps(&debrief, lang),
        "assisted": state.assisted,
        "outcome": state.outcome(scenario).map(crate::rubric::Outcome::id),
        "ending": ending,
        "turns": session.talk().exchanges().iter().map(|exchange| turn(session, exchange, lang)).collect::<Vec<_>>(),
        "promises": promises(session, lang),
        "agreements": state
            .agreed
            .iter()
            .filter_map(|ix| scenario.agreements.get(ix.index()))
            .map(|agreement| &agreement.id)
            .collect::<Vec<_>>(),
        "record": record,
    })
}

fn turn(session: &Session, exchange: &Exchange, lang: Lang) -> Value {
    let scenario = session.scenario();
    let words = exchange.said.words(scenario, lang);
    let moves: Vec<Value> = exchange
        .card
        .shown
        .iter()
        .map(|evidence| {
            json!({
                "move": evidence.shows.id(),
                "strength": strength(evidence.strength),
                "quote": quoted(session, &exchange.said, &words, evidence, lang),
                "rule": evidence.rule,
            })
        })
        .collect();
    json!({
        "turn": scenario.turn(exchange.card.turn).id,
        "said": words,
        "moves": moves,
        "feel": exchange.card.feel,
        "order": exchange.card.order,
        "bounced": exchange.card.bounced,
        "heat": exchange.after.heat.get(),
        "heat_before": exchange.before.heat.get(),
        "trust": exchange.after.trust.get(),
        "trust_before": exchange.before.trust.get(),
        "gate": gate(exchange.gate_after),
        "gate_before": gate(exchange.gate_before),
    })
}

/// The words of an answer that show a move: exact for own words, the clause for a written reply.
pub(super) fn quoted(
    session: &Session,
    said: &Said,
    words: &str,
    evidence: &crate::rubric::Evidence,
    lang: Lang,
) -> String {
    match said {
        Said::Typed(..) => evidence.words.of(words).to_owned(),
        Said::Picked(..) => clause_showing(session.scenario(), words, evidence.shows, lang),
        Said::Did(_) => words.to_owned(),
    }
}

/// The words that decided a key point: what met it, else what lost it.
fn quote(row: &PointRow, lang: Lang) -> Option<&str> {
    let met = |mark: &&ChanceMark| matches!(mark.state, MarkState::Met | MarkState::Late);
    let decided = row.marks.iter().find(met).or_else(|| row.marks.iter().find(|mark| mark.quote.is_some()))?;
    decided.quote.as_ref().map(|quote| quote.get(lang))
}

fn caps(debrief: &Debrief, lang: Lang) -> Vec<Value> {
    let caps = debrief.card.caps.iter().zip(&debrief.caps);
    caps.map(|(cap, row)| {
        let kind = match cap {
            Cap::Critical { kind, .. } => Some(kind_id(*kind)),
            Cap::TwoMajors { .. } => None,
        };
        let quotes: Vec<&str> = row.quotes.iter().map(|quote| quote.get(lang)).collect();
        json!({ "id": cap_id(cap), "limit": row.limit, "kind": kind, "quotes": quotes })
    })
    .collect()
}

fn kind_id(kind: CriticalKind) -> &'static str {
    match kind {
        CriticalKind::Insult => "insult",
        CriticalKind::FalsePromise => "false_promise",
        CriticalKind::Safety => "safety",
        CriticalKind::Privacy => "privacy",
    }
}

fn promises(session: &Session, lang: Lang) -> Vec<Value> {
    let scenario = session.scenario();
    let known = |promise: &crate::session::Promise| promise.known.and_then(|ix| scenario.promises.get(ix.index()));
    session
        .state()
        .promises
        .iter()
        .map(|promise| {
            json!({
                "id": known(promise).map(|note| &note.id),
                "text": known(promise).map(|note| note.text.get(lang)),
                "within_authority": known(promise).map(|note| note.within_authority),
                "answer": promise.answer,
                "standing": standing(promise.standing),
            })
        })
        .collect()
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Made => "made",
        Standing::Kept => "kept",
        Standing::Broken => "broken",
    }
}

fn gate(gate: Gate) -> &'static str {
    match gate {
        Gate::Open => "open",
        Gate::Shut => "shut",
    }
}

/// Stable id of a strength.
pub(super) fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::General => "general",
        Strength::Specific => "specific",
    }
}
