//! Heartfirst (先心): practise handling complaints — emotions first, then the issue.

pub mod text;
pub mod diag;
pub mod rubric;
pub mod customer;
pub mod scenario;
#[cfg(feature = "gui")]
pub mod ui;
