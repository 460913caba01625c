//! The frame most things stand in: radius 14, one line, a soft shadow. Never holds state.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui};

use crate::ui::theme;

/// The card's frame, with 16 points of padding.
pub fn frame(ui: &Ui) -> Frame {
    let palette = theme::palette(ui);
    Frame::new()
        .fill(palette.card)
        .corner_radius(CornerRadius::same(theme::CARD_RADIUS))
        .inner_margin(Margin::same(16))
        .stroke(Stroke::new(1.0, palette.line))
        .shadow(theme::card_shadow(palette))
}

/// A card as wide as there is room.
pub fn show<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui)
    })
}

/// A card with a bold heading.
pub fn titled<R>(ui: &mut Ui, title: &str, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    show(ui, |ui| {
        let heading = theme::Type::Body.strong(ui, title);
        ui.label(heading);
        content(ui)
    })
}
