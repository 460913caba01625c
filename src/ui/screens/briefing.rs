//! Before a talk: what the job would tell you, in twenty seconds. Never shows what only the talk can tell.

use egui::Ui;

use crate::scenario::Scenario;
use crate::ui::action::Action;
use crate::ui::cx::Cx;

/// The briefing's own choices.
#[derive(Debug, Default)]
pub struct Briefing {}

impl Briefing {
    /// Draws the screen.
    pub fn ui(&mut self, _ui: &mut Ui, _cx: &Cx, _scenario: &Scenario) -> Vec<Action> {
        Vec::new()
    }
}
