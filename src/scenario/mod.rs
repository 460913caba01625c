//! Scenes: the language they are written in and what it means. Plays nothing; see `session`.

mod brackets;
mod decode;
mod migrate;
mod precheck;
mod tokens;
mod unreadable;

pub mod condition;
pub mod document;
pub mod parse;
pub mod portrait;
pub mod written;
