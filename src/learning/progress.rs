//! Progress: a fold over finished attempts. Keeps nothing of its own and never averages picked with typed.

use std::collections::BTreeMap;

use super::{Attempt, Summary};
use crate::rubric::{KeyPoint, PointState};
use crate::session::{Header, Mode};

/// A finished attempt without its events: what lists and progress need.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// What it is a record of.
    pub header: Header,
    /// What it came to.
    pub result: Summary,
}

impl From<&Attempt> for Head {
    fn from(attempt: &Attempt) -> Self {
        Self { header: attempt.journal.header.clone(), result: attempt.result.clone() }
    }
}

/// How the answers of an attempt were given. Picking is easier than typing, so figures of one say little of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// All words were picked (or none were said).
    Picked,
    /// All words were the trainee's own.
    Typed,
    /// Some of each.
    Mixed,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Picked, Self::Typed, Self::Mixed];

    /// How this attempt was answered.
    #[must_use]
    pub fn of(result: &Summary) -> Self {
        match (result.picked, result.typed) {
            (_, 0) => Self::Picked,
            (0, _) => Self::Typed,
            _ => Self::Mixed,
        }
    }
}

/// A score as it stands on a card: the figure and what the unread words allow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The total.
    pub score: f64,
    /// Lowest and highest.
    pub range: (f64, f64),
    /// Passed?
    pub pass: bool,
    /// A hint was taken.
    pub assisted: bool,
}

/// One scene answered in one way.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tries {
    /// Finished attempts.
    pub count: u32,
    /// Those with a score (enough chances came up).
    pub scored: u32,
    /// The latest with a score.
    pub last: Option<Scored>,
    /// The best score without a hint.
    pub best: Option<f64>,
}

/// One scene.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SceneProgress {
    /// By way of answering; ways never used are missing.
    pub by_way: BTreeMap<Way, Tries>,
    /// Finished attempts of any way, exams too.
    pub count: u32,
    /// Exams among them: their figures stay sealed.
    pub sealed: u32,
    /// The way of the latest attempt that isn't sealed.
    pub last_way: Option<Way>,
    /// When the latest began, RFC 3339.
    pub last_started: String,
}

impl SceneProgress {
    /// The latest score, of whichever way it was.
    #[must_use]
    pub fn last(&self) -> Option<(Way, Scored)> {
        let way = self.last_way?;
        Some((way, self.by_way.get(&way)?.last?))
    }
}

/// How often a key point was met, where it came up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Every chance met at once.
    pub met: u32,
    /// Met late or in part.
    pub late: u32,
    /// Came up and not met.
    pub not_yet: u32,
    /// Came up; the words could not be read.
    pub not_recognised: u32,
}

impl Counts {
    /// Attempts in which it came up and was read.
    #[must_use]
    pub fn n(self) -> u32 {
        self.met.saturating_add(self.late).saturating_add(self.not_yet)
    }

    fn add(&mut self, state: PointState) {
        let counter = match state {
            PointState::Met => &mut self.met,
            PointState::Late => &mut self.late,
            PointState::NotYet => &mut self.not_yet,
            PointState::NotRecognised => &mut self.not_recognised,
            PointState::NeverCameUp => return,
        };
        *counter = counter.saturating_add(1);
    }
}

/// A key point in one attempt.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// The attempt.
    pub attempt: String,
    /// How it was answered.
    pub way: Way,
    /// What it came to.
    pub state: PointState,
    /// Its credit, 0–1.
    pub credit: Option<f64>,
}

/// One key point over time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PointProgress {
    /// The attempts in which it came up, oldest first.
    pub seen: Vec<Seen>,
    /// Counts by way of answering.
    pub by_way: BTreeMap<Way, Counts>,
}

impl PointProgress {
    /// Counts of this way.
    #[must_use]
    pub fn counts(&self, way: Way) -> Counts {
        self.by_way.get(&way).copied().unwrap_or_default()
    }

    /// The way in which it came up last, which is the one worth talking about.
    #[must_use]
    pub fn last_way(&self) -> Option<Way> {
        self.seen.last().map(|seen| seen.way)
    }

    /// What it came to last.
    #[must_use]
    pub fn last(&self) -> Option<PointState> {
        self.seen.last().map(|seen| seen.state)
    }
}

/// Everything learned so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Progress {
    /// By scene id.
    pub scenes: BTreeMap<String, SceneProgress>,
    /// The nine, in rubric order.
    pub points: [PointProgress; 9],
    /// Finished attempts, exams too.
    pub attempts: u32,
}

impl Progress {
    /// What these attempts (oldest first, each once) come to.
    #[must_use]
    pub fn of<'h>(heads: impl IntoIterator<Item = &'h Head>) -> Self {
        heads.into_iter().fold(Self::default(), Self::after)
    }

    /// The same after one more attempt.
    #[must_use]
    pub fn after(mut self, head: &Head) -> Self {
        let (header, result) = (&head.header, &head.result);
        let way = Way::of(result);
        self.attempts = self.attempts.saturating_add(1);
        let scene = self.scenes.entry(header.scenario.clone()).or_default();
        scene.count = scene.count.saturating_add(1);
        scene.last_started.clone_from(&header.started);
        if header.mode == Mode::Exam {
            scene.sealed = scene.sealed.saturating_add(1);
            return self;
        }
        scene.last_way = Some(way);
        scene.by_way.entry(way).or_default().add(result);
        for (point, progress) in KeyPoint::ALL.into_iter().zip(&mut self.points) {
            let Some(&(state, credit)) = result.points.get(point.id()) else { continue };
            if state != PointState::NeverCameUp {
                progress.by_way.entry(way).or_default().add(state);
                progress.seen.push(Seen { attempt: header.id.clone(), way, state, credit });
            }
        }
        self
    }

    /// One key point.
    #[must_use]
    pub fn point(&self, point: KeyPoint) -> Option<&PointProgress> {
        self.points.get(point.index())
    }
}

