//! The talk as it was heard: a fold of events and effects, the same live and replayed. Wraps no lines and draws nothing.

use super::effect::{Doing, Effect, Line, LineKind, TurnCard};
use super::event::Event;
use super::state::Gate;
use crate::customer::{Degree, Emotion};
use crate::reading::Reading;
use crate::rubric::Mark;
use crate::scenario::{ReplyIx, Scenario, TurnIx};
use crate::text::Lang;

/// What the trainee said or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A reply of the scene.
    Picked(TurnIx, ReplyIx),
    /// Own words, verbatim, with what was read in them.
    Typed(String, Reading),
    /// No words.
    Did(Doing),
}

impl Said {
    /// The words as they stand in the talk, in `lang` where the scene wrote them.
    #[must_use]
    pub fn words(&self, scenario: &Scenario, lang: Lang) -> String {
        match self {
            Self::Picked(turn, reply) => scenario
                .turn(*turn)
                .replies
                .get(reply.index())
                .map(|reply| reply.text.get(lang).to_owned())
                .unwrap_or_default(),
            Self::Typed(words, _) => words.clone(),
            Self::Did(doing) => doing.words(scenario).get(lang).to_owned(),
        }
    }
}

/// One thing heard or shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The trainee.
    Trainee(Said),
    /// Everything else.
    Effect(Effect),
}

/// An entry of the talk, with how the customer feels after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The event that brought it about; `None` for the opening.
    pub event: Option<u32>,
    /// What.
    pub what: What,
    /// Heat and trust after it.
    pub emotion: Emotion,
    /// The gate after it.
    pub gate: Gate,
}

/// An answer with what came before and after: the unit of the debrief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// The event that was the answer.
    pub event: u32,
    /// What the customer had said.
    pub asked: Option<Line>,
    /// The answer.
    pub said: Said,
    /// What it came to.
    pub card: TurnCard,
    /// Before it.
    pub before: Emotion,
    /// After it, before the customer's next cue.
    pub after: Emotion,
    /// The gate before it.
    pub gate_before: Gate,
    /// The gate after it.
    pub gate_after: Gate,
    /// What the customer said next.
    pub answered: Option<Line>,
}

/// Everything said and done, in order.
#[derive(Debug, Clone)]
pub struct Talk {
    entries: Vec<Entry>,
    emotion: Emotion,
    gate: Gate,
}

impl Talk {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let heat = Degree::new(scenario.customer.heat);
        let gate = if heat.get() >= 50 { Gate::Shut } else { Gate::Open };
        Self { entries: Vec::new(), emotion: Emotion { heat, trust: Degree::new(scenario.customer.trust) }, gate }
    }

    /// Adds what an event led to.
    pub(super) fn hear(&mut self, event: Option<(u32, &Event, TurnIx, &Scenario)>, effects: &[Effect]) {
        let number = event.map(|(n, ..)| n);
        let warned = effects.iter().any(|effect| matches!(effect, Effect::Warned(..)));
        if let Some((_, event, turn, scenario)) = event
            && !warned
        {
            let said = match event {
                Event::Picked(id) => scenario
                    .turn(turn)
                    .replies
                    .iter()
                    .zip(0..)
                    .find(|(reply, _)| reply.id == *id)
                    .map(|(_, ix)| Said::Picked(turn, ReplyIx(ix))),
                Event::Typed { words, reading, .. } => Some(Said::Typed(words.clone(), reading.clone())),
                _ => None,
            };
            if let Some(said) = said {
                self.push(number, What::Trainee(said));
            }
        }
        for effect in effects {
            match effect {
                Effect::Shifted(shift) => self.emotion = shift.after,
                Effect::GateOpened => self.gate = Gate::Open,
                Effect::GateShut => self.gate = Gate::Shut,
                _ => {}
            }
            let what = match effect {
                Effect::TraineeDoes(doing) => What::Trainee(Said::Did(*doing)),
                effect => What::Effect(effect.clone()),
            };
            self.push(number, what);
        }
    }

    fn push(&mut self, event: Option<u32>, what: What) {
        self.entries.push(Entry { event, what, emotion: self.emotion, gate: self.gate });
    }

    /// All entries, in order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What the customer (or somebody else) said last.
    #[must_use]
    pub fn last_line(&self) -> Option<Line> {
        self.entries.iter().rev().find_map(|entry| match &entry.what {
            What::Effect(Effect::Says(line)) => Some(*line),
            _ => None,
        })
    }

    /// Every answer with what came before and after it, in order.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        let mut exchanges: Vec<Exchange> = Vec::new();
        let mut asked = None;
        let mut said = None;
        let mut before = self.entries.first().map_or(self.emotion, |entry| entry.emotion);
        let mut gate_before = self.entries.first().map_or(self.gate, |entry| entry.gate);
        for entry in &self.entries {
            match &entry.what {
                What::Trainee(words) => said = Some(words.clone()),
                What::Effect(Effect::Judged(card)) => {
                    if let (Some(said), Some(event)) = (said.take(), entry.event) {
                        exchanges.push(Exchange {
                            event,
                            asked,
                            said,
                            card: card.clone(),
                            before,
                            after: entry.emotion,
                            gate_before,
                            gate_after: entry.gate,
                            answered: None,
                        });
                    }
                }
                What::Effect(Effect::Says(line)) => {
                    if let Some(last) = exchanges.last_mut().filter(|last| last.answered.is_none()) {
                        last.answered = Some(*line);
                    }
                    if line.kind != LineKind::Bounce || asked.is_none() {
                        asked = Some(*line);
                    }
                }
                _ => {}
            }
            if let Some(last) = exchanges.last_mut().filter(|last| last.answered.is_none()) {
                last.after = entry.emotion;
                last.gate_after = entry.gate;
            }
            before = entry.emotion;
            gate_before = entry.gate;
        }
        exchanges
    }

    /// The answer of this number, with the words the mark points at, in `lang` where the scene wrote them.
    #[must_use]
    pub fn quote(&self, scenario: &Scenario, mark: Mark, lang: Lang) -> Option<String> {
        let exchange = self.exchanges().into_iter().find(|exchange| exchange.card.answer == mark.answer)?;
        let words = exchange.said.words(scenario, lang);
        let evidence = exchange.card.shown.get(usize::from(mark.evidence?))?;
        match exchange.said {
            Said::Typed(..) => Some(evidence.words.of(&words).to_owned()),
            _ => Some(super::listen::clause_showing(scenario, &words, evidence.shows, lang)),
        }
    }
}
