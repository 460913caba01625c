//! What is worth trying next, and why. Gives at most three, never a debt: nothing due is an answer too.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::progress::{Counts, Progress, Way};
use crate::rubric::{ChanceRecord, KeyPoint, Rubric, chance_credit};
use crate::scenario::Scenario;
use crate::session::golden::play_golden;
use crate::text::{Bilingual, Lang};

/// Never more than this many at once.
pub const AT_MOST: usize = 3;
/// Days after which a passed scene is worth another look.
pub const REST_DAYS: u32 = 14;

/// What choosing needs to know of a scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SceneFacts {
    /// Its id.
    pub id: String,
    /// 1 easy … 5 hard.
    pub level: u8,
    /// How long it takes.
    pub minutes: u8,
    /// How often each key point comes up on one good way through.
    pub chances: [u32; 9],
}

impl SceneFacts {
    /// Those of this scene: its `excellent` transcript is played to see what comes up.
    #[must_use]
    pub fn of(scenario: &Arc<Scenario>, rubric: &Arc<Rubric>) -> Self {
        let played = scenario
            .golden("excellent")
            .and_then(|golden| play_golden(scenario, rubric, golden, Lang::Zh).ok())
            .map(|session| session.state().tally.chances.clone())
            .unwrap_or_default();
        let came_up = |record: &&ChanceRecord| chance_credit(record).is_some();
        let chances = KeyPoint::ALL.map(|point| {
            let many = played.iter().filter(came_up).filter(|record| record.chance.point == point).count();
            u32::try_from(many).unwrap_or(u32::MAX)
        });
        Self { id: scenario.id.clone(), level: scenario.level, minutes: scenario.minutes, chances }
    }
}

/// Why a scene is suggested.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the names say it, and `words` says it in full")]
pub enum Reason {
    /// A key point came up and was not always met.
    NotYet { point: KeyPoint, way: Way, met: u32, of: u32, here: u32 },
    /// A key point never came up so far.
    NeverCameUp { point: KeyPoint, here: u32 },
    /// The scene was never played.
    NotTried { minutes: u8 },
    /// The latest try was not a pass.
    NotPassed { score: f64 },
    /// It was passed, some time ago.
    LongAgo { days: u32 },
}

/// A scene worth trying, with its reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The scene's id.
    pub scene: String,
    /// Why this one.
    pub reason: Reason,
}

/// At most [`AT_MOST`] scenes, the most worthwhile first, each for another reason; empty: a rest is fine.
///
/// `days_since`: days since a moment in RFC 3339, never negative; 0 where the clock makes no sense.
#[must_use]
pub fn suggest(scenes: &[SceneFacts], progress: &Progress, days_since: &dyn Fn(&str) -> u32) -> Vec<Suggestion> {
    let mut found: Vec<(u32, &SceneFacts, Reason)> = scenes
        .iter()
        .flat_map(|scene| {
            candidates(scene, progress, days_since).into_iter().map(move |(worth, reason)| (worth, scene, reason))
        })
        .collect();
    // Best first; then the easier and the shorter; then by id, so that the order never flickers.
    found.sort_by(|(worth, scene, _), (other_worth, other, _)| {
        let ease = |scene: &SceneFacts| (scene.level, scene.minutes);
        other_worth.cmp(worth).then_with(|| ease(scene).cmp(&ease(other))).then_with(|| scene.id.cmp(&other.id))
    });
    let mut chosen: Vec<Suggestion> = Vec::new();
    for (_, scene, reason) in found {
        let same_point = |before: &Suggestion| reason.about().is_some_and(|point| before.reason.about() == Some(point));
        let again = chosen.iter().any(|before| before.scene == scene.id || same_point(before));
        if !again && chosen.len() < AT_MOST {
            chosen.push(Suggestion { scene: scene.id.clone(), reason });
        }
    }
    chosen
}

