//! A finished attempt: the journal and what it came to. Once written it never changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::rubric::{Cap, PointState, Rubric, Scorecard};
use crate::scenario::Scenario;
use crate::session::{Event, Journal, ReplayError, Session};
use crate::text::Bilingual;

/// The version of the record this app writes.
pub const FORMAT: u32 = 1;

/// One finished attempt, as kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// [`FORMAT`].
    pub format: u32,
    /// What happened.
    pub journal: Journal,
    /// What it came to; recomputed by `verify`.
    pub result: Summary,
}

/// What an attempt came to; all figures 0–100.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// When it ended, RFC 3339; not part of the comparison.
    pub finished: String,
    /// The total, to one decimal; `None` where there were too few chances.
    pub score: Option<f64>,
    /// Lowest and highest the unread words allow.
    pub range: Option<(f64, f64)>,
    /// Emotions first.
    pub e: Option<f64>,
    /// Key points.
    pub k: Option<f64>,
    /// Recovery.
    pub r: Option<f64>,
    /// Passed?
    pub pass: bool,
    /// The nine, by id: state and credit 0–1 (three decimals).
    pub points: BTreeMap<String, (PointState, Option<f64>)>,
    /// Ids of what held the score down.
    pub caps: Vec<String>,
    /// The tier of the service waterfall, by id.
    pub outcome: String,
    /// The scene's ending, by id.
    pub ending: String,
    /// A hint was taken.
    pub assisted: bool,
    /// Answers picked.
    pub picked: u32,
    /// Answers typed.
    pub typed: u32,
}

/// What `verify` found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The journal can't be played again.
    Replay(String),
    /// A figure differs: its name, what the record says, what the replay gives.
    Figure(&'static str, String, String),
}

impl Difference {
    /// In words.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::Replay(why) => {
                Bilingual::new(format!("记录无法重放：{why}"), format!("The record can't be replayed: {why}"))
            }
            Self::Figure(name, kept, now) => Bilingual::new(
                format!("{name}：记录写的是 {kept}，重算得 {now}"),
                format!("{name}: the record says {kept}, the replay gives {now}"),
            ),
        }
    }
}

impl Attempt {
    /// The record of a talk that is over (or was left); `finished` in RFC 3339.
    #[must_use]
    pub fn of(session: &Session, finished: &str) -> Self {
        let result = Summary::of(session, finished);
        Self { format: FORMAT, journal: session.journal().clone(), result }
    }

    /// Its identity.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.journal.header.id
    }

    /// Plays the journal again and compares; empty where record and replay agree.
    #[must_use]
    pub fn verify(&self, scenario: &Arc<Scenario>, rubric: &Arc<Rubric>) -> Vec<Difference> {
        match self.journal.replay(scenario, rubric) {
            Ok(session) => self.result.differences(&Summary::of(&session, &self.result.finished)),
            Err(ReplayError::OtherScene) => {
                vec![Difference::Replay("other scene / 情景版本不同".to_owned())]
            }
            Err(ReplayError::Refused(n, refused)) => {
                vec![Difference::Replay(format!("#{n}: {}", refused.message().en))]
            }
        }
    }
}

impl Summary {
    /// What this talk came to.
    #[must_use]
    pub fn of(session: &Session, finished: &str) -> Self {
        let card = session.scorecard();
        let scenario = session.scenario();
        let state = session.state();
        let ending = match state.phase {
            crate::session::Phase::Over { ending, .. } => scenario.endings.get(ending.index()),
            crate::session::Phase::Answering => None,
        };
        let count = |wanted: fn(&Event) -> bool| {
            let many = session.journal().events.iter().filter(|stamped| wanted(&stamped.event)).count();
            u32::try_from(many).unwrap_or(u32::MAX)
        };
        Self {
            finished: finished.to_owned(),
            score: card.score,
            range: card.range,
            e: card.e,
            k: card.k,
            r: card.r,
            pass: card.pass,
            points: points(&card),
            caps: card.caps.iter().map(|cap| cap_id(cap).to_owned()).collect(),
            outcome: state.outcome(scenario).map(|outcome| outcome.id().to_owned()).unwrap_or_default(),
            ending: ending.map(|ending| ending.id.clone()).unwrap_or_default(),
            assisted: state.assisted,
            picked: count(|event| matches!(event, Event::Picked(_))),
            typed: count(|event| matches!(event, Event::Typed { .. })),
        }
    }

    fn differences(&self, now: &Self) -> Vec<Difference> {
        let mut found = Vec::new();
        let mut compare = |name: &'static str, kept: String, now: String| {
            if kept != now {
                found.push(Difference::Figure(name, kept, now));
            }
        };
        compare("score", figure(self.score), figure(now.score));
        compare("range", span(self.range), span(now.range));
        compare("e", figure(self.e), figure(now.e));
        compare("k", figure(self.k), figure(now.k));
        compare("r", figure(self.r), figure(now.r));
        compare("pass", self.pass.to_string(), now.pass.to_string());
        compare("points", format!("{:?}", self.points), format!("{:?}", now.points));
        compare("caps", format!("{:?}", self.caps), format!("{:?}", now.caps));
        compare("outcome", self.outcome.clone(), now.outcome.clone());
        compare("ending", self.ending.clone(), now.ending.clone());
        compare("assisted", self.assisted.to_string(), now.assisted.to_string());
        compare("picked", self.picked.to_string(), now.picked.to_string());
        compare("typed", self.typed.to_string(), now.typed.to_string());
        found
    }
}

/// A figure as people read it; `—` where there is none.
fn figure(value: Option<f64>) -> String {
    value.map_or("—".to_owned(), |value| format!("{value:.1}"))
}

fn span(range: Option<(f64, f64)>) -> String {
    range.map_or("—".to_owned(), |(low, high)| format!("{low:.1}–{high:.1}"))
}

/// Stable id of a cap.
#[must_use]
pub fn cap_id(cap: &Cap) -> &'static str {
    match cap {
        Cap::Critical { .. } => "critical",
        Cap::TwoMajors { .. } => "two_majors",
    }
}

fn points(card: &Scorecard) -> BTreeMap<String, (PointState, Option<f64>)> {
    let thousandths = |credit: f64| (credit * 1000.0).round() / 1000.0;
    card.points
        .iter()
        .map(|score| (score.point.id().to_owned(), (score.state, score.credit.map(thousandths))))
        .collect()
}
