//! A key point's row: its name, one mark a chance, the words. Never a cross, never a bar over what didn't come up.

use egui::{Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{self, Palette, Type};

/// What became of one chance; told by shape, not by colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointMark {
    /// ● caught in time.
    Met,
    /// ◐ caught late.
    Late,
    /// ○ not yet.
    NotYet,
    /// — never came up.
    NeverCameUp,
    /// A dotted ? : the words weren't understood.
    NotRecognised,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct PointRow<'a> {
    /// “让客户宣泄”.
    pub name: &'a str,
    /// One for each chance, in order.
    pub marks: &'a [PointMark],
    /// The words that earned it, or the customer's that asked for it.
    pub quote: &'a str,
    /// What the marks say in words, for the accessible name: “接住 2 次，还差一步 1 次”.
    pub spoken: &'a str,
    /// Whether this row is chosen.
    pub selected: bool,
}

impl PointRow<'_> {
    /// Draws it over the whole width, 48 high at normal text size.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let scale = theme::scale(ui);
        let size = vec2(ui.available_width(), 48.0 * scale);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| {
            let quote = if self.quote.is_empty() { String::new() } else { format!(". {}", self.quote) };
            let text = format!("{}: {}{quote}", self.name, self.spoken);
            WidgetInfo::selected(Role::Button, true, self.selected, text)
        });
        let painter = ui.painter();
        if self.selected || response.hovered() {
            painter.rect_filled(rect, theme::CONTROL_RADIUS, palette.accent_soft);
        }
        let y = rect.center().y;
        let name_room = (rect.width() * 0.34).min(224.0 * scale);
        let name = super::one_line(ui, self.name, Type::Body.font(ui), palette.ink, name_room);
        painter.galley(pos2(rect.left() + 8.0, y - name.size().y / 2.0), name, palette.ink);
        let mut x = rect.left() + name_room + 24.0;
        for mark in self.marks {
            paint_mark(painter, pos2(x, y), 7.0 * scale.min(1.2), *mark, palette);
            x += 20.0 * scale.min(1.2);
        }
        let left = x.max(rect.left() + name_room + 88.0 * scale) + 8.0;
        let room = rect.right() - 8.0 - left;
        if room > 40.0 {
            let quote = super::one_line(ui, self.quote, Type::Note.font(ui), palette.secondary, room);
            painter.galley(pos2(left, y - quote.size().y / 2.0), quote, palette.secondary);
        }
        response
    }
}

/// Paints one mark; usable in legends and tables too.
pub fn paint_mark(painter: &Painter, at: Pos2, radius: f32, mark: PointMark, palette: &Palette) {
    let ink = palette.ink;
    let edge = Stroke::new(1.8, ink);
    match mark {
        PointMark::Met => {
            painter.circle_filled(at, radius, ink);
        }
        PointMark::Late => {
            let half = (0..=24).map(|step| {
                let angle = std::f32::consts::PI * (0.5 + step as f32 / 24.0);
                at + radius * vec2(angle.cos(), angle.sin())
            });
            painter.add(Shape::convex_polygon(half.collect(), ink, Stroke::NONE));
            painter.circle_stroke(at, radius - 0.9, edge);
        }
        PointMark::NotYet => {
            painter.circle_stroke(at, radius - 0.9, edge);
        }
        PointMark::NeverCameUp => {
            let reach = vec2(radius * 0.8, 0.0);
            painter.line_segment([at - reach, at + reach], Stroke::new(2.0, palette.secondary));
        }
        PointMark::NotRecognised => {
            let ring: Vec<Pos2> = (0..=32)
                .map(|step| {
                    let angle = std::f32::consts::TAU * step as f32 / 32.0;
                    at + (radius - 0.5) * vec2(angle.cos(), angle.sin())
                })
                .collect();
            painter.extend(Shape::dotted_line(&ring, palette.secondary, radius * 0.62, 1.1));
            question(painter, Rect::from_center_size(at, vec2(radius, radius * 1.2)), palette);
        }
    }
}

/// A question mark drawn to fit, so that it doesn't depend on a face's figure.
fn question(painter: &Painter, rect: Rect, palette: &Palette) {
    let stroke = Stroke::new(1.6, palette.ink);
    let (centre, reach) = (pos2(rect.center().x, rect.top() + rect.height() * 0.3), rect.width() * 0.3);
    let mut hook: Vec<Pos2> = (0..=14)
        .map(|step| {
            let angle = std::f32::consts::PI * (1.0 + 1.45 * step as f32 / 14.0);
            centre + reach * vec2(angle.cos(), angle.sin())
        })
        .collect();
    hook.push(pos2(rect.center().x, rect.top() + rect.height() * 0.72));
    painter.line(hook, egui::epaint::PathStroke::new(stroke.width, stroke.color));
    painter.circle_filled(pos2(rect.center().x, rect.bottom()), 1.1, palette.ink);
}
