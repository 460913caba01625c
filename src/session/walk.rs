//! Walking the scene: reaching turns, bouncing, passing on, promises coming due, ending. Judges no words.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore as _, SeedableRng as _};

use super::effect::{Effect, Line, LineKind, Place};
use super::state::{Gate, Phase, Promise, Standing, State};
use crate::customer::{Cause, Push, Shift, Why, react_to, shift};
use crate::rubric::{CueKind, Evidence, Move, Rubric, default_chances};
use crate::scenario::{
    Change, ClueIx, EndingIx, FactIx, PromiseIx, Scenario, Setting, SettingIx, Target, Turn, TurnIx,
};
use crate::text::Bilingual;

/// Turns that may pass on without an answer before the walk stops (the rules refuse loops; this is the backstop).
const MOST_PASSING: usize = 64;

/// A state on its way to the next, and what happened on the way.
pub(super) struct Walk<'s> {
    pub scenario: &'s Scenario,
    pub rubric: &'s Rubric,
    pub state: State,
    pub effects: Vec<Effect>,
}

impl<'s> Walk<'s> {
    /// Where an answer leads: a deadline that strikes now goes before it; the turn at hand means staying.
    pub fn go_on(&mut self, target: Target) {
        let target = self.struck_deadline().unwrap_or(target);
        self.go(target);
    }

    /// Reaches a turn and passes on until one waits for an answer, or the talk closes.
    pub fn go(&mut self, mut target: Target) {
        for _ in 0..MOST_PASSING {
            let ix = match target {
                Target::Turn(ix) => ix,
                Target::End => match self.promise_due() {
                    Some(ix) => ix,
                    None => return self.finish(false),
                },
            };
            self.enter(ix);
            let turn = self.scenario.turn(ix);
            if turn.then.is_empty() && !turn.replies.is_empty() {
                return;
            }
            let route = turn
                .then
                .iter()
                .find(|route| route.when.as_ref().is_none_or(|when| self.state.holds(self.scenario, when)));
            target = route.map_or(Target::End, |route| route.go);
        }
        self.finish(false);
    }

    fn enter(&mut self, ix: TurnIx) {
        let turn = self.scenario.turn(ix);
        let first_contact = self.state.been.is_empty();
        let first_visit = self.state.been.insert(ix);
        self.state.turn = ix;
        self.state.tries = 0;
        self.state.misses = 0;
        self.state.waited = 0;
        if self.state.stage != turn.stage || first_contact {
            self.state.stage = turn.stage;
            self.state.stage_began = self.state.answers;
            self.effects.push(Effect::StageChanged(turn.stage));
        }
        if first_visit {
            self.apply(&turn.change, None);
        }
        self.say_turn(ix, turn);
        if first_visit && !turn.replies.is_empty() {
            self.open_cues(ix, turn, first_contact);
        }
    }

    fn say_turn(&mut self, ix: TurnIx, turn: &Turn) {
        let (lines, place): (_, fn(usize) -> Place) = match self.state.emotion.heat.get() {
            60.. if !turn.hot.is_empty() => (&turn.hot, Place::Hot),
            0..30 if !turn.cool.is_empty() => (&turn.cool, Place::Cool),
            _ => (&turn.says, Place::Says),
        };
        if !lines.is_empty() {
            let place = place(self.draw(lines.len(), ix));
            self.effects.push(Effect::Says(Line::new(LineKind::Turn, ix, turn.by, place)));
        }
    }

    /// Which of `count` wordings, by seed and turn; the same seed draws the same for ever.
    fn draw(&self, count: usize, turn: TurnIx) -> usize {
        let mut chance = ChaCha8Rng::seed_from_u64(self.state.seed);
        chance.set_stream(u64::from(turn.0));
        usize::try_from(chance.next_u32()).unwrap_or(0) % count.max(1)
    }

