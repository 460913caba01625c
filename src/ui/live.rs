//! The one polite live region through which screen readers hear what happened. Never visible.

use egui::{Id, Role, Sense, Ui, accesskit};

/// Says `text` when it differs from what was said last. Call once a frame, with the same text while nothing is new.
pub fn say(ui: &mut Ui, text: &str) {
    let rect = egui::Rect::from_min_size(ui.max_rect().left_top(), egui::vec2(1.0, 1.0));
    let id = Id::unique("live region");
    let response = ui.interact(rect, id, Sense::hover());
    // Some platforms read the label of a live node, some its value: both carry the text.
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Status, true, text));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Status);
        node.set_live(accesskit::Live::Polite);
        node.set_label(text.to_owned());
        node.set_value(text.to_owned());
    });
}
