//! The window: screens, widgets, theme. Never decides what a reply is worth; it shows what the core found.

pub mod action;
pub mod app;
pub mod cx;
pub mod focus;
pub mod fonts;
pub mod icons;
pub mod keys;
pub mod live;
pub mod open;
pub use crate::learning::settings as preferences;
pub mod reveal;
mod perform;
pub mod screens;
pub mod shelf;
pub mod strings;
pub mod theme;
pub mod widgets;
