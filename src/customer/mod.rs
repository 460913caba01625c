//! The person: emotion, temperament, and how they react to what a reply shows. Knows no scene.

mod temperament;

pub use temperament::Temperament;
