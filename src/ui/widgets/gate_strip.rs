//! The strip that says which side is open: feeling | a drawn door | issue. Never a lock, a glow or a score.

use egui::{
    Align2, Color32, CornerRadius, Painter, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::ui::theme::{self, Palette, Type};

/// What the strip shows.
#[derive(Debug, Clone, Copy)]
pub struct GateStrip<'a> {
    /// “心情”.
    pub feeling: &'a str,
    /// “恼火”.
    pub word: &'a str,
    /// 0–100.
    pub heat: f32,
    /// Whether the number is shown (coached).
    pub number: bool,
    /// “事情”.
    pub issue: &'a str,
    /// “谈妥 0/3”.
    pub settled: &'a str,
    /// 0 shut, 1 open; swings over 600 ms.
    pub open: bool,
    /// A word for the door: “门关着”.
    pub door: &'a str,
    /// Told the first two times: “先让对方觉得被听见”.
    pub caption: Option<&'a str>,
}

impl GateStrip<'_> {
    /// Draws it over the whole width, 40 high at normal text size.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let height = (40.0 * theme::scale(ui)).round();
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| {
            let number = if self.number { format!(" {:.0}", self.heat) } else { String::new() };
            let caption = self.caption.map(|c| format!(". {c}")).unwrap_or_default();
            let text = format!(
                "{} {}{number}. {}. {} {}{caption}",
                self.feeling, self.word, self.door, self.issue, self.settled
            );
            WidgetInfo::labeled(Role::Status, true, text)
        });
        let still = theme::reduced_motion(ui);
        let target = if self.open { 1.0 } else { 0.0 };
        let open = ui.ctx().animate_value_with_time(response.id.with("door"), target, if still { 0.0 } else { 0.6 });
        let heat =
            ui.ctx().animate_value_with_time(response.id.with("heat"), self.heat, if still { 0.0 } else { 0.48 });
        let painter = ui.painter();
        let corners = CornerRadius::same(theme::CONTROL_RADIUS);
        painter.rect(rect, corners, palette.card, Stroke::new(1.0, palette.line), StrokeKind::Inside);
        let door = Rect::from_center_size(rect.center(), vec2(24.0, 32.0_f32.min(height - 6.0)));
        paint_door(painter, door, open, palette);
        self.feeling_side(ui, Rect::from_min_max(rect.min, pos2(door.left() - 16.0, rect.bottom())), heat);
        self.issue_side(ui, Rect::from_min_max(pos2(door.right() + 16.0, rect.top()), rect.max), open);
        response
    }

    fn feeling_side(&self, ui: &Ui, rect: Rect, heat: f32) {
        let palette = theme::palette(ui);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let y = rect.center().y;
        let font = Type::Note.font(ui);
        let label =
            painter.text(pos2(rect.left() + 16.0, y), Align2::LEFT_CENTER, self.feeling, font, palette.secondary);
        let dot = pos2(label.right() + 14.0, y);
        painter.circle_filled(dot, 5.0, palette.heat_blend(heat));
        let word =
            painter.text(pos2(dot.x + 11.0, y), Align2::LEFT_CENTER, self.word, Type::Note.bold(ui), palette.ink);
        let track_left = word.right() + 16.0;
        let mut right = rect.right();
        if self.number {
            let text = format!("{:.0}", self.heat);
            let number = painter.text(pos2(right, y), Align2::RIGHT_CENTER, text, Type::Note.bold(ui), palette.ink);
            right = number.left() - 10.0;
        }
        if right - track_left >= 48.0 {
            let track = Rect::from_min_max(pos2(track_left.max(right - 160.0), y - 3.0), pos2(right, y + 3.0));
            painter.rect_filled(track, CornerRadius::same(3), palette.line);
            let filled = Rect::from_min_size(track.min, vec2((track.width() * heat / 100.0).max(6.0), 6.0));
            painter.rect_filled(filled, CornerRadius::same(3), palette.heat_blend(heat));
            painter.vline(track.center().x, (y - 7.0)..=(y + 7.0), Stroke::new(1.5, palette.secondary));
        }
    }

    fn issue_side(&self, ui: &Ui, rect: Rect, open: f32) {
        let palette = theme::palette(ui);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let y = rect.center().y;
        let ink = theme::mix(palette.secondary, palette.ink, open);
        let font = Type::Note.font(ui);
        let label =
            painter.text(pos2(rect.left(), y), Align2::LEFT_CENTER, self.issue, font.clone(), palette.secondary);
        let weight = if open > 0.5 { Type::Note.bold(ui) } else { font };
        let settled = painter.text(pos2(label.right() + 10.0, y), Align2::LEFT_CENTER, self.settled, weight, ink);
        if let Some(caption) = self.caption {
            let room = rect.right() - 16.0 - settled.right() - 16.0;
            if room > 40.0 {
                let mut job = egui::text::LayoutJob::single_section(
                    caption.to_owned(),
                    Type::Small.format(ui, palette.secondary),
                );
                job.wrap = egui::text::TextWrapping { max_width: room, max_rows: 2, ..Default::default() };
                job.halign = egui::Align::RIGHT;
                let text = ui.painter().layout_job(job);
                let at = pos2(rect.right() - 16.0, y - text.size().y / 2.0);
                painter.galley(at, text, palette.secondary);
            }
        }
    }
}

/// A door of 24×32 in its frame; `open` 0–1 swings the leaf towards the viewer and lets the room behind show.
pub fn paint_door(painter: &Painter, rect: Rect, open: f32, palette: &Palette) {
    let frame = Stroke::new(1.5, palette.secondary);
    let inside = rect.shrink2(vec2(2.0, 2.0)).with_max_y(rect.bottom());
    let room = if palette.dark { theme::mix(palette.card, palette.caution, 0.28) } else { palette.caution_soft };
    painter.rect_filled(inside, CornerRadius::ZERO, theme::mix(palette.back, room, open));
    painter.line(
        vec![rect.left_bottom(), rect.left_top(), rect.right_top(), rect.right_bottom()],
        egui::epaint::PathStroke::new(frame.width, frame.color),
    );
    // The leaf turns on its left edge: seen from the front it gets narrower and its free edge longer.
    let angle = open.clamp(0.0, 1.0) * 1.22;
    let width = inside.width() * angle.cos();
    let grows = angle.sin() * 3.5;
    let (left, right) = (inside.left(), inside.left() + width);
    let leaf = vec![
        pos2(left, inside.top()),
        pos2(right, inside.top() - grows * 0.3),
        pos2(right, inside.bottom() + grows),
        pos2(left, inside.bottom()),
    ];
    let wood = theme::mix(palette.control_edge, palette.card, if open > 0.5 { 0.25 } else { 0.45 });
    let edge: Color32 = palette.secondary;
    painter.add(Shape::convex_polygon(leaf, wood, Stroke::new(1.0, edge)));
    let knob = pos2(right - (3.5 * angle.cos()).max(1.2), inside.center().y + 2.0);
    painter.circle_filled(knob, 1.5, palette.ink);
    painter.hline((rect.left() - 4.0)..=(rect.right() + 4.0), rect.bottom(), Stroke::new(1.0, palette.control_edge));
}
