//! Heartfirst (先心): practise handling complaints — emotions first, then the issue.
//!
//! Modules in layer order: each uses itself and what stands above it.

pub mod text;
pub mod diag;
pub mod rubric;
pub mod reading;
pub mod customer;
pub mod scenario;
pub mod session;
pub mod learning;
pub mod store;
pub mod cli;
#[cfg(feature = "gui")]
pub mod ui;
