//! The screens. Each owns its drafts, draws with widgets and returns what was asked. Never changes the world itself.

pub mod briefing;
pub mod first_run;
pub mod practice;
pub mod settings;
