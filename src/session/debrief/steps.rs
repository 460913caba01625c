//! The steps of a debrief: every answer with what it met, what it did, and what would also have worked. Scores nothing.

use super::quote::{Underline, underlines};
use crate::customer::{Push, Shift, Why};
use crate::rubric::ChanceState;
use crate::scenario::Scenario;
use crate::session::effect::Effect;
use crate::session::talk::{Exchange, Said, What};
use crate::session::{Session, clause_showing};
use crate::text::{Bilingual, Lang};

/// One reason why heat or trust moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CauseRow {
    /// The words, where words did it.
    pub words: Option<Bilingual>,
    /// What they did, or what happened.
    pub why: Bilingual,
    /// By how much.
    pub push: Push,
    /// The scene did it, not the answer.
    pub by_scene: bool,
}

/// An answer with all that belongs to it.
#[derive(Debug, Clone)]
pub struct Step {
    /// Before, answer, after.
    pub exchange: Exchange,
    /// What the customer had said.
    pub asked: Bilingual,
    /// What the trainee said or did.
    pub said: Bilingual,
    /// What the customer said then.
    pub answered: Bilingual,
    /// Why heat and trust moved.
    pub causes: Vec<CauseRow>,
    /// The author's word on this reply.
    pub why: Option<Bilingual>,
    /// Lines that work here, in two voices.
    pub models: Vec<Bilingual>,
}

impl Step {
    /// The cause that moved heat and trust most.
    #[must_use]
    pub fn main_cause(&self) -> Option<&CauseRow> {
        self.causes.iter().rev().max_by_key(|cause| (!cause.by_scene, cause.push.heat.abs() + cause.push.trust.abs()))
    }

    /// The marked words of the answer in `lang`.
    #[must_use]
    pub fn underlines(&self, scenario: &Scenario, lang: Lang) -> Vec<Underline> {
        underlines(scenario, self, lang)
    }
}

pub(super) fn steps(session: &Session) -> Vec<Step> {
    let scenario = session.scenario();
    let line = |line: Option<crate::session::Line>| line.map(|line| line.words(scenario).clone()).unwrap_or_default();
    let steps = session.talk().exchanges().into_iter().map(|exchange| {
        let said = both(&exchange.said, scenario);
        let why = match &exchange.said {
            Said::Picked(turn, reply) => scenario.turn(*turn).replies.get(reply.index()).map(|reply| reply.why.clone()),
            _ => None,
        };
        Step {
            asked: line(exchange.asked),
            answered: line(exchange.answered),
            causes: causes(session, &exchange, &said),
            why,
            models: scenario.turn(exchange.card.turn).model.clone(),
            said,
            exchange,
        }
    });
    steps.collect()
}

fn both(said: &Said, scenario: &Scenario) -> Bilingual {
    Bilingual::new(said.words(scenario, Lang::Zh), said.words(scenario, Lang::En))
}

/// The causes of the shifts that this answer's event brought about.
fn causes(session: &Session, exchange: &Exchange, said: &Bilingual) -> Vec<CauseRow> {
    let shifts = session.talk().entries().iter().filter(|entry| entry.event == Some(exchange.event));
    let shifts = shifts.filter_map(|entry| match &entry.what {
        What::Effect(Effect::Shifted(shift)) => Some(shift),
        _ => None,
    });
    shifts.flat_map(|shift| cause_rows(session.scenario(), shift, &exchange.said, said)).collect()
}

/// The causes of one shift in words; `said` is what the trainee said, in both languages.
#[must_use]
pub fn cause_rows(scenario: &Scenario, shift: &Shift, said: &Said, words: &Bilingual) -> Vec<CauseRow> {
    let quote = |shows: Option<crate::rubric::Move>, range: crate::rubric::Words| match (said, shows) {
        (Said::Typed(text, _), _) => {
            let clause = range.of(text);
            Bilingual::new(clause, clause)
        }
        (_, Some(shows)) => Bilingual::new(
            clause_showing(scenario, &words.zh, shows, Lang::Zh),
            clause_showing(scenario, &words.en, shows, Lang::En),
        ),
        (_, None) => words.clone(),
    };
    let rows = shift.causes.iter().map(|cause| {
        let (words, why) = match cause.why {
            Why::Said(shows, range) => (Some(quote(Some(shows), range)), shows.name()),
            Why::Bounced(range) => (
                Some(quote(None, range)),
                Bilingual::new("没听进去：心情还没接住", "didn't land: the feeling comes first"),
            ),
            Why::SoothedTooLong => {
                (Some(words.clone()), Bilingual::new("安慰久了，没有下一步", "comfort too long, no next step"))
            }
            Why::Silence => (None, Bilingual::new("让对方干等", "left waiting")),
            Why::Noted => (None, Bilingual::new("当面记了下来", "written down before their eyes")),
            Why::Scene => (None, Bilingual::new("情景里发生的事", "what happened in the scene")),
            Why::Kept => (None, Bilingual::new("承诺兑现", "a promise kept")),
            Why::Broken => (None, Bilingual::new("承诺没兑现", "a promise broken")),
        };
        CauseRow { words, why, push: cause.push, by_scene: cause.why == Why::Scene }
    });
    rows.collect()
}

/// Best, turning point, and the steps worth another try (the costliest first).
pub(super) fn moments(session: &Session, steps: &[Step]) -> (Option<usize>, Option<usize>, Vec<usize>) {
    // What the scene did by itself is nobody's merit and nobody's slip.
    let relief = |step: &Step| -> i32 {
        let own = step.causes.iter().filter(|cause| !cause.by_scene);
        own.map(|cause| cause.push.trust - cause.push.heat).sum()
    };
    let harmless = |step: &Step| !step.exchange.card.shown.iter().any(|evidence| evidence.shows.is_harm());
    let helped = |step: &Step| harmless(step) && relief(step) > 0;
    let best = (0..steps.len()).max_by_key(|at| (helped(&steps[*at]), relief(&steps[*at]), std::cmp::Reverse(*at)));
    let best = best.filter(|at| helped(&steps[*at]));
    let turning = steps
        .iter()
        .position(|step| step.exchange.gate_before == crate::session::Gate::Shut && step.exchange.card.feel >= 2)
        .filter(|at| Some(*at) != best)
        .or_else(|| {
            let worst = (0..steps.len()).min_by_key(|at| relief(&steps[*at]));
            worst.filter(|at| relief(&steps[*at]) < 0)
        });
    let missed = |answer: u16| -> i32 {
        let chances = session.state().tally.chances.iter().filter(|record| match record.state {
            ChanceState::Lost(mark) => mark.answer == answer,
            ChanceState::Closed => record.opened == answer,
            _ => false,
        });
        chances.map(|record| i32::from(record.chance.weight)).sum()
    };
    let cost = |step: &Step| {
        let level = i32::from(step.exchange.card.feel);
        let bounced = if step.exchange.card.bounced { 6 } else { 0 };
        missed(step.exchange.card.answer) * 4 + bounced - relief(step) - level
    };
    let mut not_yet: Vec<usize> = (0..steps.len())
        .filter(|at| {
            let step = &steps[*at];
            step.exchange.card.bounced || relief(step) < 0 || missed(step.exchange.card.answer) > 0
        })
        .collect();
    not_yet.sort_by_key(|at| (std::cmp::Reverse(cost(&steps[*at])), *at));
    (best, turning, not_yet)
}
