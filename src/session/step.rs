//! One event: what it does to the talk. Pure: never reads a clock, a file or the typed words themselves.

use super::effect::{Doing, Effect, TurnCard};
use super::event::{Event, Refused};
use super::holds::{Given, holds};
use super::state::{Gate, State};
use super::walk::{self, Walk};
use crate::customer::{Heard, Why, is_soothing, react, react_to};
use crate::rubric::{Answer, CriticalKind, CueKind, Evidence, Mark, Move, Rubric, Strength, Words};
use crate::scenario::{Change, ReplyIx, Scenario, Target};

/// The rule journalled for what listening on shows.
const LISTENING: &str = "listening-on";

/// The talk before the first answer: the opening turn is reached.
#[must_use]
pub fn open(scenario: &Scenario, rubric: &Rubric, seed: u64) -> (State, Vec<Effect>) {
    let mut walk = Walk { scenario, rubric, state: State::new(scenario, seed), effects: Vec::new() };
    walk.go(Target::Turn(scenario.opening()));
    (walk.state, walk.effects)
}

/// What `event` leads to; the state is left as it was where it is refused.
///
/// # Errors
/// [`Refused`] where it can't happen now.
pub fn step(
    scenario: &Scenario,
    rubric: &Rubric,
    state: &State,
    event: &Event,
) -> Result<(State, Vec<Effect>), Refused> {
    if state.is_over() {
        return Err(Refused::Over);
    }
    let mut walk = Walk { scenario, rubric, state: state.clone(), effects: Vec::new() };
    walk.take(event)?;
    Ok((walk.state, walk.effects))
}

/// An answer on its way through the rules.
struct Said<'a> {
    shown: &'a [Evidence],
    unread: bool,
    repeated: bool,
    names: &'a [String],
    listened: bool,
    setting_changed: bool,
    critical: Option<CriticalKind>,
}

impl<'a> Said<'a> {
    fn showing(shown: &'a [Evidence]) -> Self {
        Self {
            shown,
            unread: false,
            repeated: false,
            names: &[],
            listened: false,
            setting_changed: false,
            critical: None,
        }
    }
}

impl<'s> Walk<'s> {
    fn take(&mut self, event: &Event) -> Result<(), Refused> {
        match event {
            Event::Picked(id) => self.pick(id),
            Event::Typed { words, reading, .. } => {
                if words.trim().is_empty() {
                    return Err(Refused::NoWords);
                }
                let repeated = self.state.typed.iter().any(|before| before.trim() == words.trim());
                self.state.typed.push(words.clone());
                let said = Said {
                    unread: !reading.unread.is_empty(),
                    repeated,
                    names: &reading.names,
                    ..Said::showing(&reading.moves)
                };
                self.answer_freely(&said);
                Ok(())
            }
            Event::Listened => {
                self.listen();
                Ok(())
            }
            Event::Observed => {
                self.observe();
                Ok(())
            }
            Event::Noted(id) => self.note(id),
            Event::ChangedSetting(id) => self.change_setting(id),
            Event::Breathed => {
                self.effects.push(Effect::Breathed);
                self.wait();
                Ok(())
            }
            Event::HintAsked => {
                self.state.assisted = true;
                self.effects.push(Effect::Hint(self.state.turn));
                Ok(())
            }
            Event::Left => {
                self.state.tally.left();
                self.finish(true);
                Ok(())
            }
        }
    }

    fn pick(&mut self, id: &str) -> Result<(), Refused> {
        let turn_ix = self.state.turn;
        let turn = self.scenario.turn(turn_ix);
        let offered = self.state.offered(self.scenario);
        let Some(choice) = offered.iter().find(|choice| choice.reply.id == id) else {
            return Err(Refused::NoSuchReply(id.to_owned()));
        };
        if let Some(reason) = choice.unavailable {
            return Err(Refused::Unavailable(reason.clone()));
        }
        let ix: ReplyIx = choice.ix;
        let reply = &turn.replies[ix.index()];
        if reply.critical.is_some() && self.state.warned.insert((turn_ix, ix)) {
            self.effects.push(Effect::Warned(turn_ix, ix));
            return Ok(());
        }
        let repeated = !self.state.picked.insert((turn_ix, ix));
        let said =
            Said { repeated, critical: reply.critical.as_ref().map(|(kind, _)| *kind), ..Said::showing(&reply.shows) };
        let bounced = self.judge(&said);
        if bounced {
            self.bounce();
        } else {
            self.land(&reply.change);
            self.go_on(reply.go);
        }
        Ok(())
    }

    fn listen(&mut self) {
        let turn = self.scenario.turn(self.state.turn);
        // Listening answers somebody who has something to say; to somebody who waits for an answer it is silence.
        let wanted = turn.cue(CueKind::Venting).max(turn.cue(CueKind::Feeling)) > 0;
        let evidence = [Evidence {
            shows: Move::LetVent,
            words: Words { start: 0, end: u32::MAX },
            strength: Strength::General,
            rule: LISTENING.to_owned(),
        }];
        self.effects.push(Effect::TraineeDoes(Doing::Listens));
        let shown = if wanted && self.state.tries == 0 { &evidence[..] } else { &[] };
        self.answer_freely(&Said { listened: true, ..Said::showing(shown) });
    }

