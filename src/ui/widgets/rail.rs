//! The rail on the left: where one can go. Never goes there itself; it says which was pressed.

use egui::{Align2, CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::icons;
use crate::ui::theme::{self, Type};

/// Width of the rail at any text size.
pub const WIDTH: f32 = 72.0;

/// One place to go.
#[derive(Debug, Clone, Copy)]
pub struct RailItem<'a> {
    /// From `icons`.
    pub icon: char,
    /// Its word.
    pub label: &'a str,
    /// A number of things waiting; 0 shows nothing.
    pub waiting: usize,
}

/// Draws the items from the top and `last` at the bottom; returns the index of the pressed one (`last` counts last).
pub fn show(ui: &mut Ui, items: &[RailItem<'_>], last: Option<RailItem<'_>>, chosen: usize) -> Option<usize> {
    let mut pressed = None;
    let scale = theme::scale(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    let count = items.len() + usize::from(last.is_some());
    for (index, item) in items.iter().enumerate() {
        if one(ui, *item, index, count, index == chosen).clicked() {
            pressed = Some(index);
        }
    }
    if let Some(item) = last {
        let room = ui.available_height() - item_height(scale) - 8.0;
        ui.add_space(room.max(0.0));
        if one(ui, item, items.len(), count, chosen == items.len()).clicked() {
            pressed = Some(items.len());
        }
    }
    pressed
}

fn item_height(scale: f32) -> f32 {
    (56.0 * scale.min(1.2)).round()
}

fn one(ui: &mut Ui, item: RailItem<'_>, index: usize, count: usize, chosen: bool) -> Response {
    let palette = theme::palette(ui);
    let scale = theme::scale(ui);
    let width = ui.available_width().min(WIDTH);
    let (rect, response) = ui.allocate_exact_size(vec2(width, item_height(scale)), Sense::click());
    response.widget_info(|| {
        let name = format!("{}, {}/{count}", item.label, index + 1);
        WidgetInfo::selected(Role::Tab, true, chosen, name)
    });
    let painter = ui.painter();
    let pill = Rect::from_center_size(pos2(rect.center().x, rect.top() + 18.0 * scale.min(1.2)), vec2(48.0, 30.0));
    if chosen {
        painter.rect_filled(pill, CornerRadius::same(15), palette.accent_soft);
    } else if response.hovered() {
        painter.rect_filled(pill, CornerRadius::same(15), theme::mix(palette.card, palette.line, 0.6));
    }
    let ink = if chosen { palette.accent } else { palette.secondary };
    painter.text(pill.center(), Align2::CENTER_CENTER, item.icon, icons::font(24.0), ink);
    let word = super::one_line(ui, item.label, label_font(ui, item.label, width, chosen), ink, width);
    let at = pos2(rect.center().x - word.size().x / 2.0, rect.bottom() - 4.0 - word.size().y);
    ui.painter().galley(at, word, ink);
    if item.waiting > 0 {
        ui.painter().circle_filled(pill.right_top() + vec2(-9.0, 5.0), 4.0, palette.accent);
    }
    response.on_hover_text(item.label)
}

/// A long word at a large text size shrinks to the rail rather than losing its end.
fn label_font(ui: &Ui, label: &str, width: f32, chosen: bool) -> egui::FontId {
    let mut font = if chosen { Type::Small.bold(ui) } else { Type::Small.font(ui) };
    let wide = ui.painter().layout_no_wrap(label.to_owned(), font.clone(), theme::palette(ui).ink).size().x;
    if wide > width - 2.0 {
        font.size *= (width - 2.0) / wide;
    }
    font
}