    fn open_cues(&mut self, ix: TurnIx, turn: &'s Turn, first_contact: bool) {
        let quiet = self.scenario.stage(turn.stage).quiet.is_some();
        let mut chances = default_chances(&turn.cues, first_contact, quiet, self.state.provoked);
        chances.retain(|chance| {
            !turn.dropped.contains(&chance.point) && !turn.added.iter().any(|added| added.point == chance.point)
        });
        chances.extend(&turn.added);
        for chance in chances {
            self.state.tally.open(ix.0, self.state.answers, chance);
        }
        self.state.provoked = turn.cue(CueKind::Provocation) > 0 || turn.cue(CueKind::Rule) > 0;
        let feeling = turn.cue(CueKind::Feeling);
        if feeling > 0 {
            self.state.tally.feel(ix.0, feeling);
        }
        if feeling >= 2 {
            self.set_gate(Gate::Shut);
        }
    }

    /// What happens besides words. `answer` is the answer that brought it about, if one did.
    pub fn apply(&mut self, change: &'s Change, answer: Option<u16>) {
        let push = Push { heat: i32::from(change.heat), trust: i32::from(change.trust) };
        if push != Push::default() {
            self.shift(Some(shift(self.state.emotion, vec![Cause { why: Why::Scene, push }])));
        }
        for fact in &change.learns {
            if self.state.known.insert(*fact) {
                self.effects.push(Effect::Learned(*fact));
            }
        }
        for agreement in &change.agrees {
            if self.state.agreed.insert(*agreement) {
                self.effects.push(Effect::Agreed(*agreement));
            }
        }
        for promise in &change.promises {
            if self.state.standing(*promise).is_none() {
                self.state.promises.push(Promise { known: Some(*promise), answer, standing: Standing::Made });
                self.effects.push(Effect::Promised(*promise));
            }
        }
        for promise in &change.keeps {
            self.settle(*promise, Standing::Kept);
        }
        for promise in &change.breaks {
            self.settle(*promise, Standing::Broken);
        }
    }

    /// A promise in own words that the scene doesn't know still stands in the ledger.
    pub fn own_promise(&mut self, shown: &[Evidence]) {
        if shown.iter().any(|evidence| evidence.shows == Move::CommitTime) {
            let answer = self.state.answers.checked_sub(1);
            self.state.promises.push(Promise { known: None, answer, standing: Standing::Made });
        }
    }

    fn settle(&mut self, promise: PromiseIx, standing: Standing) {
        let Some(line) = self.state.promises.iter_mut().find(|line| line.known == Some(promise)) else { return };
        if line.standing != Standing::Made {
            return;
        }
        line.standing = standing;
        let (effect, why) = match standing {
            Standing::Kept => (Effect::PromiseKept(promise), Why::Kept),
            _ => (Effect::PromiseBroken(promise), Why::Broken),
        };
        self.effects.push(effect);
        self.shift(react_to(self.state.emotion, why));
    }

    /// The next promise whose day has come, and the turn that shows what became of it.
    fn promise_due(&mut self) -> Option<TurnIx> {
        while let Some(follow_up) = self.scenario.follow_up.get(self.state.next_follow_up) {
            self.state.next_follow_up += 1;
            if self.state.standing(follow_up.promise).is_none() {
                continue;
            }
            let holds = follow_up.kept_when.as_ref().is_some_and(|when| self.state.holds(self.scenario, when));
            self.settle(follow_up.promise, if holds { Standing::Kept } else { Standing::Broken });
            let kept = self.state.standing(follow_up.promise) == Some(Standing::Kept);
            return Some(if kept { follow_up.kept } else { follow_up.broken });
        }
        None
    }

    pub fn finish(&mut self, left: bool) {
        self.state.tally.closed();
        let endings = &self.scenario.endings;
        let holds = |when: &crate::scenario::Condition| self.state.holds(self.scenario, when);
        let at = endings
            .iter()
            .position(|ending| ending.when.as_ref().is_none_or(holds))
            .unwrap_or(endings.len().saturating_sub(1));
        let ending = EndingIx(u16::try_from(at).unwrap_or(0));
        self.state.phase = Phase::Over { ending, left };
        if !left {
            let line = Line::new(LineKind::Ending, self.state.turn, None, Place::Ending(ending));
            self.effects.push(Effect::Says(line));
        }
        self.effects.push(Effect::Closed(ending));
    }

