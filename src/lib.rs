//! Heartfirst (先心): practise handling complaints — emotions first, then the issue.
//!
//! Modules in layer order: each uses itself and what stands above it.

pub mod customer;
pub mod diag;
pub mod learning;
pub mod reading;
pub mod rubric;
pub mod scenario;
pub mod session;
pub mod text;
