//! Heartfirst (先心): practise handling complaints — emotions first, then the issue.

pub mod text;
pub mod diag;
pub mod rubric;
pub mod reading;
pub mod customer;
pub mod scenario;
