//! A strip above or below a screen that tells a state of the world: exam, disk full, undo. Never covers what it speaks of.

use egui::{Align, Align2, CornerRadius, Frame, Layout, Margin, Role, Ui, WidgetInfo, vec2};

use super::button;
use crate::ui::icons;
use crate::ui::theme::{self, Type};

/// How much it presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StripKind {
    /// Good to know: kept, undone, assisted.
    Quiet,
    /// Something to mend: disk full, read only.
    Caution,
    /// An exam is on.
    Exam,
}

/// One strip.
#[derive(Debug, Clone, Copy)]
pub struct Strip<'a> {
    /// Its kind.
    pub kind: StripKind,
    /// What it says; a screen reader hears it politely.
    pub text: &'a str,
    /// What can be done about it.
    pub action: Option<&'a str>,
}

impl Strip<'_> {
    /// Draws it over the whole width; true when its action was pressed.
    pub fn show(self, ui: &mut Ui) -> bool {
        let palette = theme::palette(ui);
        let (fill, ink, icon) = match self.kind {
            StripKind::Quiet => (palette.accent_soft, palette.ink, icons::INFO),
            StripKind::Caution => (palette.caution_soft, palette.caution, icons::WARNING),
            StripKind::Exam => (palette.card, palette.ink, icons::LOCK),
        };
        if self.kind == StripKind::Exam {
            let (band, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), egui::Sense::hover());
            ui.painter().rect_filled(band, CornerRadius::ZERO, palette.accent);
        }
        let mut pressed = false;
        let frame = Frame::new()
            .fill(fill)
            .corner_radius(CornerRadius::same(theme::CONTROL_RADIUS))
            .inner_margin(Margin::symmetric(16, 4));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                let size = 20.0 * theme::scale(ui);
                let (spot, _) = ui.allocate_exact_size(vec2(size, size), egui::Sense::hover());
                ui.painter().text(spot.center(), Align2::CENTER_CENTER, icon, icons::font(size), ink);
                let action = self.action.map_or(0.0, |action| {
                    ui.painter().layout_no_wrap(action.to_owned(), Type::Body.font(ui), ink).size().x + 40.0
                });
                let room = ui.available_width() - action;
                ui.allocate_ui_with_layout(vec2(room, theme::TARGET), Layout::left_to_right(Align::Center), |ui| {
                    ui.set_width(room);
                    let label = ui.add(egui::Label::new(Type::Note.text(ui, self.text).color(ink)).wrap());
                    label.widget_info(|| WidgetInfo::labeled(Role::Status, true, self.text));
                });
                if let Some(action) = self.action {
                    pressed = button::quiet(ui, action).clicked();
                }
            });
        });
        pressed
    }
}
