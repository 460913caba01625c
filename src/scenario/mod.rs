//! Scenes: the language they are written in and what it means. Plays nothing; see `session`.

pub mod condition;
pub mod document;
mod graph;
pub mod portrait;
mod resolve;
pub mod written;

pub use graph::*;
pub use resolve::{AUTHOR, resolve};
