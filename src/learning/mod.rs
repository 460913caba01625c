//! What is learned from attempts. Reads no clock and no disk.

mod attempt;
pub mod figures;
pub mod handbook;
pub mod next;
pub mod progress;
pub mod settings;

pub use attempt::{Attempt, Difference, FORMAT, Summary, cap_id};
pub use next::{SceneFacts, Suggestion, suggest};
pub use progress::{Head, PointProgress, Progress, Way};
pub use settings::Settings;
