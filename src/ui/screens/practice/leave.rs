//! The question before leaving: the talk is kept. Never throws anything away.

use egui::{Id, Modal, Ui};

use crate::session::Event;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{button, card};

/// What was chosen.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Chosen {
    Stay,
    Do(Action),
}

/// Asks; `fresh` in the first frame, when staying gets the focus.
pub(super) fn show(ui: &mut Ui, cx: &Cx, fresh: bool) -> Option<Chosen> {
    let words = &cx.text.practice;
    let frame = card::frame(ui).inner_margin(24);
    let shown = Modal::new(Id::unique("leave practice")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((420.0 * theme::scale(ui).min(1.3)).min(ui.ctx().content_rect().width() - 96.0));
        ui.spacing_mut().item_spacing.y = 12.0;
        let title = Type::Title.strong(ui, &words.leave_title);
        ui.label(title);
        let about = Type::Body.text(ui, &words.leave_about);
        ui.add(egui::Label::new(about).wrap());
        ui.add_space(4.0);
        let mut chosen = None;
        ui.horizontal_wrapped(|ui| {
            let stay = button::primary(ui, &words.stay);
            if fresh {
                stay.request_focus();
            }
            if stay.clicked() {
                chosen = Some(Chosen::Stay);
            }
            if button::secondary(ui, &words.leave_do).clicked() {
                chosen = Some(Chosen::Do(Action::Pause));
            }
            if button::quiet(ui, &words.end_here).clicked() {
                chosen = Some(Chosen::Do(Action::Act(Event::Left)));
            }
        });
        chosen
    });
    if shown.should_close() { Some(Chosen::Stay) } else { shown.inner }
}
