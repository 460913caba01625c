//! stub
use crate::ui::{action::{Action, Ways}, cx::Cx};
#[derive(Default)]
pub struct Practice {}
impl Practice { pub fn new(_w: Ways) -> Self { Self {} } pub fn ui(&mut self, _ui: &mut egui::Ui, _cx: &Cx, _s: &crate::session::Session) -> Vec<Action> { vec![] } }
