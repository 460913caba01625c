//! Plays a scene's goldens: the transcripts that prove what it measures. Changes no scene but its measured weight.

use std::sync::Arc;

use super::event::Refused;
use super::journal::{FORMAT, Header, Mode};
use super::live::Session;
use super::script::parse_line;
use crate::rubric::Rubric;
use crate::scenario::{Golden, Scenario};
use crate::text::{Bilingual, Lang};

/// The seed goldens are played with.
pub const SEED: u64 = 1;

/// Where a script stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// Position of the line, from 0.
    pub line: usize,
    /// Why.
    pub why: Bilingual,
}

/// A header for a talk nobody keeps.
#[must_use]
pub fn header(scenario: &Scenario, rubric: &Rubric, seed: u64, lang: Lang) -> Header {
    Header {
        format: FORMAT,
        app: env!("CARGO_PKG_VERSION").to_owned(),
        id: String::new(),
        scenario: scenario.id.clone(),
        fingerprint: scenario.fingerprint.clone(),
        rubric: rubric.version.clone(),
        seed,
        lang,
        mode: Mode::Alone,
        started: String::new(),
        trainee: String::new(),
    }
}

/// Plays `lines` in `session`.
///
/// # Errors
/// [`Stopped`] at the first line that can't be read or can't happen; the session stands before it.
pub fn play<'l>(session: &mut Session, lines: impl IntoIterator<Item = &'l str>, lang: Lang) -> Result<(), Stopped> {
    for (line, text) in lines.into_iter().enumerate() {
        let Some(action) = parse_line(text).map_err(|why| Stopped { line, why })? else { continue };
        let event = action.event(session, lang);
        session.act(event, 0).map_err(|refused: Refused| Stopped { line, why: refused.message() })?;
    }
    Ok(())
}

/// Plays one golden from the start.
///
/// # Errors
/// As [`play`].
pub fn play_golden(
    scenario: &Arc<Scenario>,
    rubric: &Arc<Rubric>,
    golden: &Golden,
    lang: Lang,
) -> Result<Session, Stopped> {
    let header = header(scenario, rubric, SEED, lang);
    let mut session = Session::open(Arc::clone(scenario), Arc::clone(rubric), header);
    play(&mut session, golden.script.iter().map(String::as_str), lang)?;
    Ok(session)
}

/// The scenario with the chance weight that its `excellent` golden opens (SCORING §4, coverage).
#[must_use]
pub fn measured(scenario: Scenario, rubric: &Arc<Rubric>) -> Scenario {
    let Some(golden) = scenario.golden("excellent").cloned() else { return scenario };
    let shared = Arc::new(scenario);
    let weight = play_golden(&shared, rubric, &golden, Lang::Zh).ok().map(|session| session.scorecard().opened_weight);
    let mut scenario = Arc::unwrap_or_clone(shared);
    scenario.excellent_weight = weight;
    scenario
}
