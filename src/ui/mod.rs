//! The window: screens, widgets, theme. Never decides what a reply is worth; it shows what the core found.

pub mod action;
pub mod cx;
pub mod focus;
pub mod fonts;
pub mod icons;
pub mod keys;
pub mod live;
pub use crate::learning::settings as preferences;
pub mod reveal;
pub mod screens;
pub mod shelf;
pub mod strings;
pub mod theme;
pub mod widgets;
