//! Scenes: the language they are written in and what it means. Plays nothing; see `session`.

mod brackets;
pub mod condition;
mod course;
mod decode;
pub mod document;
mod graph;
mod migrate;
pub mod parse;
pub mod portrait;
mod precheck;
mod resolve;
pub mod rules;
mod tokens;
mod unreadable;
pub mod written;

pub use graph::*;
pub use resolve::{AUTHOR, resolve};
