//! What good handling is: moves, key points, evidence, outcomes, and the arithmetic of a score. Knows no scene.

mod credit;
mod evidence;
mod feedback;
mod figures;
mod moves;
mod outcome;
mod points;
mod scorecard;
mod tally;

pub use credit::{Verdict, feel_level, judge};
pub use evidence::{Evidence, Strength, Words};
pub use feedback::{Feedback, Group, PointLines, fill};
pub use figures::Rubric;
pub use moves::{Move, Track};
pub use outcome::{CriticalKind, Outcome};
pub use points::{Chance, Cue, CueKind, DEFAULT_WINDOW, KeyPoint, default_chances};
pub use scorecard::{Cap, PointScore, PointState, Recovery, Scorecard, chance_credit, score};
pub use tally::{Answer, ChanceRecord, ChanceState, FeelingRecord, MajorRecord, Mark, OrderRecord, Tally};
