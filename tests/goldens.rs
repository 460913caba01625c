//! The transcripts that prove what a scene measures, played once more. Never compares with figures written down elsewhere:
//! what a good talk is worth is said here, once, for every scene.

mod house;

use std::sync::Arc;

use heartfirst::learning::Attempt;
use heartfirst::rubric::{Cap, Outcome, Rubric};
use heartfirst::scenario::{Golden, Scenario};
use heartfirst::session::golden::play_golden;
use heartfirst::session::{Effect, Session, What};
use heartfirst::text::Lang;
use house::{all, journal_again, rubric};

/// Handling by the book is worth at least this.
const EXCELLENT: f64 = 85.0;
/// Fixes thrown at a shut gate leave "emotions first" below this.
const COLD: f64 = 60.0;

#[track_caller]
fn played(scene: &Arc<Scenario>, rubric: &Arc<Rubric>, golden: &Golden, lang: Lang) -> Session {
    play_golden(scene, rubric, golden, lang).unwrap_or_else(|stopped| {
        panic!("{} / {}: line {}: {}", scene.id, golden.name, stopped.line + 1, stopped.why.en)
    })
}

/// The golden of this name in every scene, played.
fn each(name: &str) -> Vec<(String, Session)> {
    let rubric = rubric();
    let scenes = all(&rubric);
    let play = |scene: &Arc<Scenario>| {
        let golden = scene.golden(name).unwrap_or_else(|| panic!("{} has no golden `{name}`", scene.id));
        (format!("{} / {name}", scene.id), played(scene, &rubric, golden, Lang::Zh))
    };
    scenes.iter().map(play).collect()
}

fn gate_opened(session: &Session) -> bool {
    session.talk().entries().iter().any(|entry| matches!(entry.what, What::Effect(Effect::GateOpened)))
}

#[test]
fn every_scene_loads_without_a_word() {
    let rubric = rubric();
    for (name, loaded) in house::loaded(&rubric) {
        let codes: Vec<(&str, &str)> =
            loaded.diagnostics.iter().map(|found| (found.code, found.message.en.as_str())).collect();
        assert!(loaded.scenario.is_some(), "{name} can't be played: {codes:?}");
        assert!(codes.is_empty(), "{name}: {codes:?}");
    }
}

#[test]
fn goldens_end_pass_and_score_as_they_declare() {
    let rubric = rubric();
    for scene in all(&rubric) {
        let mut before = f64::INFINITY;
        for golden in &scene.goldens {
            let at = format!("{} / {}", scene.id, golden.name);
            let session = played(&scene, &rubric, golden, Lang::Zh);
            assert!(session.state().is_over(), "{at}: the script runs to the end of the scene");
            let card = session.scorecard();
            assert_eq!(card.pass, golden.passes, "{at}: passes, at {:?}", card.score);
            let score = card.score.unwrap_or_else(|| panic!("{at}: there were chances enough for a score"));
            assert!(score <= before, "{at}: {score} scores above the golden before it ({before})");
            assert_eq!(card.range, Some((score, score)), "{at}: nothing in it is left unread");
            before = score;
        }
    }
}

#[test]
fn handling_by_the_book_is_worth_it() {
    for (at, session) in each("excellent") {
        let card = session.scorecard();
        assert!(card.score.is_some_and(|score| score >= EXCELLENT), "{at}: {:?}", card.score);
        assert!(card.pass && card.caps.is_empty(), "{at}: passes, nothing holds it down: {:?}", card.caps);
        let outcome = session.state().outcome(session.scenario());
        assert!(matches!(outcome, Some(Outcome::Loyal | Outcome::VerySatisfied)), "{at}: {outcome:?}");
        assert_eq!(session.state().bounced, 0, "{at}: nothing is thrown back");
        assert_eq!(Some(card.opened_weight), card.excellent_weight, "{at}: it measures its own scene");
    }
}

#[test]
fn fixes_without_feeling_bounce() {
    for (at, session) in each("cold") {
        let card = session.scorecard();
        assert!(!card.pass, "{at}");
        assert!(card.e.is_some_and(|e| e < COLD), "{at}: emotions first {:?}", card.e);
        assert!(!gate_opened(&session), "{at}: the gate never opened");
        assert!(session.state().bounced > 0, "{at}: a fix came back");
    }
}

#[test]
fn comfort_alone_and_arguing_do_not_pass() {
    for name in ["soothing", "argumentative"] {
        for (at, session) in each(name) {
            let card = session.scorecard();
            assert!(!card.pass, "{at}: {:?}", card.score);
            let cooler = session.state().emotion.heat.get() < session.scenario().customer.heat;
            assert!(name != "argumentative" || !cooler, "{at}: arguing calms nobody down");
        }
    }
}

#[test]
fn a_critical_slip_holds_everything_down() {
    for (at, session) in each("critical") {
        let card = session.scorecard();
        assert!(!card.pass, "{at}");
        let limit = card.caps.iter().find_map(|cap| match cap {
            Cap::Critical { limit, .. } => Some(f64::from(*limit)),
            Cap::TwoMajors { .. } => None,
        });
        let limit = limit.unwrap_or_else(|| panic!("{at}: carries its cap: {:?}", card.caps));
        assert!(card.score.is_some_and(|score| score <= limit), "{at}: {:?} under {limit}", card.score);
    }
}

#[test]
fn a_journal_played_again_is_the_talk_it_was() {
    let rubric = rubric();
    for scene in all(&rubric) {
        for golden in &scene.goldens {
            let live = played(&scene, &rubric, golden, Lang::Zh);
            let again = journal_again(&live);
            assert_eq!(again.talk().entries(), live.talk().entries(), "{} / {}", scene.id, golden.name);
            assert_eq!(again.scorecard(), live.scorecard(), "{} / {}", scene.id, golden.name);
            let mut attempt = Attempt::of(&live, "2026-01-01T00:00:00Z");
            assert_eq!(attempt.verify(&scene, &rubric), [], "{} / {}", scene.id, golden.name);
            attempt.result.score = attempt.result.score.map(|score| score + 0.1);
            assert_eq!(attempt.verify(&scene, &rubric).len(), 1, "a tenth of a point more is noticed");
        }
    }
}

#[test]
fn picked_replies_are_worth_the_same_in_both_languages() {
    let rubric = rubric();
    let mut compared = 0;
    for scene in all(&rubric) {
        let picked = scene.goldens.iter().filter(|golden| !golden.script.iter().any(|line| line.starts_with("say ")));
        for golden in picked {
            let cards = Lang::ALL.map(|lang| played(&scene, &rubric, golden, lang).scorecard());
            assert_eq!(cards[0], cards[1], "{} / {}", scene.id, golden.name);
            compared += 1;
        }
    }
    assert!(compared >= 5, "only {compared} goldens are picked throughout");
}