    fn change_setting(&mut self, id: &str) -> Result<(), Refused> {
        let scenario = self.scenario;
        let found = walk::settings(scenario, &self.state).into_iter().find(|(_, setting, _)| setting.id == id);
        let Some((ix, setting, unavailable)) = found else {
            return Err(Refused::NoSuchSetting(id.to_owned()));
        };
        if let Some(reason) = unavailable {
            return Err(Refused::Unavailable(reason.clone()));
        }
        let repeated = !self.state.settings.insert(ix);
        self.effects.push(Effect::TraineeDoes(Doing::Changes(ix)));
        self.answer_freely(&Said { repeated, setting_changed: true, ..Said::showing(&setting.shows) });
        Ok(())
    }

    fn observe(&mut self) {
        self.effects.push(Effect::TraineeDoes(Doing::Looks));
        match walk::next_clue(self.scenario, &self.state) {
            Some(clue) => {
                self.state.seen.insert(clue);
                self.effects.push(Effect::Saw(clue));
            }
            None => self.effects.push(Effect::NothingToSee),
        }
        self.wait();
    }

    fn note(&mut self, id: &str) -> Result<(), Refused> {
        let known = walk::known_fact(self.scenario, &self.state, id);
        let fact = known.ok_or_else(|| Refused::NoSuchFact(id.to_owned()))?;
        if !self.state.noted.insert(fact) {
            return Ok(());
        }
        self.effects.push(Effect::NotedDown(fact));
        if self.state.noted.len() == 1 {
            self.shift(react_to(self.state.emotion, Why::Noted));
        }
        Ok(())
    }

    /// A moment without an answer; too many in a row are silence.
    fn wait(&mut self) {
        self.state.waited = self.state.waited.saturating_add(1);
        if self.state.waited <= self.rubric.waits {
            return;
        }
        self.effects.push(Effect::Silence);
        self.shift(react_to(self.state.emotion, Why::Silence));
        let turn = self.scenario.turn(self.state.turn);
        let urgent = turn.cue(CueKind::Urgent) > 0;
        let gate_was_shut = self.state.gate == Gate::Shut;
        let silence = Answer { shown: &[], gate_was_shut, urgent, unread: false, repeated: false };
        self.state.tally.count(self.rubric, self.state.answers, self.state.turn.0, &silence);
        self.answered();
        self.miss();
    }

    /// An answer of one's own: the first rule of the turn that holds says where it leads.
    fn answer_freely(&mut self, said: &Said<'_>) {
        let turn = self.scenario.turn(self.state.turn);
        let bounced = self.judge(said);
        if bounced {
            self.bounce();
            return;
        }
        let given = Given {
            shown: said.shown,
            feel: self.answer(said, self.state.gate == Gate::Shut).feel(),
            listened: said.listened,
            setting_changed: said.setting_changed,
            unread: said.unread,
            names: said.names,
        };
        let heard = turn.heard.iter().find(|heard| holds(self.scenario, &self.state, &heard.when, Some(&given)));
        match heard {
            Some(heard) => {
                self.land(&heard.change);
                self.go_on(heard.go);
            }
            None => {
                self.own_promise(said.shown);
                self.otherwise();
            }
        }
    }

    fn answer<'a>(&self, said: &Said<'a>, gate_was_shut: bool) -> Answer<'a> {
        let urgent = self.scenario.turn(self.state.turn).cue(CueKind::Urgent) > 0;
        Answer { shown: said.shown, gate_was_shut, urgent, unread: said.unread, repeated: said.repeated }
    }

    /// Counts the answer, moves the customer and the gate; true if a fix bounced.
    fn judge(&mut self, said: &Said<'_>) -> bool {
        let gate_was_shut = self.state.gate == Gate::Shut;
        let answer = self.answer(said, gate_was_shut);
        let number = self.state.answers;
        let turn = self.state.turn;
        let bounced = answer.bounces();
        let feel = answer.feel();
        let orders_before = self.state.tally.orders.len();
        self.state.tally.count(self.rubric, number, turn.0, &answer);
        if let Some(kind) = said.critical {
            self.state.tally.criticals.push((kind, Mark { answer: number, evidence: Some(0) }));
        }
        let orders = self.state.tally.orders.get(orders_before..).unwrap_or_default();
        let halves: usize = orders.iter().map(|record| usize::from(record.halves)).sum();
        let order = (!orders.is_empty()).then(|| u8::try_from(halves * 50 / orders.len()).unwrap_or(100));
        self.effects.push(Effect::Judged(TurnCard {
            answer: number,
            turn,
            shown: said.shown.to_vec(),
            feel,
            order,
            bounced,
            unread: said.unread,
        }));
        let heard = Heard {
            shown: said.shown,
            bounces: bounced,
            repeated: said.repeated,
            soothing_before: self.state.soothing,
            gate_was_open: !gate_was_shut,
        };
        // While the gate is shut comfort is what is needed: it neither counts as too much nor starts afresh.
        if !is_soothing(said.shown) {
            self.state.soothing = 0;
        } else if !gate_was_shut {
            self.state.soothing = self.state.soothing.saturating_add(1);
        }
        let shift = react(self.scenario.customer.temperament, self.state.emotion, &heard);
        self.shift(Some(shift));
        let harmed = said.shown.iter().any(|evidence| evidence.shows.is_harm());
        if feel >= 2 {
            self.set_gate(Gate::Open);
        } else if harmed && self.state.emotion.heat.get() >= 50 {
            self.set_gate(Gate::Shut);
        }
        self.answered();
        bounced
    }

    fn answered(&mut self) {
        self.state.answers = self.state.answers.saturating_add(1);
        self.state.tries = self.state.tries.saturating_add(1);
        self.state.waited = 0;
    }

    fn land(&mut self, change: &'s Change) {
        let number = self.state.answers.checked_sub(1);
        self.apply(change, number);
    }
}
