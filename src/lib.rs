//! Heartfirst (先心): practise handling complaints — emotions first, then the issue.

pub mod customer;
pub mod diag;
pub mod rubric;
pub mod scenario;
pub mod text;
#[cfg(feature = "gui")]
pub mod ui;
