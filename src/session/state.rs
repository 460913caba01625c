//! Where a talk stands: a value, copied at will. Changes only in `step`.

use std::collections::BTreeSet;

use crate::customer::{Degree, Emotion, patience};
use crate::rubric::{Outcome, Tally};
use crate::scenario::{
    AgreementIx, ClueIx, Condition, EndingIx, FactIx, PromiseIx, ReplyIx, Scenario, SettingIx, StageIx, Turn, TurnIx,
};

/// Can the customer take in a solution? (心门)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Feeling first.
    Shut,
    /// Solutions land.
    Open,
}

/// What can happen next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The customer waits for an answer.
    Answering,
    /// The talk is over.
    Over {
        /// How it ended.
        ending: EndingIx,
        /// The trainee walked away.
        left: bool,
    },
}

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Given, not due yet.
    Made,
    /// Kept.
    Kept,
    /// Broken.
    Broken,
}

/// A line of the promise ledger (承诺台账).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// Which promise of the scene; `None` for one given in own words that the scene doesn't know.
    pub known: Option<PromiseIx>,
    /// The answer that gave it; `None` where the scene did.
    pub answer: Option<u16>,
    /// How it stands.
    pub standing: Standing,
}

/// The whole state of a talk.
#[derive(Debug, Clone)]
pub struct State {
    /// Draws wordings; part of the record.
    pub seed: u64,
    /// The turn that waits for an answer.
    pub turn: TurnIx,
    /// Where the talk takes place.
    pub stage: StageIx,
    /// What can happen next.
    pub phase: Phase,
    /// How the customer feels.
    pub emotion: Emotion,
    /// Can a solution land?
    pub gate: Gate,
    /// Answers given in all.
    pub answers: u16,
    /// Answers given at this turn.
    pub tries: u8,
    /// Bounces and misses at this turn.
    pub misses: u8,
    /// Looks, breaths and the like in a row without an answer.
    pub waited: u8,
    /// Answers given before this stage began.
    pub stage_began: u16,
    /// Fixes thrown back so far.
    pub bounced: usize,
    /// Comforting answers in a row.
    pub soothing: u8,
    /// A hint was taken.
    pub assisted: bool,
    /// Facts the trainee knows.
    pub known: BTreeSet<FactIx>,
    /// Facts written down.
    pub noted: BTreeSet<FactIx>,
    /// Clues seen.
    pub seen: BTreeSet<ClueIx>,
    /// Agreements reached.
    pub agreed: BTreeSet<AgreementIx>,
    /// Turns reached.
    pub been: BTreeSet<TurnIx>,
    /// Replies said.
    pub picked: BTreeSet<(TurnIx, ReplyIx)>,
    /// Critical replies warned of.
    pub warned: BTreeSet<(TurnIx, ReplyIx)>,
    /// Settings chosen.
    pub settings: BTreeSet<SettingIx>,
    /// Promises given.
    pub promises: Vec<Promise>,
    /// What was typed so far, for freshness.
    pub typed: Vec<String>,
    /// What the score is made of.
    pub tally: Tally,
    /// The turn before this one held a provocation or a rule dispute.
    pub(super) provoked: bool,
    /// The next promise to come due.
    pub(super) next_follow_up: usize,
    /// Deadlines that struck.
    pub(super) struck: BTreeSet<usize>,
}

impl State {
    /// Before the first word.
    pub(super) fn new(scenario: &Scenario, seed: u64) -> Self {
        let opening = scenario.opening();
        let heat = Degree::new(scenario.customer.heat);
        Self {
            seed,
            turn: opening,
            stage: scenario.turn(opening).stage,
            phase: Phase::Answering,
            emotion: Emotion { heat, trust: Degree::new(scenario.customer.trust) },
            gate: if heat.get() >= 50 { Gate::Shut } else { Gate::Open },
            answers: 0,
            tries: 0,
            misses: 0,
            waited: 0,
            stage_began: 0,
            bounced: 0,
            soothing: 0,
            assisted: false,
            known: BTreeSet::new(),
            noted: BTreeSet::new(),
            seen: BTreeSet::new(),
            agreed: BTreeSet::new(),
            been: BTreeSet::new(),
            picked: BTreeSet::new(),
            warned: BTreeSet::new(),
            settings: BTreeSet::new(),
            promises: Vec::new(),
            typed: Vec::new(),
            tally: Tally::default(),
            provoked: false,
            next_follow_up: 0,
            struck: BTreeSet::new(),
        }
    }

    /// Is the talk over?
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Over { .. })
    }

    /// How it left the customer; a talk that was walked away from leaves them displeased at best.
    #[must_use]
    pub fn outcome(&self, scenario: &Scenario) -> Option<Outcome> {
        let Phase::Over { ending, left } = self.phase else { return None };
        let outcome = scenario.endings.get(ending.index())?.outcome;
        Some(if left { outcome.max(Outcome::Displeased) } else { outcome })
    }

    /// How this promise stands; `None` where it was never made.
    #[must_use]
    pub fn standing(&self, promise: PromiseIx) -> Option<Standing> {
        self.promises.iter().find(|line| line.known == Some(promise)).map(|line| line.standing)
    }

    /// Misses borne at this turn.
    #[must_use]
    pub fn patience(&self, scenario: &Scenario) -> u8 {
        let turn = scenario.turn(self.turn);
        turn.patience.unwrap_or_else(|| patience(scenario.customer.temperament)).max(1)
    }

    /// Replies of the turn at hand in the author's order, each with the reason why it can't be chosen, if so.
    /// Those hidden without a reason are left out.
    #[must_use]
    pub fn offered<'s>(&self, scenario: &'s Scenario) -> Vec<Offered<'s>> {
        if self.is_over() {
            return Vec::new();
        }
        let turn: &'s Turn = scenario.turn(self.turn);
        turn.replies
            .iter()
            .zip(0..)
            .filter_map(|(reply, ix)| {
                let ix = ReplyIx(ix);
                let gone = reply.once && self.picked.contains(&(self.turn, ix));
                let holds = reply.when.as_ref().is_none_or(|when| self.holds(scenario, when));
                let reason = (!holds).then_some(reply.unavailable.as_ref());
                match reason {
                    _ if gone => None,
                    Some(None) => None,
                    reason => Some(Offered { ix, reply, unavailable: reason.flatten() }),
                }
            })
            .collect()
    }

    /// Does this condition on the talk so far hold (no answer in view)?
    #[must_use]
    pub fn holds(&self, scenario: &Scenario, condition: &Condition) -> bool {
        super::holds::holds(scenario, self, condition, None)
    }
}

/// A reply as it is offered now.
#[derive(Debug, Clone, Copy)]
pub struct Offered<'s> {
    /// Which.
    pub ix: ReplyIx,
    /// The reply.
    pub reply: &'s crate::scenario::Reply,
    /// Why it can't be chosen.
    pub unavailable: Option<&'s crate::text::Bilingual>,
}
