//! Today: what was left open, and what is worth trying next, each with its reason. Three things at most; rest counts.

use egui::{ScrollArea, Ui};

use crate::ui::action::{Action, Route};
use crate::ui::cx::Cx;
use crate::ui::shelf::Shelf;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{button, card};

/// The screen's own state: what was put off for now.
#[derive(Debug, Default)]
pub struct Today {
    put_off: Vec<String>,
}

impl Today {
    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shelf: &Shelf) -> Vec<Action> {
        let mut actions = Vec::new();
        let words = &cx.text.today;
        ScrollArea::vertical().id_salt("today").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(840.0 * theme::scale(ui));
            ui.spacing_mut().item_spacing.y = 16.0;
            ui.label(Type::Title.strong(ui, words.title.as_str()));
            let mut left = 3usize;
            for draft in shelf.drafts.iter().take(left) {
                left -= 1;
                let answers = draft.answers.to_string();
                let reason = fill(&words.left_open, &[("n", &answers)]);
                if thing(ui, draft.title.get(cx.lang), &reason, &cx.text.library.resume, None) == Some(true) {
                    actions.push(Action::Resume(draft.id.clone()));
                }
            }
            let due = shelf.suggestions.iter().filter(|suggestion| !self.put_off.contains(&suggestion.scene));
            let due: Vec<_> = due.take(left).collect();
            for suggestion in &due {
                let Some(scene) = shelf.scene(&suggestion.scene) else { continue };
                let reason = suggestion.reason.words();
                let asked = thing(
                    ui,
                    scene.title.get(cx.lang),
                    reason.get(cx.lang),
                    &cx.text.library.practise,
                    Some(&words.not_now),
                );
                match asked {
                    Some(true) => actions.push(Action::Go(Route::Briefing(scene.id.clone()))),
                    Some(false) => self.put_off.push(scene.id.clone()),
                    None => {}
                }
            }
            if due.is_empty() && shelf.drafts.is_empty() {
                ui.label(Type::Body.text(ui, words.nothing.as_str()).color(theme::palette(ui).secondary));
                if button::secondary(ui, &words.look).clicked() {
                    actions.push(Action::Go(Route::Library));
                }
            }
            if let Some(last) = shelf.heads.last() {
                let title = shelf.scene(&last.header.scenario).map_or("", |scene| scene.title.get(cx.lang));
                ui.add_space(8.0);
                ui.label(Type::Note.strong(ui, words.last.as_str()));
                let line = format!("{title} · {}", day(&last.header.started));
                ui.horizontal(|ui| {
                    ui.label(Type::Body.text(ui, line));
                    if button::quiet(ui, &words.look_again).clicked() {
                        actions.push(Action::Go(Route::Debrief(Some(last.header.id.clone()))));
                    }
                });
            }
        });
        actions
    }
}

/// A thing to do; `Some(true)` where it is done now, `Some(false)` where it is put off.
fn thing(ui: &mut Ui, title: &str, reason: &str, go: &str, not_now: Option<&str>) -> Option<bool> {
    let mut asked = None;
    card::show(ui, |ui| {
        ui.label(Type::Customer.strong(ui, title));
        ui.label(Type::Body.text(ui, reason).color(theme::palette(ui).secondary));
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            if button::primary(ui, go).clicked() {
                asked = Some(true);
            }
            if not_now.is_some_and(|not_now| button::quiet(ui, not_now).clicked()) {
                asked = Some(false);
            }
        });
    });
    asked
}

/// The day of a moment in RFC 3339.
pub(super) fn day(moment: &str) -> &str {
    moment.get(..10).unwrap_or(moment)
}
