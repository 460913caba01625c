//! What is learned from attempts. Reads no clock and no disk.

mod attempt;

pub use attempt::{Attempt, Difference, FORMAT, Summary, cap_id};
