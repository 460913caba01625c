//! One thing that can be said or done next, with its digit. Never hints at how good it is: all cards weigh the same.

use egui::{Align2, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::icons;
use crate::ui::theme::{self, Type};

/// A reply, or an answer without words.
#[derive(Debug, Clone, Copy)]
pub struct ReplyCard<'a> {
    /// The key that picks it; empty shows no badge.
    pub digit: &'a str,
    /// The words.
    pub text: &'a str,
    /// An icon before the words, for answers without words.
    pub icon: Option<char>,
    /// The accessible name: “回应 2，共 4：…”.
    pub name: &'a str,
    /// Why it can't be picked now; the card stays, with the reason.
    pub closed: Option<&'a str>,
    /// Small type and padding, for screens less than 740 high.
    pub compact: bool,
    /// The least height, so that a row of cards lines up.
    pub least_height: f32,
}

impl<'a> ReplyCard<'a> {
    /// An open card.
    #[must_use]
    pub fn new(digit: &'a str, text: &'a str, name: &'a str) -> Self {
        Self { digit, text, icon: None, name, closed: None, compact: false, least_height: 0.0 }
    }

    /// Draws it over the whole width. `clicked()` also covers Space and Enter while focused.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let kind = if self.compact { Type::Note } else { Type::Body };
        let padding = if self.compact { 8.0 } else { 14.0 };
        let badge = 24.0 * theme::scale(ui).min(1.25);
        let before = if self.digit.is_empty() { 0.0 } else { badge + 10.0 };
        let icon_size = 20.0 * theme::scale(ui);
        let icon_room = if self.icon.is_some() { icon_size + 8.0 } else { 0.0 };
        let width = ui.available_width();
        let room = (width - 2.0 * padding - before - icon_room).max(40.0);
        let open = self.closed.is_none();
        let ink = if open { palette.ink } else { palette.secondary };
        let words = self.lay_out(ui, kind, ink, room);
        let reason = self.closed.map(|why| {
            ui.painter().layout_job(egui::text::LayoutJob {
                wrap: egui::text::TextWrapping { max_width: room, ..Default::default() },
                ..egui::text::LayoutJob::single_section(why.to_owned(), Type::Small.format(ui, palette.secondary))
            })
        });
        let text_height = words.size().y + reason.as_ref().map_or(0.0, |r| r.size().y);
        let height = (text_height.max(badge) + 2.0 * padding).max(self.least_height).max(theme::TARGET);
        let sense = if open { Sense::click() } else { Sense::focusable_noninteractive() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        response.widget_info(|| match self.closed {
            None => WidgetInfo::labeled(Role::Button, true, self.name),
            Some(why) => WidgetInfo::labeled(Role::Button, false, format!("{}, {why}", self.name)),
        });
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let lifted = open && (response.hovered() || response.is_pointer_button_down_on());
        let fill = if lifted {
            palette.accent_soft
        } else if open {
            palette.card
        } else {
            palette.back
        };
        let edge = if lifted {
            palette.accent
        } else if open {
            palette.control_edge
        } else {
            palette.line
        };
        let painter = ui.painter();
        let corners = CornerRadius::same(theme::CONTROL_RADIUS);
        painter.rect(rect, corners, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        // The badge stays with the first line when words wrap.
        let first = kind.line(ui).max(badge);
        let top = if text_height <= first { rect.center().y - first / 2.0 } else { rect.top() + padding };
        let mut x = rect.left() + padding;
        if !self.digit.is_empty() {
            let square = egui::Rect::from_center_size(pos2(x + badge / 2.0, top + first / 2.0), vec2(badge, badge));
            painter.rect(
                square,
                CornerRadius::same(7),
                palette.back,
                Stroke::new(1.0, palette.line),
                StrokeKind::Inside,
            );
            painter.text(square.center(), Align2::CENTER_CENTER, self.digit, Type::Note.bold(ui), palette.secondary);
            x += before;
        }
        if let Some(icon) = self.icon {
            let at = pos2(x + icon_size / 2.0, top + first / 2.0);
            painter.text(at, Align2::CENTER_CENTER, icon, icons::font(icon_size), ink);
            x += icon_room;
        }
        let y = if text_height <= first {
            rect.center().y - text_height / 2.0
        } else {
            rect.top() + padding + (first - kind.line(ui)) / 2.0
        };
        let below = words.size().y;
        painter.galley(pos2(x, y), words, ink);
        if let Some(reason) = reason {
            painter.galley(pos2(x, y + below), reason, palette.secondary);
        }
        response
    }

    fn lay_out(&self, ui: &Ui, kind: Type, ink: egui::Color32, room: f32) -> std::sync::Arc<egui::Galley> {
        let mut job = egui::text::LayoutJob::default();
        job.wrap.max_width = room;
        job.append(self.text, 0.0, kind.format(ui, ink));
        ui.painter().layout_job(job)
    }
}