/// What speaks for this scene, with how much.
fn candidates(scene: &SceneFacts, progress: &Progress, days_since: &dyn Fn(&str) -> u32) -> Vec<(u32, Reason)> {
    let mut found = Vec::new();
    for ((point, here), so_far) in KeyPoint::ALL.into_iter().zip(scene.chances).zip(&progress.points) {
        if here == 0 || progress.attempts == 0 {
            continue;
        }
        match so_far.last_way() {
            None => found.push((300 + here.min(9), Reason::NeverCameUp { point, here })),
            Some(way) => {
                let counts: Counts = so_far.counts(way);
                let (met, of) = (counts.met, counts.n());
                if met < of {
                    // The share that is missing, trusted more the more often it came up.
                    let missing = (of - met).saturating_mul(100) / of;
                    let worth = 400 + missing.saturating_mul(of.min(3)) + here.min(9);
                    found.push((worth, Reason::NotYet { point, way, met, of, here }));
                }
            }
        }
    }
    match progress.scenes.get(&scene.id) {
        None => found.push((350, Reason::NotTried { minutes: scene.minutes })),
        Some(so_far) => match so_far.last() {
            Some((_, last)) if !last.pass => found.push((360, Reason::NotPassed { score: last.score })),
            Some(_) => {
                let days = days_since(&so_far.last_started);
                if days >= REST_DAYS {
                    found.push((200 + days.min(90), Reason::LongAgo { days }));
                }
            }
            None => {}
        },
    }
    found
}

impl Reason {
    /// The key point it is about.
    #[must_use]
    pub fn about(&self) -> Option<KeyPoint> {
        match self {
            Self::NotYet { point, .. } | Self::NeverCameUp { point, .. } => Some(*point),
            Self::NotTried { .. } | Self::NotPassed { .. } | Self::LongAgo { .. } => None,
        }
    }

    /// In words, for the trainee.
    #[must_use]
    pub fn words(&self) -> Bilingual {
        match *self {
            Self::NotYet { point, way, met, of, here } => {
                let name = point.name();
                let (way_zh, way_en) = match way {
                    Way::Picked => ("", ""),
                    Way::Typed => ("打字时", " when typing"),
                    Way::Mixed => ("边选边打时", " when mixing picked and typed"),
                };
                Bilingual::new(
                    format!("{way_zh}“{}”{of} 次接住 {met} 次，这场会出现 {here} 次", name.zh),
                    format!("'{}' was met {met} of {}{way_en}; it comes up {} here", name.en, times(of), times(here)),
                )
            }
            Self::NeverCameUp { point, here } => {
                let name = point.name();
                Bilingual::new(
                    format!("“{}”还没碰上过，这场会出现 {here} 次", name.zh),
                    format!("'{}' has never come up for you; it does {} here", name.en, times(here)),
                )
            }
            Self::NotTried { minutes } => Bilingual::new(
                format!("这场还没练过，大约 {minutes} 分钟"),
                format!("Not tried yet; about {minutes} min"),
            ),
            Self::NotPassed { score } => Bilingual::new(
                format!("上次 {score:.0} 分，还没到通过线"),
                format!("Last time {score:.0}, below the pass line"),
            ),
            Self::LongAgo { days } => Bilingual::new(
                format!("{days} 天前过的关，再来看看手感还在不在"),
                format!("Passed {days} days ago; see whether it still comes easily"),
            ),
        }
    }
}

fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

/// What to say when nothing is due.
#[must_use]
pub fn rest() -> Bilingual {
    Bilingual::new("今天没有要补的，歇歇也好。", "Nothing is due today. A rest is fine too.")
}

