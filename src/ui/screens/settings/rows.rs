//! Rows of the settings screen: a name, what it means, a control. Never decides what a setting does.

use egui::text::LayoutJob;
use egui::{Align, Label, Layout, Ui, vec2};

use crate::ui::strings::Strings;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::button;

/// One row, 48 high at least: the name on the left, the control on the right, or below where it is narrow.
pub fn row(ui: &mut Ui, name: &str, about: Option<&str>, control: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let narrow = width < 460.0 * theme::scale(ui);
    let palette = theme::palette(ui);
    // One label for both lines, so that the pair stands in the middle of the row.
    let mut job = LayoutJob::default();
    job.append(name, 0.0, Type::Body.format(ui, palette.ink));
    if let Some(about) = about {
        job.append("\n", 0.0, Type::Body.format(ui, palette.ink));
        job.append(about, 0.0, Type::Small.format(ui, palette.secondary));
    }
    if narrow {
        wide_row(ui, |ui| {
            ui.add(Label::new(job).wrap());
            ui.add_space(4.0);
            ui.horizontal_wrapped(control);
        });
        return;
    }
    ui.allocate_ui_with_layout(vec2(width, 48.0), Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_height(48.0);
        control(ui);
        ui.add_space(16.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(job).wrap()));
    });
}

/// A row that takes the whole width.
pub fn wide_row(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.add_space(4.0);
    ui.vertical(|ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
    ui.add_space(4.0);
}

/// A row that picks one of several values.
pub fn pick<T: Copy + PartialEq>(ui: &mut Ui, name: &str, labels: &[&str], values: &[T], value: &mut T) {
    row(ui, name, None, |ui| {
        let chosen = values.iter().position(|known| known == value).unwrap_or(0);
        let picked = ui.scope(|ui| button::choice(ui, name, labels, chosen)).inner;
        if let Some(new) = picked.and_then(|index| values.get(index)) {
            *value = *new;
        }
    });
}

/// A row with 关 · 开.
pub fn switch(ui: &mut Ui, strings: &Strings, name: &str, about: Option<&str>, value: &mut bool) {
    row(ui, name, about, |ui| {
        let labels = [strings.common.off.as_str(), &strings.common.on];
        if let Some(index) = button::choice(ui, name, &labels, usize::from(*value)) {
            *value = index == 1;
        }
    });
}
