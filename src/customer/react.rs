//! How a customer takes an answer: every push names the words that caused it. Knows no scene and no score.

use super::profile::{pack, push, scaled};
use super::{Cause, Emotion, Push, Shift, Temperament, Why};
use crate::rubric::{Evidence, Strength, Track, Words};

/// What the customer's side needs to know of an answer.
#[derive(Debug, Clone, Copy)]
pub struct Heard<'a> {
    /// What it shows, in spoken order.
    pub shown: &'a [Evidence],
    /// A fix before the feeling: it does not land.
    pub bounces: bool,
    /// The same words as before.
    pub repeated: bool,
    /// Soothing answers in a row before this one, given while the gate was open.
    pub soothing_before: u8,
    /// Could the customer take in a solution when it began?
    pub gate_was_open: bool,
}

/// Is this answer comfort and nothing else?
#[must_use]
pub fn is_soothing(shown: &[Evidence]) -> bool {
    !shown.is_empty() && shown.iter().all(|evidence| evidence.shows.track() == Track::Feeling)
}

/// The shift an answer causes.
#[must_use]
pub fn react(temperament: Temperament, before: Emotion, heard: &Heard<'_>) -> Shift {
    let pack = pack();
    let mut causes = Vec::new();
    let soothing = heard.gate_was_open && is_soothing(heard.shown);
    let freshness = pack
        .soothing_again
        .get(usize::from(heard.soothing_before))
        .or(pack.soothing_again.last())
        .copied()
        .unwrap_or(100);
    let mut seen = Vec::with_capacity(heard.shown.len());
    let mut bounced: Option<Words> = None;
    for evidence in heard.shown {
        let shows = evidence.shows;
        // A move counts once an answer, however often it is made.
        if seen.contains(&shows) {
            continue;
        }
        seen.push(shows);
        if shows.is_issue() && heard.bounces {
            bounced.get_or_insert(evidence.words);
            continue;
        }
        let specific = evidence.strength == Strength::Specific && !shows.is_harm();
        let mut percent = if specific { pack.specific } else { 100 };
        if !shows.is_harm() {
            if heard.repeated {
                continue;
            }
            if soothing {
                percent = percent * freshness / 100;
            }
        }
        let push = scaled(push(temperament, shows), percent);
        if push != Push::default() {
            causes.push(Cause { why: Why::Said(shows, evidence.words), push });
        }
    }
    temper(&mut causes, pack.most_relief);
    if let Some(words) = bounced {
        causes.push(Cause { why: Why::Bounced(words), push: pack.bounce });
    }
    if soothing && heard.soothing_before >= 2 {
        causes.push(Cause { why: Why::SoothedTooLong, push: pack.soothing_too_long });
    }
    shift(before, causes)
}

/// Keeps relief within what one answer can do: the causes that come last give way.
fn temper(causes: &mut Vec<Cause>, most: Push) {
    let mut left = most;
    for cause in causes.iter_mut() {
        if cause.push.heat < 0 {
            cause.push.heat = cause.push.heat.max(left.heat);
            left.heat -= cause.push.heat;
        }
        if cause.push.trust > 0 {
            cause.push.trust = cause.push.trust.min(left.trust);
            left.trust -= cause.push.trust;
        }
    }
    causes.retain(|cause| cause.push != Push::default());
}

/// A shift for one reason of the fixed kinds; `None` for words, which go through [`react`].
#[must_use]
pub fn react_to(before: Emotion, why: Why) -> Option<Shift> {
    let pack = pack();
    let push = match why {
        Why::Silence => pack.silence,
        Why::Noted => pack.noted,
        Why::Kept => pack.kept,
        Why::Broken => pack.broken,
        Why::SoothedTooLong => pack.soothing_too_long,
        Why::Said(..) | Why::Bounced(_) | Why::Scene => return None,
    };
    Some(shift(before, vec![Cause { why, push }]))
}

/// Adds the causes up.
#[must_use]
pub fn shift(before: Emotion, causes: Vec<Cause>) -> Shift {
    let sum = causes.iter().fold(Push::default(), |sum, cause| Push {
        heat: sum.heat + cause.push.heat,
        trust: sum.trust + cause.push.trust,
    });
    Shift { before, after: before.moved(sum), causes }
}