    /// The customer throws the fix back; lines go round, so that he doesn't repeat himself.
    pub fn bounce(&mut self) {
        let turn = self.scenario.turn(self.state.turn);
        let own = turn.bounces.len();
        let place = if own > 0 {
            Place::Bounces(usize::from(self.state.misses) % own)
        } else {
            Place::SceneBounces(self.state.bounced % self.scenario.bounces.len().max(1))
        };
        self.state.bounced += 1;
        self.effects.push(Effect::Says(Line::new(LineKind::Bounce, self.state.turn, turn.by, place)));
        self.miss();
    }

    /// Nothing fits: the cue stands, said afresh.
    pub fn otherwise(&mut self) {
        let turn = self.scenario.turn(self.state.turn);
        let (count, place): (_, fn(usize) -> Place) = if turn.otherwise.is_empty() {
            (turn.says.len(), Place::Says)
        } else {
            (turn.otherwise.len(), Place::Otherwise)
        };
        let place = place(usize::from(self.state.misses).min(count.saturating_sub(1)));
        self.effects.push(Effect::Says(Line::new(LineKind::Otherwise, self.state.turn, turn.by, place)));
        self.miss();
    }

    /// One more answer that got nowhere; past patience the customer goes on by himself.
    pub fn miss(&mut self) {
        self.state.misses = self.state.misses.saturating_add(1);
        if let Some(target) = self.struck_deadline() {
            self.go(target);
        } else if self.state.misses >= self.state.patience(self.scenario) {
            self.go(self.scenario.turn(self.state.turn).gives_up);
        }
    }

    fn struck_deadline(&mut self) -> Option<Target> {
        let since = self.state.answers.saturating_sub(self.state.stage_began);
        let struck = self.scenario.deadlines.iter().enumerate().find(|(at, deadline)| {
            !self.state.struck.contains(at)
                && deadline.stage == self.state.stage
                && since >= deadline.after
                && !deadline.unless.as_ref().is_some_and(|unless| self.state.holds(self.scenario, unless))
        });
        let (at, deadline) = struck?;
        self.state.struck.insert(at);
        Some(deadline.go)
    }

    pub fn shift(&mut self, shift: Option<Shift>) {
        if let Some(shift) = shift.filter(|shift| !shift.causes.is_empty()) {
            self.state.emotion = shift.after;
            self.effects.push(Effect::Shifted(shift));
        }
    }

    pub fn set_gate(&mut self, gate: Gate) {
        if self.state.gate != gate {
            self.state.gate = gate;
            self.effects.push(if gate == Gate::Open { Effect::GateOpened } else { Effect::GateShut });
        }
    }
}

/// The next thing to be seen at the turn at hand.
pub(super) fn next_clue(scenario: &Scenario, state: &State) -> Option<ClueIx> {
    let here = |at: &[TurnIx]| at.is_empty() || at.contains(&state.turn);
    let mut unseen = scenario.clues.iter().zip(0..).filter(|(clue, _)| here(&clue.at));
    unseen.find(|(_, ix)| !state.seen.contains(&ClueIx(*ix))).map(|(_, ix)| ClueIx(ix))
}

/// The fact of this id, if it was told.
pub(super) fn known_fact(scenario: &Scenario, state: &State, id: &str) -> Option<FactIx> {
    let ix = scenario.facts.iter().zip(0..).find(|(fact, _)| fact.id == id).map(|(_, ix)| FactIx(ix))?;
    state.known.contains(&ix).then_some(ix)
}

/// The settings one could change to here, each with the reason why it can't be, if so.
#[must_use]
pub fn settings<'s>(scenario: &'s Scenario, state: &State) -> Vec<(SettingIx, &'s Setting, Option<&'s Bilingual>)> {
    let here = |setting: &Setting| setting.stages.is_empty() || setting.stages.contains(&state.stage);
    scenario
        .settings
        .iter()
        .zip(0..)
        .filter(|(setting, _)| here(setting))
        .filter_map(|(setting, ix)| {
            let holds = setting.when.as_ref().is_none_or(|when| state.holds(scenario, when));
            match (holds, &setting.unavailable) {
                (true, _) => Some((SettingIx(ix), setting, None)),
                (false, Some(reason)) => Some((SettingIx(ix), setting, Some(reason))),
                (false, None) => None,
            }
        })
        .collect()
}
