//! What good handling is: moves, key points, evidence, outcomes, and the arithmetic of a score. Knows no scene.

mod evidence;
mod moves;
mod outcome;
mod points;

pub use evidence::{Evidence, Strength, Words};
pub use moves::{Move, Track};
pub use outcome::{CriticalKind, Outcome};
pub use points::{Chance, Cue, CueKind, DEFAULT_WINDOW, KeyPoint, default_chances};
