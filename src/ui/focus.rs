//! The ring around what the keyboard is on, and how it got there. Never moves the focus.

use egui::{Context, CornerRadius, Event, Id, Key, LayerId, Order, Painter, Stroke, StrokeKind, Ui};

use super::theme;

/// Draws the ring for this frame. Call once, after everything else of the frame.
///
/// The ring is 2 wide with a gap of 2, lies above all panels (never covered) and shows only when the last step was
/// taken by keyboard: a click needs no ring.
pub fn show(ui: &Ui) {
    let ctx = ui.ctx();
    if !by_keyboard(ctx) {
        return;
    }
    let Some(id) = ctx.memory(egui::Memory::focused) else { return };
    let Some(response) = ctx.read_response(id) else { return };
    let rect = response.rect;
    if !rect.is_positive() || !response.interact_rect.is_positive() {
        return;
    }
    let radius = if rect.height() < 36.0 { 8 } else { theme::CONTROL_RADIUS } + 3;
    // Scrolled out of view in part: the ring is cut where the widget is, give or take its own width.
    let clip = if response.interact_rect == rect { ctx.content_rect() } else { response.interact_rect.expand(5.0) };
    let painter = Painter::new(ctx.clone(), LayerId::new(Order::Foreground, Id::unique("focus ring")), clip);
    let stroke = Stroke::new(2.0, theme::palette(ui).accent);
    painter.rect_stroke(rect.expand(2.0), CornerRadius::same(radius), stroke, StrokeKind::Outside);
}

/// Whether the keyboard, not the pointer, was used last.
fn by_keyboard(ctx: &Context) -> bool {
    let id = Id::unique("focus by keyboard");
    let now = ctx.input(|input| {
        input.events.iter().rev().find_map(|event| match event {
            Event::PointerButton { pressed: true, .. } | Event::Touch { .. } => Some(false),
            Event::Key { key, pressed: true, .. } => steps(*key).then_some(true),
            Event::AccessKitActionRequest(_) => Some(true),
            _ => None,
        })
    });
    match now {
        Some(keyboard) => ctx.data_mut(|data| {
            data.insert_temp(id, keyboard);
            keyboard
        }),
        None => ctx.data(|data| data.get_temp(id)).unwrap_or(true),
    }
}

fn steps(key: Key) -> bool {
    matches!(key, Key::Tab | Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight | Key::F6 | Key::Escape)
}
