//! The one sentence that opens a debrief: the line as its subject, always with words that were said. Praises nobody.

use super::quote::{Quotes, short};
use super::steps::Step;
use crate::customer::Why;
use crate::rubric::{Feedback, Group, Mark, Move, Scorecard, fill};
use crate::session::state::{Phase, Standing};
use crate::session::{Effect, Gate, Session, What};
use crate::text::Bilingual;

struct Found {
    situation: &'static str,
    quote: Option<Bilingual>,
    cue: Option<Bilingual>,
}

/// What matters most first: harm, then the order, then what went well.
pub(super) fn headline(session: &Session, card: &Scorecard, steps: &[Step], quotes: &Quotes<'_>) -> Bilingual {
    let name = &session.scenario().customer.name;
    let found = critical(session, quotes)
        .or_else(|| left_early(session, steps))
        .or_else(|| harm(session, quotes))
        .or_else(|| promise(session, quotes, Standing::Broken, "promise_broken"))
        .or_else(|| gate_never(steps))
        .or_else(|| fix_first(session, quotes))
        .or_else(|| soothed_long(session, steps))
        .or_else(|| unread(card, steps))
        .or_else(|| harm_repaired(session, quotes))
        .or_else(|| promise(session, quotes, Standing::Kept, "promise_kept"))
        .or_else(|| gate_opened(steps))
        .or_else(|| balanced(steps))
        .unwrap_or_else(|| Found { situation: "calm", quote: None, cue: steps.first().map(|step| step.asked.clone()) });
    let line = Feedback::builtin().line(Group::Headlines, found.situation);
    let quote = found.quote.map(|quote| short(&quote)).unwrap_or_default();
    let cue = found.cue.map(|cue| short(&cue)).unwrap_or_default();
    fill(&line, &quote, &cue, name)
}

fn critical(session: &Session, quotes: &Quotes<'_>) -> Option<Found> {
    let (_, mark) = session.state().tally.criticals.first()?;
    Some(Found { situation: "critical", quote: quotes.whole(*mark), cue: quotes.asked(mark.answer) })
}

fn left_early(session: &Session, steps: &[Step]) -> Option<Found> {
    let Phase::Over { left: true, .. } = session.state().phase else { return None };
    let cue = match session.talk().last_line() {
        Some(line) => line.words(session.scenario()).clone(),
        None => steps.last()?.answered.clone(),
    };
    Some(Found { situation: "left_early", quote: None, cue: Some(cue) })
}

fn harm(session: &Session, quotes: &Quotes<'_>) -> Option<Found> {
    let major = session.state().tally.majors.iter().find(|record| !record.repaired)?;
    let evidence = session.talk().exchanges().into_iter().find(|found| found.card.answer == major.mark.answer)?;
    let shows = evidence.card.shown.get(usize::from(major.mark.evidence?))?.shows;
    let situation = if shows == Move::Overpromise { "overpromise" } else { "harm_unrepaired" };
    Some(about(situation, major.mark, quotes))
}

fn harm_repaired(session: &Session, quotes: &Quotes<'_>) -> Option<Found> {
    let major = session.state().tally.majors.iter().find(|record| record.repaired)?;
    let next = major.mark.answer + 1;
    Some(Found { situation: "harm_repaired", quote: quotes.said(next), cue: quotes.asked(next) })
}

fn promise(session: &Session, quotes: &Quotes<'_>, standing: Standing, situation: &'static str) -> Option<Found> {
    let line = session.state().promises.iter().find(|line| line.standing == standing && line.answer.is_some())?;
    Some(Found { situation, quote: quotes.promise(line.answer?), cue: quotes.asked(line.answer?) })
}

fn gate_never(steps: &[Step]) -> Option<Found> {
    let first = steps.first()?;
    let never = steps.iter().all(|step| step.exchange.gate_before == Gate::Shut && step.exchange.card.feel < 2);
    never.then(|| Found { situation: "gate_never", quote: None, cue: Some(first.asked.clone()) })
}

fn fix_first(session: &Session, quotes: &Quotes<'_>) -> Option<Found> {
    let order = session.state().tally.orders.iter().find(|record| record.halves == 0 && !record.unread)?;
    Some(about("fix_first", order.mark, quotes))
}

/// Only where the customer lost patience over it: comfort at a shut gate is what is needed.
fn soothed_long(session: &Session, steps: &[Step]) -> Option<Found> {
    let too_long = session.talk().entries().iter().find(|entry| match &entry.what {
        What::Effect(Effect::Shifted(shift)) => shift.causes.iter().any(|cause| cause.why == Why::SoothedTooLong),
        _ => false,
    })?;
    let step = steps.iter().find(|step| Some(step.exchange.event) == too_long.event)?;
    Some(Found { situation: "soothed_long", quote: Some(step.said.clone()), cue: Some(step.asked.clone()) })
}

fn unread(card: &Scorecard, steps: &[Step]) -> Option<Found> {
    let (low, high) = card.range?;
    let step = steps.iter().find(|step| step.exchange.card.unread)?;
    (high - low >= 10.0).then(|| Found {
        situation: "unread",
        quote: Some(step.said.clone()),
        cue: Some(step.asked.clone()),
    })
}

fn gate_opened(steps: &[Step]) -> Option<Found> {
    let at = steps.iter().position(|step| step.exchange.gate_before == Gate::Shut && step.exchange.card.feel >= 2)?;
    let situation = if at == 0 { "gate_early" } else { "gate_late" };
    let cue = steps.first()?.asked.clone();
    Some(Found { situation, quote: Some(steps[at].said.clone()), cue: Some(cue) })
}

fn balanced(steps: &[Step]) -> Option<Found> {
    let step = steps.iter().find(|step| {
        let shown = &step.exchange.card.shown;
        step.exchange.card.feel >= 2 && shown.iter().any(|evidence| evidence.shows.is_issue())
    })?;
    Some(Found { situation: "balanced", quote: Some(step.said.clone()), cue: Some(step.asked.clone()) })
}

fn about(situation: &'static str, mark: Mark, quotes: &Quotes<'_>) -> Found {
    Found { situation, quote: quotes.quote(mark), cue: quotes.asked(mark.answer) }
}