impl Tries {
    fn add(&mut self, result: &Summary) {
        self.count = self.count.saturating_add(1);
        // A figure that is no number can only come from an edited file: it is no score.
        let Some(score) = result.score.filter(|score| score.is_finite()) else { return };
        let range = result.range.filter(|(low, high)| low.is_finite() && high.is_finite()).unwrap_or((score, score));
        self.scored = self.scored.saturating_add(1);
        self.last = Some(Scored { score, range, pass: result.pass, assisted: result.assisted });
        if !result.assisted {
            self.best = Some(self.best.map_or(score, |best| best.max(score)));
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::text::Lang;

    pub(in crate::learning) fn head(
        id: &str,
        scene: &str,
        score: Option<f64>,
        typed: u32,
        points: &[(KeyPoint, PointState)],
    ) -> Head {
        let points = points.iter().map(|(point, state)| (point.id().to_owned(), (*state, None))).collect();
        Head {
            header: Header {
                format: 1,
                app: String::new(),
                id: id.to_owned(),
                scenario: scene.to_owned(),
                fingerprint: String::new(),
                rubric: "1".to_owned(),
                seed: 1,
                lang: Lang::Zh,
                mode: Mode::Coached,
                started: "2026-11-22T10:00:00+00:00".to_owned(),
                trainee: String::new(),
            },
            result: Summary {
                finished: String::new(),
                score,
                range: score.map(|score| (score - 2.0, score + 2.0)),
                e: None,
                k: None,
                r: None,
                pass: score.is_some_and(|score| score >= 80.0),
                points,
                caps: Vec::new(),
                outcome: String::new(),
                ending: String::new(),
                assisted: false,
                picked: 3 - typed,
                typed,
            },
        }
    }

    #[test]
    fn picked_and_typed_stay_apart() {
        let heads = [
            head("a", "oil", Some(90.0), 0, &[]),
            head("b", "oil", Some(50.0), 3, &[]),
            head("c", "oil", Some(70.0), 0, &[]),
            head("d", "oil", None, 1, &[]),
        ];
        let progress = Progress::of(&heads);
        let scene = &progress.scenes["oil"];
        let (picked, typed, mixed) =
            (&scene.by_way[&Way::Picked], &scene.by_way[&Way::Typed], &scene.by_way[&Way::Mixed]);
        assert_eq!(
            (picked.count, picked.best, picked.last.map(|last| last.range)),
            (2, Some(90.0), Some((68.0, 72.0)))
        );
        assert_eq!((typed.count, typed.best), (1, Some(50.0)));
        assert_eq!((mixed.count, mixed.scored, mixed.last), (1, 0, None));
        assert_eq!(scene.last(), None, "the latest had too few chances for a score");
        assert_eq!(scene.count, 4);
    }

    #[test]
    fn exams_count_and_stay_sealed() {
        let mut exam = head("a", "oil", Some(90.0), 0, &[(KeyPoint::QuietPlace, PointState::Met)]);
        exam.header.mode = Mode::Exam;
        let progress = Progress::of([&exam]);
        let scene = &progress.scenes["oil"];
        assert_eq!((scene.count, scene.sealed, scene.by_way.len()), (1, 1, 0));
        assert!(progress.points.iter().all(|point| point.seen.is_empty()));
    }

    #[test]
    fn points_count_only_where_they_came_up() {
        let point = KeyPoint::RulesAsBenefits;
        let states =
            [PointState::NotYet, PointState::NeverCameUp, PointState::Met, PointState::NotRecognised, PointState::Late];
        let heads: Vec<Head> = states.iter().map(|state| head("a", "oil", None, 0, &[(point, *state)])).collect();
        let progress = Progress::of(&heads);
        let counts = progress.points[point.index()].counts(Way::Picked);
        assert_eq!((counts.met, counts.late, counts.not_yet, counts.not_recognised, counts.n()), (1, 1, 1, 1, 3));
        assert_eq!(progress.points[point.index()].last(), Some(PointState::Late));
        assert_eq!(progress.points[0], PointProgress::default());
    }

    #[test]
    fn hints_and_figures_that_are_no_numbers_make_no_best() {
        let mut helped = head("a", "oil", Some(95.0), 0, &[]);
        helped.result.assisted = true;
        let broken = head("b", "oil", Some(f64::NAN), 0, &[]);
        let tries = &Progress::of([&helped, &broken]).scenes["oil"].by_way[&Way::Picked];
        assert_eq!((tries.count, tries.scored, tries.best), (2, 1, None));
        assert_eq!(tries.last.map(|last| last.score), Some(95.0));
    }
}
