//! The outside world: the only layer that touches disk, clock and threads. Judges nothing.

mod atomic;
pub mod clock;
pub mod disk;
mod lock;
mod paths;

pub use paths::Folders;
