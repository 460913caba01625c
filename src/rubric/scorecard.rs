//! The arithmetic of a score (SCORING §4). Looks at nothing but the tally, the recovery and the rubric.

use super::tally::{ChanceRecord, ChanceState, FeelingRecord, OrderRecord, Tally};
use super::{CriticalKind, KeyPoint, Mark, Rubric};

/// How the talk changed the customer and the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recovery {
    /// Heat when it began, 0–100.
    pub heat_at_start: u8,
    /// Heat when it ended, 0–100.
    pub heat_at_end: u8,
    /// Heat at which this customer is calm.
    pub calm: u8,
    /// Agreements reached.
    pub agreed: u32,
    /// Agreements the scene declares.
    pub declared: u32,
}

/// What a key point came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointState {
    /// Every chance met at once.
    Met,
    /// Met, but late or not always.
    Late,
    /// Chances opened and none was met.
    NotYet,
    /// Words in the answers could not be read; nothing was recognised.
    NotRecognised,
    /// No chance opened.
    NeverCameUp,
}

impl PointState {
    /// Stable id for machine output.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Late => "late",
            Self::NotYet => "not_yet",
            Self::NotRecognised => "not_recognised",
            Self::NeverCameUp => "never_came_up",
        }
    }
}

/// One key point of a scorecard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PointScore {
    /// Which.
    pub point: KeyPoint,
    /// What it came to.
    pub state: PointState,
    /// P_k, 0–1; `None` where it never came up.
    pub credit: Option<f64>,
}

/// Something that holds the score down, each with the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cap {
    /// Critical harm: outcome fail, score at most `limit`.
    Critical {
        /// What kind.
        kind: CriticalKind,
        /// The words.
        mark: Mark,
        /// 59 in practice, 0 in an exam.
        limit: u8,
    },
    /// Two unrepaired majors on points 5 and 6.
    TwoMajors {
        /// The words, first and second.
        marks: [Mark; 2],
        /// 79.
        limit: u8,
    },
}

impl Cap {
    /// The highest score it allows.
    #[must_use]
    pub fn limit(&self) -> u8 {
        match self {
            Self::Critical { limit, .. } | Self::TwoMajors { limit, .. } => *limit,
        }
    }
}

/// A score with its parts; all figures 0–100, to one decimal.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// The total; `None` where there were too few chances.
    pub score: Option<f64>,
    /// Lowest and highest the unread words allow.
    pub range: Option<(f64, f64)>,
    /// Emotions first: half feeling quality, half order.
    pub e: Option<f64>,
    /// Key points.
    pub k: Option<f64>,
    /// Recovery.
    pub r: Option<f64>,
    /// The nine.
    pub points: [PointScore; 9],
    /// What holds the score down.
    pub caps: Vec<Cap>,
    /// Score, emotions and no critical harm.
    pub pass: bool,
    /// Key points that came up.
    pub applicable: usize,
    /// Chance weight that opened.
    pub opened_weight: u32,
    /// Chance weight of the scene's excellent transcript.
    pub excellent_weight: Option<u32>,
}

/// How words that couldn't be read are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unread {
    Left,
    Missed,
    Met,
}

/// The score of a finished talk. `exam`: critical harm leaves nothing.
#[must_use]
pub fn score(
    rubric: &Rubric,
    tally: &Tally,
    recovery: Recovery,
    excellent_weight: Option<u32>,
    exam: bool,
) -> Scorecard {
    let points = KeyPoint::ALL.map(|point| point_score(point, &tally.chances));
    let applicable = points.iter().filter(|point| point.credit.is_some()).count();
    let opened_weight =
        tally.chances.iter().filter(|record| counts(record)).map(|record| u32::from(record.chance.weight)).sum();
    let covered = applicable >= usize::from(rubric.least_points)
        && excellent_weight.is_none_or(|weight| opened_weight * 100 >= weight * u32::from(rubric.least_coverage));
    let caps = caps(rubric, tally, exam);
    let limit = caps.iter().map(Cap::limit).min().map_or(100.0, f64::from);
    let total = |unread: Unread| parts(rubric, tally, recovery, unread).total.map(|total| tenths(total.min(limit)));
    let parts = parts(rubric, tally, recovery, Unread::Left);
    let score = total(Unread::Left).filter(|_| covered);
    let range = score.map(|score| {
        let ends = [total(Unread::Missed), total(Unread::Met)].map(|end| end.unwrap_or(score));
        (score.min(ends[0]).min(ends[1]), score.max(ends[0]).max(ends[1]))
    });
    let critical = caps.iter().any(|cap| matches!(cap, Cap::Critical { .. }));
    let pass = score.is_some_and(|score| score >= f64::from(rubric.pass.score))
        && parts.e.is_none_or(|e| e >= f64::from(rubric.pass.emotions))
        && !critical;
    Scorecard {
        score,
        range,
        e: parts.e.map(tenths),
        k: parts.k.map(tenths),
        r: parts.r.map(tenths),
        points,
        caps,
        pass,
        applicable,
        opened_weight,
        excellent_weight,
    }
}

