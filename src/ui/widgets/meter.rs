//! A bar for heat or trust with the words that moved it. Never jumps: it slides, unless motion is reduced.

use egui::{Align2, CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{self, Type};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeterKind {
    /// Heat: coloured by step, with the door's mark at 50.
    Heat,
    /// Trust: plain ink.
    Trust,
}

/// A meter of 0–100.
#[derive(Debug, Clone, Copy)]
pub struct Meter<'a> {
    /// What.
    pub kind: MeterKind,
    /// “火气”.
    pub label: &'a str,
    /// The word for the value: “恼火”; may be empty.
    pub word: &'a str,
    /// 0–100.
    pub value: f32,
    /// Whether the number is shown.
    pub number: bool,
    /// What moved it last: “‘小问题’ +8”.
    pub cause: Option<&'a str>,
}

impl Meter<'_> {
    /// Draws it over the whole width.
    pub fn show(self, ui: &mut Ui) -> Response {
        let palette = theme::palette(ui);
        let (line, small) = (Type::Note.line(ui), Type::Small.line(ui));
        let height = line + 12.0 + if self.cause.is_some() { small + 2.0 } else { 0.0 };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let value = self.value.clamp(0.0, 100.0);
        response.widget_info(|| {
            let cause = self.cause.map(|cause| format!(", {cause}")).unwrap_or_default();
            let number = if self.number { format!(" {value:.0}/100") } else { String::new() };
            WidgetInfo {
                value: Some(f64::from(value)),
                ..WidgetInfo::labeled(Role::Meter, true, format!("{} {}{number}{cause}", self.label, self.word))
            }
        });
        let time = if theme::reduced_motion(ui) { 0.0 } else { 0.48 };
        let at = ui.ctx().animate_value_with_time(response.id, value, time);
        let painter = ui.painter();
        let middle = rect.top() + line / 2.0;
        painter.text(
            pos2(rect.left(), middle),
            Align2::LEFT_CENTER,
            self.label,
            Type::Note.font(ui),
            palette.secondary,
        );
        let mut right = rect.right();
        if self.number {
            let number = painter.text(
                pos2(right, middle),
                Align2::RIGHT_CENTER,
                format!("{value:.0}"),
                Type::Note.bold(ui),
                palette.ink,
            );
            right = number.left() - 8.0;
        }
        painter.text(pos2(right, middle), Align2::RIGHT_CENTER, self.word, Type::Note.font(ui), palette.ink);
        let track = Rect::from_min_size(pos2(rect.left(), rect.top() + line + 2.0), vec2(rect.width(), 8.0));
        let round = CornerRadius::same(4);
        painter.rect_filled(track, round, palette.line);
        let colour = match self.kind {
            MeterKind::Heat => palette.heat_blend(at),
            MeterKind::Trust => palette.secondary,
        };
        let width = (track.width() * at / 100.0).max(8.0);
        painter.rect_filled(Rect::from_min_size(track.min, vec2(width, 8.0)), round, colour);
        if self.kind == MeterKind::Heat {
            let x = track.center().x;
            painter.vline(x, (track.top() - 2.0)..=(track.bottom() + 2.0), egui::Stroke::new(2.0, palette.card));
            painter.vline(x, (track.top() - 2.0)..=(track.bottom() + 2.0), egui::Stroke::new(1.0, palette.secondary));
        }
        if let Some(cause) = self.cause {
            let text = super::one_line(ui, cause, Type::Small.font(ui), palette.secondary, rect.width());
            ui.painter().galley(pos2(rect.left(), track.bottom() + 4.0), text, palette.secondary);
        }
        response
    }
}
