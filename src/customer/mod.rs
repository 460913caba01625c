//! The person: emotion, temperament, and how they react to what a reply shows. Knows no scene.

mod emotion;
mod profile;
mod react;
mod temperament;

pub use emotion::{Cause, Degree, Emotion, HeatWord, Push, Shift, Why, trust_word};
pub use profile::patience;
pub use react::{Heard, is_soothing, react, react_to, shift};
pub use temperament::Temperament;