struct Parts {
    e: Option<f64>,
    k: Option<f64>,
    r: Option<f64>,
    total: Option<f64>,
}

fn parts(rubric: &Rubric, tally: &Tally, recovery: Recovery, unread: Unread) -> Parts {
    let halves = [feel_quality(&tally.feelings, unread), order(&tally.orders, unread)];
    let e = mean(halves.into_iter().flatten());
    let k = mean(KeyPoint::ALL.into_iter().filter_map(|point| credit(point, &tally.chances, unread)));
    let r = recovered(recovery);
    let weights = [rubric.weights.emotions, rubric.weights.points, rubric.weights.recovery];
    let weighted: Vec<(f64, f64)> = [e, k, r]
        .into_iter()
        .zip(weights)
        .filter_map(|(part, weight)| part.map(|part| (part, f64::from(weight))))
        .collect();
    let whole: f64 = weighted.iter().map(|(_, weight)| weight).sum();
    let total = (whole > 0.0).then(|| weighted.iter().map(|(part, weight)| part * weight).sum::<f64>() / whole);
    let percent = |part: Option<f64>| part.map(|part| part * 100.0);
    Parts { e: percent(e), k: percent(k), r: percent(r), total: percent(total) }
}

/// Σ(w·level/4) / Σw over feeling cues answered or missed.
fn feel_quality(feelings: &[FeelingRecord], unread: Unread) -> Option<f64> {
    let levels = feelings.iter().filter_map(|record| {
        let level = record.level?;
        let level = match (record.unread, unread) {
            (true, Unread::Left) => return None,
            (true, Unread::Met) => 4,
            _ => level,
        };
        Some((f64::from(record.weight), f64::from(level) / 4.0))
    });
    weighted_mean(levels)
}

/// Mean of q over the issue moves that met a shut gate.
fn order(orders: &[OrderRecord], unread: Unread) -> Option<f64> {
    mean(orders.iter().filter_map(|record| match (record.unread, unread) {
        (true, Unread::Left) => None,
        (true, Unread::Met) => Some(1.0),
        _ => Some(f64::from(record.halves) / 2.0),
    }))
}

/// P_k = Σ(w·c) / Σw over the chances of point k that opened.
fn credit(point: KeyPoint, chances: &[ChanceRecord], unread: Unread) -> Option<f64> {
    let credits = chances.iter().filter(|record| record.chance.point == point).filter_map(|record| {
        let credit = match (chance_credit(record)?, record.unread, unread) {
            (0.0, true, Unread::Left) => return None,
            (0.0, true, Unread::Met) => 1.0,
            (credit, ..) => credit,
        };
        Some((f64::from(record.chance.weight), credit))
    });
    weighted_mean(credits)
}

/// 1, ½ or 0; `None` where it never had its chance.
#[must_use]
pub fn chance_credit(record: &ChanceRecord) -> Option<f64> {
    match record.state {
        ChanceState::Met(_) => Some(1.0),
        ChanceState::Late(_) => Some(0.5),
        ChanceState::Lost(_) | ChanceState::Closed => Some(0.0),
        ChanceState::Open | ChanceState::CutShort => None,
    }
}

fn counts(record: &ChanceRecord) -> bool {
    chance_credit(record).is_some()
}