/// The first suggestion about each scene, for its card in the library.
#[must_use]
pub fn by_scene(suggestions: &[Suggestion]) -> BTreeMap<&str, &Reason> {
    suggestions.iter().rev().map(|one| (one.scene.as_str(), &one.reason)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::progress::Head;
    use super::super::progress::tests::head;
    use super::*;
    use crate::rubric::PointState;

    fn scene(id: &str, level: u8, chances: &[(KeyPoint, u32)]) -> SceneFacts {
        let mut all = [0; 9];
        for (point, count) in chances {
            all[point.index()] = *count;
        }
        SceneFacts { id: id.to_owned(), level, minutes: 8, chances: all }
    }

    #[track_caller]
    fn check(scenes: &[SceneFacts], heads: &[Head], days: u32, picture: &[(&str, &str)]) {
        let found = suggest(scenes, &Progress::of(heads), &|_| days);
        let found: Vec<(String, String)> = found.into_iter().map(|one| (one.scene, one.reason.words().zh)).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(scene, why)| (scene.as_str(), why.as_str())).collect();
        assert_eq!(found, picture);
    }

    const RULES: KeyPoint = KeyPoint::RulesAsBenefits;
    const QUIET: KeyPoint = KeyPoint::QuietPlace;

    #[test]
    fn at_first_the_easiest_three() {
        let scenes = [scene("d", 3, &[]), scene("c", 1, &[]), scene("b", 2, &[]), scene("a", 2, &[])];
        let why = "这场还没练过，大约 8 分钟";
        check(&scenes, &[], 0, &[("c", why), ("a", why), ("b", why)]);
    }

    #[test]
    fn a_point_not_yet_met_comes_first_with_its_counts() {
        let scenes = [scene("oil", 2, &[(RULES, 2)]), scene("hotel", 1, &[(QUIET, 1)])];
        let states = [PointState::NotYet, PointState::Met, PointState::Late];
        let heads = states.map(|state| head("x", "oil", Some(85.0), 0, &[(RULES, state)]));
        check(
            &scenes,
            &heads,
            0,
            &[("oil", "“规则讲成利益”3 次接住 1 次，这场会出现 2 次"), ("hotel", "这场还没练过，大约 8 分钟")],
        );
    }

    #[test]
    fn typed_counts_are_told_as_such() {
        let scenes = [scene("oil", 2, &[(RULES, 1)])];
        let heads = [
            head("a", "oil", Some(85.0), 0, &[(RULES, PointState::Met)]),
            head("b", "oil", Some(85.0), 3, &[(RULES, PointState::NotYet)]),
        ];
        check(&scenes, &heads, 0, &[("oil", "打字时“规则讲成利益”1 次接住 0 次，这场会出现 1 次")]);
    }

    #[test]
    fn a_point_that_never_came_up_is_offered_where_it_does() {
        let heads = [head("a", "oil", Some(85.0), 0, &[])];
        let scenes = [scene("oil", 2, &[(QUIET, 1)])];
        check(&scenes, &heads, 0, &[("oil", "“请到安静处”还没碰上过，这场会出现 1 次")]);
    }

    #[test]
    fn short_of_a_pass_is_worth_another_try() {
        check(
            &[scene("oil", 2, &[])],
            &[head("a", "oil", Some(71.6), 0, &[])],
            0,
            &[("oil", "上次 72 分，还没到通过线")],
        );
    }

    #[test]
    fn nothing_due_is_a_rest_and_weeks_away_are_no_debt() {
        let scenes: Vec<SceneFacts> = ["a", "b", "c", "d", "e"].map(|id| scene(id, 1, &[(RULES, 1)])).to_vec();
        let heads: Vec<Head> =
            scenes.iter().map(|scene| head("x", &scene.id, Some(90.0), 0, &[(RULES, PointState::Met)])).collect();
        check(&scenes, &heads, REST_DAYS - 1, &[]);
        let why = "40 天前过的关，再来看看手感还在不在";
        check(&scenes, &heads, 40, &[("a", why), ("b", why), ("c", why)]);
    }

    #[test]
    fn one_point_is_named_once_and_one_scene_once() {
        let scenes =
            [scene("a", 1, &[(RULES, 1), (QUIET, 2)]), scene("b", 2, &[(RULES, 3)]), scene("c", 3, &[(RULES, 1)])];
        let heads: Vec<Head> = ["a", "b", "c"]
            .map(|id| head("x", id, Some(90.0), 0, &[(RULES, PointState::NotYet), (QUIET, PointState::NotYet)]))
            .to_vec();
        let found = suggest(&scenes, &Progress::of(&heads), &|_| 0);
        let about: Vec<_> = found.iter().map(|one| (one.scene.as_str(), one.reason.about())).collect();
        assert_eq!(about, [("b", Some(RULES)), ("a", Some(QUIET))]);
    }
}
