//! The running count of feelings, orders and chances while a talk goes on. Turns nothing into a score; see `scorecard`.

use super::credit::{Verdict, feel_level, judge, major, order_halves};
use super::{Chance, Evidence, KeyPoint, Move, Rubric};

/// The evidence of an answer: which answer (0 = first of the talk), and which of its evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Which answer.
    pub answer: u16,
    /// Which of its evidence; `None` where silence or nothing at all earned the mark.
    pub evidence: Option<u16>,
}

/// A feeling cue and how it was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeelingRecord {
    /// Index of the turn that carried it.
    pub turn: u16,
    /// Cue strength 1–3.
    pub weight: u8,
    /// Feel level 0–4 of the answer; `None` while unanswered.
    pub level: Option<u8>,
    /// The answer that settled it.
    pub answer: Option<u16>,
    /// Words in the answer that could not be read might have met it.
    pub unread: bool,
}

/// An issue move made while the gate was shut at the start of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderRecord {
    /// The evidence.
    pub mark: Mark,
    /// The move.
    pub shows: Move,
    /// `q` in halves: 0, 1 or 2.
    pub halves: u8,
    /// Unread words before it might have met the feeling.
    pub unread: bool,
}

/// Where a chance stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChanceState {
    /// Waiting for an answer.
    Open,
    /// Met at once (or ahead of time).
    Met(Mark),
    /// Met late in its window, or after harm.
    Late(Mark),
    /// Lost by harm; can be repaired for some answers.
    Lost(Mark),
    /// The window has passed.
    Closed,
    /// The script ended with it open: not applicable.
    CutShort,
}

/// A chance that opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChanceRecord {
    /// What it was.
    pub chance: Chance,
    /// Index of the turn that opened it.
    pub turn: u16,
    /// Answers given before it opened.
    pub opened: u16,
    /// Where it stands.
    pub state: ChanceState,
    /// Unread words in its window might have met it.
    pub unread: bool,
}

/// Harm on points 5 and 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MajorRecord {
    /// Which point.
    pub point: KeyPoint,
    /// The words.
    pub mark: Mark,
    /// Made good within the repair window.
    pub repaired: bool,
}

/// One answer of the trainee, as the rubric sees it.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// What it shows, in spoken order.
    pub shown: &'a [Evidence],
    /// Was the gate shut when it began?
    pub gate_was_shut: bool,
    /// Safety first: the issue may come first.
    pub urgent: bool,
    /// Some of its words could not be read.
    pub unread: bool,
    /// The same words as before: counts as formula.
    pub repeated: bool,
}

impl Answer<'_> {
    /// Feel level 0–4; repeated words are formula.
    #[must_use]
    pub fn feel(&self) -> u8 {
        let level = feel_level(self.shown);
        if self.repeated { level.min(1) } else { level }
    }

    /// Does an issue move come while the gate is shut, with no feel ≥ 2 in the answer?
    #[must_use]
    pub fn bounces(&self) -> bool {
        self.gate_was_shut
            && !self.urgent
            && self.feel() < 2
            && self.shown.iter().any(|evidence| evidence.shows.is_issue())
    }
}

/// Everything that was counted so far.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Feeling cues.
    pub feelings: Vec<FeelingRecord>,
    /// Issue moves that met a shut gate.
    pub orders: Vec<OrderRecord>,
    /// Chances.
    pub chances: Vec<ChanceRecord>,
    /// Harm on points 5 and 6.
    pub majors: Vec<MajorRecord>,
    /// Critical harm.
    pub criticals: Vec<(super::CriticalKind, Mark)>,
    prepaid: [Option<Mark>; 9],
}

impl Tally {
    /// A feeling cue stands.
    pub fn feel(&mut self, turn: u16, weight: u8) {
        self.feelings.push(FeelingRecord { turn, weight, level: None, answer: None, unread: false });
    }

    /// A chance opens; one that was done ahead of time is met at once.
    pub fn open(&mut self, turn: u16, answers: u16, chance: Chance) {
        let state = self.prepaid[chance.point.index()].take().map_or(ChanceState::Open, ChanceState::Met);
        self.chances.push(ChanceRecord { chance, turn, opened: answers, state, unread: false });
    }

    /// Counts the answer with this number (0 = first of the talk), given at `turn`.
    pub fn count(&mut self, rubric: &Rubric, number: u16, turn: u16, answer: &Answer<'_>) {
        self.count_feelings(number, turn, answer);
        self.count_orders(number, answer);
        self.count_chances(rubric, number, answer);
        self.count_majors(rubric, number, answer);
    }

