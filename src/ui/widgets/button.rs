//! Buttons in three weights: primary (one a screen), secondary, quiet. Never wraps and never cuts its word.

use egui::{
    Align2, Button, Color32, CornerRadius, Rect, Response, RichText, Sense, Stroke, StrokeKind, TextWrapMode, Ui, Vec2,
    pos2, vec2,
};

use crate::ui::icons;
use crate::ui::theme::{self, TARGET, Type};

/// The one thing to do next.
pub fn primary(ui: &mut Ui, text: &str) -> Response {
    sized(ui, Weight::Primary, None, text, true)
}

/// Something else that can be done.
pub fn secondary(ui: &mut Ui, text: &str) -> Response {
    sized(ui, Weight::Secondary, None, text, true)
}

/// Something in passing: no edge until pointed at.
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    sized(ui, Weight::Quiet, None, text, true)
}

/// Any weight, with an icon before the word, perhaps disabled.
pub fn with_icon(ui: &mut Ui, weight: Weight, icon: char, text: &str, enabled: bool) -> Response {
    sized(ui, weight, Some(icon), text, enabled)
}

/// How much a button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Filled with the accent.
    Primary,
    /// An edge.
    Secondary,
    /// Neither.
    Quiet,
}

fn sized(ui: &mut Ui, weight: Weight, icon: Option<char>, text: &str, enabled: bool) -> Response {
    let palette = theme::palette(ui);
    let (fill, hover, ink, edge) = match weight {
        Weight::Primary => {
            (palette.accent, theme::mix(palette.accent, palette.ink, 0.14), palette.on_accent, palette.accent)
        }
        Weight::Secondary => (palette.card, palette.accent_soft, palette.ink, palette.control_edge),
        Weight::Quiet => (Color32::TRANSPARENT, palette.accent_soft, palette.accent, Color32::TRANSPARENT),
    };
    ui.scope(|ui| {
        let visuals = &mut ui.visuals_mut().widgets;
        for (state, fill) in [
            (&mut visuals.inactive, fill),
            (&mut visuals.hovered, hover),
            (&mut visuals.active, hover),
            (&mut visuals.noninteractive, fill),
        ] {
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::new(1.0, edge);
            state.fg_stroke = Stroke::new(1.0, ink);
            state.corner_radius = CornerRadius::same(theme::CONTROL_RADIUS);
        }
        let label = if weight == Weight::Primary { Type::Body.strong(ui, text) } else { Type::Body.text(ui, text) };
        let label = label.color(ink).line_height(None);
        let tall = if weight == Weight::Primary { 40.0 } else { TARGET };
        let least = vec2(if weight == Weight::Primary { 96.0 } else { 0.0 }, tall * theme::scale(ui).min(1.2));
        let button = match icon {
            Some(icon) => Button::new((glyph(ui, icon, ink), label)),
            None => Button::new(label),
        };
        let response = ui.add_enabled(enabled, button.min_size(least).wrap_mode(TextWrapMode::Extend));
        // Otherwise the icon's private letter would be read out.
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, text));
        response
    })
    .inner
}

fn glyph(ui: &Ui, icon: char, ink: Color32) -> RichText {
    icons::text(icon, 18.0 * theme::scale(ui)).color(ink)
}

/// A square button with only an icon; its word is the tooltip and the accessible name.
pub fn icon(ui: &mut Ui, icon: char, name: &str) -> Response {
    let ink = theme::palette(ui).secondary;
    let button = Button::new(glyph(ui, icon, ink)).min_size(Vec2::splat(TARGET)).frame(false);
    let response = ui.add(button).on_hover_text(name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    response
}

/// A row of choices of which one holds, like 浅色 · 深色. Returns the index of a newly chosen one.
///
/// It is placed as one block, so that the order stays the same in layouts that run from the right.
pub fn choice(ui: &mut Ui, name: &str, options: &[&str], chosen: usize) -> Option<usize> {
    let palette = theme::palette(ui);
    let widths: Vec<f32> = options.iter().map(|option| segment_width(ui, option)).collect();
    let height = TARGET.max(Type::Note.line(ui) + 10.0);
    let (block, _) = ui.allocate_exact_size(vec2(widths.iter().sum(), height), Sense::hover());
    let round = CornerRadius::same(theme::CONTROL_RADIUS);
    ui.painter().rect(block, round, palette.back, Stroke::new(1.0, palette.control_edge), StrokeKind::Inside);
    let mut picked = None;
    let mut left = block.left();
    for (index, (option, width)) in options.iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(pos2(left, block.top()), vec2(width, height));
        left += width;
        if segment(ui, rect, name, option, index == chosen).clicked() && index != chosen {
            picked = Some(index);
        }
    }
    picked
}

/// How wide [`choice`] will be.
#[must_use]
pub fn choice_width(ui: &Ui, options: &[&str]) -> f32 {
    options.iter().map(|option| segment_width(ui, option)).sum()
}

fn segment_width(ui: &Ui, option: &str) -> f32 {
    let ink = theme::palette(ui).ink;
    ui.painter().layout_no_wrap(option.to_owned(), Type::Note.bold(ui), ink).size().x + 24.0
}

fn segment(ui: &Ui, rect: Rect, name: &str, option: &str, on: bool) -> Response {
    let palette = theme::palette(ui);
    let id = ui.scope_id().with(("choice", name, option));
    let response = ui.interact(rect, id, Sense::click());
    let ink = if on { palette.on_accent } else { palette.ink };
    let font = if on { Type::Note.bold(ui) } else { Type::Note.font(ui) };
    let fill = match (on, response.hovered()) {
        (true, _) => palette.accent,
        (false, true) => palette.accent_soft,
        (false, false) => Color32::TRANSPARENT,
    };
    let radius = CornerRadius::same(theme::CONTROL_RADIUS - 2);
    ui.painter().rect_filled(rect.shrink(2.0), radius, fill);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, option, font, ink);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, format!("{name} {option}")));
    response
}
