//! The score as what it is: a stretch with unsure ends on a line of 0–100. Never one bare number.

use egui::{
    Align2, Color32, CornerRadius, Mesh, Painter, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::ui::theme::{self, Type};

/// A score with its span, and what to hold it against.
#[derive(Debug, Clone, Copy)]
pub struct ScoreSegment<'a> {
    /// 0–100.
    pub score: f32,
    /// The least it may be.
    pub low: f32,
    /// The most it may be.
    pub high: f32,
    /// The aim, 80, and its label.
    pub aim: (f32, &'a str),
    /// What picking at random gets, and its label: “随机选约 31”.
    pub chance: Option<(f32, &'a str)>,
    /// The whole in words, for the accessible name.
    pub spoken: &'a str,
}

impl ScoreSegment<'_> {
    /// Draws it over the whole width, 64 high at normal text size.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let small = Type::Small.line(ui);
        let height = 28.0 + 2.0 * small;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, self.spoken));
        let painter = ui.painter();
        let y = rect.top() + small + 14.0;
        let x = |value: f32| egui::lerp((rect.left() + 8.0)..=(rect.right() - 8.0), value.clamp(0.0, 100.0) / 100.0);
        painter.line_segment([pos2(x(0.0), y), pos2(x(100.0), y)], Stroke::new(2.0, palette.line));
        for value in [0.0, 20.0, 40.0, 60.0, 80.0, 100.0] {
            painter.vline(x(value), (y - 3.0)..=(y + 3.0), Stroke::new(1.0, palette.control_edge));
        }
        stretch(painter, x(self.low), x(self.high), y, palette.accent);
        painter.circle_filled(pos2(x(self.score), y), 6.0, palette.accent);
        painter.circle_stroke(pos2(x(self.score), y), 7.0, Stroke::new(2.0, palette.card));
        let font = Type::Small.font(ui);
        let (aim, label) = self.aim;
        painter.vline(x(aim), (y - 11.0)..=(y + 5.0), Stroke::new(1.5, palette.ink));
        let at = pos2(x(aim), y - 12.0);
        painter.text(at, Align2::CENTER_BOTTOM, label, font.clone(), palette.ink);
        if let Some((chance, label)) = self.chance {
            painter.extend(Shape::dashed_line(
                &[pos2(x(chance), y - 5.0), pos2(x(chance), y + 11.0)],
                Stroke::new(1.5, palette.secondary),
                3.0,
                2.0,
            ));
            painter.text(pos2(x(chance), y + 12.0), Align2::CENTER_TOP, label, font, palette.secondary);
        }
        response
    }
}

/// A thick line whose ends fade: the ends are where it is unsure.
fn stretch(painter: &Painter, left: f32, right: f32, y: f32, colour: Color32) {
    let (tall, fade) = (5.0, 10.0);
    let core = Rect::from_min_max(pos2(left, y - tall), pos2(right, y + tall));
    let strong = colour.gamma_multiply(0.55);
    painter.rect_filled(core, CornerRadius::ZERO, strong);
    let mut mesh = Mesh::default();
    for (inner, outer) in [(left, left - fade), (right, right + fade)] {
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(0);
        for (x, shade) in [(inner, strong), (outer, Color32::TRANSPARENT)] {
            mesh.colored_vertex(pos2(x, y - tall), shade);
            mesh.colored_vertex(pos2(x, y + tall), shade);
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    painter.add(Shape::mesh(mesh));
}