    /// The trainee ended the talk: what is open counts as missed.
    pub fn left(&mut self) {
        for record in &mut self.chances {
            if record.state == ChanceState::Open {
                record.state = ChanceState::Closed;
            }
        }
        for record in &mut self.feelings {
            record.level.get_or_insert(0);
        }
    }

    /// The script ended: what is open never had its chance.
    pub fn closed(&mut self) {
        for record in &mut self.chances {
            if record.state == ChanceState::Open {
                record.state = ChanceState::CutShort;
            }
        }
    }

    /// Does a strong feeling (≥ 2) of this turn stand unanswered (feel < 2)?
    #[must_use]
    pub fn strong_feeling_unanswered(&self, turn: u16) -> bool {
        self.feelings
            .iter()
            .any(|record| record.turn == turn && record.weight >= 2 && record.level.is_none_or(|level| level < 2))
    }

    fn count_feelings(&mut self, number: u16, turn: u16, answer: &Answer<'_>) {
        let level = answer.feel();
        for record in self.feelings.iter_mut().filter(|record| record.turn == turn) {
            match record.level {
                None => {
                    record.level = Some(level);
                    record.answer = Some(number);
                    record.unread = answer.unread && level == 1;
                }
                // Right too late: it still counts, as a general acknowledgement at most.
                Some(before) if before < 2 && level >= 2 => {
                    record.level = Some(2);
                    record.answer = Some(number);
                    record.unread = false;
                }
                Some(_) => {}
            }
        }
    }

    fn count_orders(&mut self, number: u16, answer: &Answer<'_>) {
        if !answer.gate_was_shut {
            return;
        }
        for (at, evidence) in answer.shown.iter().enumerate().filter(|(_, evidence)| evidence.shows.is_issue()) {
            let halves = if answer.urgent {
                2
            } else if answer.repeated {
                0
            } else {
                order_halves(answer.shown, at)
            };
            self.orders.push(OrderRecord {
                mark: mark(number, at),
                shows: evidence.shows,
                halves,
                unread: answer.unread && halves == 0,
            });
        }
    }

    fn count_chances(&mut self, rubric: &Rubric, number: u16, answer: &Answer<'_>) {
        let mut used = [false; 9];
        for record in &mut self.chances {
            let point = record.chance.point;
            let verdict = judge(point, answer.shown, answer.gate_was_shut, answer.urgent);
            match record.state {
                ChanceState::Open => {
                    let age = number.saturating_sub(record.opened);
                    match verdict {
                        Verdict::Met(at) => {
                            used[point.index()] = true;
                            let mark = mark(number, at);
                            record.state = if age == 0 { ChanceState::Met(mark) } else { ChanceState::Late(mark) };
                        }
                        Verdict::Lost(at) => record.state = ChanceState::Lost(mark(number, at)),
                        Verdict::Open => {
                            record.unread |= answer.unread;
                            if age + 1 >= u16::from(record.chance.window) {
                                record.state = ChanceState::Closed;
                            }
                        }
                    }
                }
                ChanceState::Lost(harm) if number - harm.answer <= u16::from(rubric.repair_window) => {
                    if let Verdict::Met(at) = verdict {
                        used[point.index()] = true;
                        record.state = ChanceState::Late(mark(number, at));
                    }
                }
                _ => {}
            }
        }
        self.prepay(number, answer, used);
    }

    /// What is shown without a chance of its own pays for the next one of that point.
    fn prepay(&mut self, number: u16, answer: &Answer<'_>, used: [bool; 9]) {
        if answer.bounces() || answer.repeated {
            return;
        }
        for point in KeyPoint::ALL.into_iter().filter(|point| point.prepayable() && !used[point.index()]) {
            if let Verdict::Met(at) = judge(point, answer.shown, false, answer.urgent) {
                self.prepaid[point.index()] = Some(mark(number, at));
            }
        }
    }

    fn count_majors(&mut self, rubric: &Rubric, number: u16, answer: &Answer<'_>) {
        for record in self.majors.iter_mut().filter(|record| !record.repaired) {
            let soon = number - record.mark.answer <= u16::from(rubric.repair_window);
            let verdict = judge(record.point, answer.shown, answer.gate_was_shut, answer.urgent);
            record.repaired = soon && matches!(verdict, Verdict::Met(_));
        }
        if let Some((point, at)) = major(answer.shown) {
            self.majors.push(MajorRecord { point, mark: mark(number, at), repaired: false });
        }
    }
}

fn mark(answer: u16, evidence: usize) -> Mark {
    Mark { answer, evidence: u16::try_from(evidence).ok() }
}
