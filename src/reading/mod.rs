//! Reading typed replies: what moves they show, in which words, and why. Never scores, and reads no files.
//!
//! The way of a reply: [`normalise`] → [`clauses`] → `find` (one automaton over all anchors, then gaps) → `scope`
//! (asserted, negated, quoted …) → `judge` (one hit against another). The rules are data, `assets/lexicon/`, and test
//! themselves. A reader of meaning, once there is one, hands its guesses to [`read_with`]: a rule's near-miss vetoes them.

pub mod clauses;
mod find;
mod guard;
mod judge;
mod lexicon;
pub mod normalise;
mod pack;
pub mod pattern;
mod reader;
mod scope;
pub mod slots;
mod specific;
mod types;
mod why;

pub use lexicon::PackFault;
pub use pack::{Ask, Pack, Rule};
pub use reader::{Reader, read, read_with};
pub use types::{Context, Guess, NearMiss, Reading, Scope};

/// Which reader this is; journalled beside what it found, so that a better one never rewrites history.
pub const ENGINE: &str = "rules-1";