fn point_score(point: KeyPoint, chances: &[ChanceRecord]) -> PointScore {
    let opened = chances.iter().any(|record| record.chance.point == point && counts(record));
    let credit = credit(point, chances, Unread::Left);
    let state = match credit {
        None if !opened => PointState::NeverCameUp,
        None => PointState::NotRecognised,
        Some(credit) if credit >= 1.0 => PointState::Met,
        Some(credit) if credit > 0.0 => PointState::Late,
        Some(_) => PointState::NotYet,
    };
    PointScore { point, state, credit }
}

/// ½ (heat at start − heat at end) ÷ (heat at start − calm) + ½ agreements reached ÷ declared, each 0…1.
fn recovered(recovery: Recovery) -> Option<f64> {
    let cooled = (recovery.heat_at_start > recovery.calm).then(|| {
        let span = f64::from(recovery.heat_at_start - recovery.calm);
        ((f64::from(recovery.heat_at_start) - f64::from(recovery.heat_at_end)) / span).clamp(0.0, 1.0)
    });
    let agreed =
        (recovery.declared > 0).then(|| (f64::from(recovery.agreed) / f64::from(recovery.declared)).clamp(0.0, 1.0));
    mean([cooled, agreed].into_iter().flatten())
}

fn caps(rubric: &Rubric, tally: &Tally, exam: bool) -> Vec<Cap> {
    let limit = if exam { rubric.caps.critical_exam } else { rubric.caps.critical_practice };
    let mut caps: Vec<Cap> = tally.criticals.iter().map(|&(kind, mark)| Cap::Critical { kind, mark, limit }).collect();
    let mut unrepaired = tally.majors.iter().filter(|record| !record.repaired).map(|record| record.mark);
    if let (Some(first), Some(second)) = (unrepaired.next(), unrepaired.next()) {
        caps.push(Cap::TwoMajors { marks: [first, second], limit: rubric.caps.two_majors });
    }
    caps
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    weighted_mean(values.map(|value| (1.0, value)))
}

fn weighted_mean(values: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (whole, sum) = values.fold((0.0, 0.0), |(whole, sum), (weight, value)| (whole + weight, sum + weight * value));
    (whole > 0.0).then(|| sum / whole)
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rubric::Chance;

    fn feeling(weight: u8, level: u8) -> FeelingRecord {
        FeelingRecord { turn: 0, weight, level: Some(level), answer: Some(0), unread: false }
    }

    fn order_of(halves: u8) -> OrderRecord {
        let mark = Mark { answer: 0, evidence: Some(0) };
        OrderRecord { mark, shows: crate::rubric::Move::OfferRemedy, halves, unread: false }
    }

    fn chance(point: KeyPoint, state: ChanceState) -> ChanceRecord {
        ChanceRecord { chance: Chance { point, weight: 1, window: 2 }, turn: 0, opened: 0, state, unread: false }
    }

    /// The worked check of SCORING §4.
    #[test]
    fn worked_check() {
        let mark = Mark { answer: 0, evidence: Some(0) };
        let (met, late, missed) = (ChanceState::Met(mark), ChanceState::Late(mark), ChanceState::Closed);
        let mut chances = Vec::new();
        // P = 1, .5, .75, 1, .5, 1, 1, n/a, 0
        let states: [&[ChanceState]; 9] =
            [&[met], &[late], &[met, late], &[met], &[late], &[met], &[met], &[], &[missed]];
        for (point, states) in KeyPoint::ALL.into_iter().zip(states) {
            chances.extend(states.iter().map(|state| chance(point, *state)));
        }
        let mut tally = Tally::default();
        tally.feelings = vec![feeling(3, 3), feeling(2, 1), feeling(1, 4)];
        tally.orders = [0, 2, 2, 2].map(order_of).to_vec();
        tally.chances = chances;
        let recovery = Recovery { heat_at_start: 80, heat_at_end: 30, calm: 10, agreed: 2, declared: 3 };
        let card = score(&Rubric::builtin(), &tally, recovery, None, false);
        assert_eq!(card.score, Some(70.2));
        assert_eq!((card.e, card.k, card.r), (Some(68.8), Some(71.9), Some(69.0)));
        assert_eq!(card.range, Some((70.2, 70.2)));
        assert!(!card.pass);
        assert_eq!(card.points[7].state, PointState::NeverCameUp);
        assert_eq!(card.points[8].state, PointState::NotYet);
    }
}
