//! Does a condition hold? A pure question about a state and, where there is one, the answer just given.

use super::state::{Standing, State};
use crate::rubric::{Evidence, Strength, Track};
use crate::scenario::condition::{Numeric, Plain};
use crate::scenario::{Condition, Scenario};

/// The answer just given, as conditions see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<'a> {
    pub shown: &'a [Evidence],
    pub feel: u8,
    pub listened: bool,
    pub setting_changed: bool,
    pub unread: bool,
    pub names: &'a [String],
}

/// `given` is `None` where no answer is in view: then conditions about the answer don't hold.
pub(super) fn holds(scenario: &Scenario, state: &State, condition: &Condition, given: Option<&Given<'_>>) -> bool {
    let again = |inner: &Condition| holds(scenario, state, inner, given);
    let shows =
        |track: Track| given.is_some_and(|given| given.shown.iter().any(|evidence| evidence.shows.track() == track));
    match condition {
        Condition::All(inner) => inner.iter().all(again),
        Condition::Any(inner) => inner.iter().any(again),
        Condition::Not(inner) => !again(inner),
        Condition::Shows(wanted) => {
            given.is_some_and(|given| given.shown.iter().any(|evidence| evidence.shows == *wanted))
        }
        Condition::Plain(plain) => match plain {
            Plain::Feeling => shows(Track::Feeling),
            Plain::Issue => shows(Track::Issue),
            Plain::Harm => shows(Track::Harm),
            Plain::IsSpecific => {
                given.is_some_and(|given| given.shown.iter().any(|evidence| evidence.strength == Strength::Specific))
            }
            Plain::GateOpen => state.gate == super::Gate::Open,
            Plain::Listened => given.is_some_and(|given| given.listened),
            Plain::SettingChanged => given.is_some_and(|given| given.setting_changed),
            Plain::Unread => given.is_some_and(|given| given.unread && given.shown.is_empty()),
        },
        Condition::Number(numeric, value) => number(state, *numeric, *value, given),
        Condition::FactKnown(fact) => state.known.contains(fact),
        Condition::ClueSeen(clue) => state.seen.contains(clue),
        Condition::Names(fact) => given
            .is_some_and(|given| scenario.facts.get(fact.index()).is_some_and(|fact| given.names.contains(&fact.id))),
        Condition::Agreed(agreement) => state.agreed.contains(agreement),
        Condition::Promised(promise) => state.standing(*promise).is_some(),
        Condition::Kept(promise) => state.standing(*promise) == Some(Standing::Kept),
        Condition::Broken(promise) => state.standing(*promise) == Some(Standing::Broken),
        Condition::Been(turn) => state.been.contains(turn),
        Condition::Picked(turn, reply) => state.picked.contains(&(*turn, *reply)),
        Condition::SettingChosen(setting) => state.settings.contains(setting),
    }
}

fn number(state: &State, numeric: Numeric, value: u16, given: Option<&Given<'_>>) -> bool {
    let heat = u16::from(state.emotion.heat.get());
    let trust = u16::from(state.emotion.trust.get());
    match numeric {
        Numeric::HeatAtLeast => heat >= value,
        Numeric::HeatBelow => heat < value,
        Numeric::TrustAtLeast => trust >= value,
        Numeric::TrustBelow => trust < value,
        Numeric::FeelAtLeast => given.is_some_and(|given| u16::from(given.feel) >= value),
        Numeric::AnswersAtLeast => state.answers >= value,
        Numeric::TriesAtLeast => u16::from(state.tries) >= value,
    }
}
