//! The screens. Each owns its drafts, draws with widgets and returns what was asked. Never changes the world itself.

pub mod briefing;
pub mod debrief;
pub mod first_run;
pub mod handbook;
pub mod library;
pub mod practice;
pub mod progress;
pub mod settings;
pub mod today;
pub mod what_if;
