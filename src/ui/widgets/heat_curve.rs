//! Heat and trust over the talk, with the way that would have worked. Never without words: each dot has a sentence.

use egui::{
    Align2, Color32, CornerRadius, Key, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::ui::theme::{self, Type};

/// One moment of the talk.
#[derive(Debug, Clone, Copy)]
pub struct CurvePoint<'a> {
    /// 0–100 after this turn.
    pub heat: f32,
    /// 0–100 after this turn.
    pub trust: f32,
    /// Whether the door was open.
    pub open: bool,
    /// “58→44：‘…’说出了原因”.
    pub sentence: &'a str,
}

/// The curve of a talk.
#[derive(Debug, Clone, Copy)]
pub struct HeatCurve<'a> {
    /// In order; the first is the start.
    pub points: &'a [CurvePoint<'a>],
    /// Heat on a way that works, where it is to be shown.
    pub ghost: &'a [f32],
    /// “火气”, at the right end of the line.
    pub heat: &'a str,
    /// “信任”.
    pub trust: &'a str,
    /// “一条走得通的路”.
    pub way: &'a str,
    /// “门关着”, in the band.
    pub shut: &'a str,
    /// Height in points.
    pub height: f32,
}

impl HeatCurve<'_> {
    /// Draws it over the whole width. ←→, Home, End and clicks change `selected`; the response is then `changed()`.
    pub fn show(self, ui: &mut Ui, selected: &mut usize) -> Response {
        let palette = theme::palette(ui);
        let (rect, mut response) = ui.allocate_exact_size(vec2(ui.available_width(), self.height), Sense::click());
        let last = self.points.len().saturating_sub(1);
        *selected = (*selected).min(last);
        let small = Type::Small.line(ui);
        let names = [self.heat, self.trust, if self.ghost.is_empty() { "" } else { self.way }];
        let right_room = names
            .map(|name| ui.painter().layout_no_wrap(name.to_owned(), Type::Small.font(ui), palette.ink).size().x + 20.0)
            .into_iter()
            .fold(0.0, f32::max)
            .min(rect.width() * 0.3);
        let plot = Rect::from_min_max(rect.min + vec2(28.0, 10.0), rect.max - vec2(right_room, small + 6.0));
        let x = |index: usize| plot.left() + plot.width() * index as f32 / last.max(1) as f32;
        self.steer(ui, &mut response, selected, &|at| nearest(self.points.len(), at.x, &x));
        response.widget_info(|| {
            let sentence = self.points.get(*selected).map_or("", |point| point.sentence);
            let label = format!("{}, {}/{}: {sentence}", self.heat, *selected, last);
            WidgetInfo {
                value: self.points.get(*selected).map(|p| f64::from(p.heat)),
                ..WidgetInfo::labeled(Role::Slider, true, label)
            }
        });
        let place = |index: usize, value: f32| {
            pos2(x(index), egui::remap_clamp(value, 0.0..=100.0, plot.bottom()..=plot.top()))
        };
        let painter = ui.painter();
        self.band(ui, plot, &x);
        for value in [0.0, 50.0, 100.0] {
            let y = place(0, value).y;
            painter.hline(plot.x_range(), y, Stroke::new(1.0, palette.line));
            painter.text(
                pos2(plot.left() - 8.0, y),
                Align2::RIGHT_CENTER,
                format!("{value:.0}"),
                Type::Small.font(ui),
                palette.secondary,
            );
        }
        for index in 0..self.points.len() {
            let at = pos2(x(index), plot.bottom() + 4.0);
            painter.text(at, Align2::CENTER_TOP, index.to_string(), Type::Small.font(ui), palette.secondary);
        }
        let trust: Vec<Pos2> = self.points.iter().enumerate().map(|(i, p)| place(i, p.trust)).collect();
        let heat: Vec<Pos2> = self.points.iter().enumerate().map(|(i, p)| place(i, p.heat)).collect();
        let ghost: Vec<Pos2> =
            self.ghost.iter().take(self.points.len()).enumerate().map(|(i, h)| place(i, *h)).collect();
        painter.extend(Shape::dotted_line(&ghost, palette.secondary, 5.0, 1.3));
        painter.extend(Shape::dashed_line(&trust, Stroke::new(1.8, palette.secondary), 7.0, 4.0));
        painter.line(heat.clone(), egui::epaint::PathStroke::new(2.5, palette.ink));
        for (index, (at, point)) in heat.iter().zip(self.points).enumerate() {
            let radius = if index == *selected { 7.5 } else { 5.0 };
            painter.circle_filled(*at, radius + 1.5, palette.card);
            painter.circle_filled(*at, radius, palette.heat(point.heat));
            if index == *selected {
                painter.circle_stroke(*at, radius + 2.5, Stroke::new(2.0, palette.ink));
            }
        }
        let ends = [
            (self.heat, heat.last(), palette.ink),
            (self.trust, trust.last(), palette.secondary),
            (self.way, ghost.last(), palette.secondary),
        ];
        label_ends(ui, painter, plot.right() + 12.0, rect.right(), &ends);
        response
    }

    fn steer(&self, ui: &Ui, response: &mut Response, selected: &mut usize, at: &dyn Fn(Pos2) -> usize) {
        let last = self.points.len().saturating_sub(1);
        let before = *selected;
        if response.clicked()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            *selected = at(pointer);
            response.request_focus();
        }
        if response.has_focus() {
            // Keeps ←→ here instead of moving the focus on.
            let filter = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            ui.input(|input| {
                if input.key_pressed(Key::ArrowRight) {
                    *selected = (*selected + 1).min(last);
                }
                if input.key_pressed(Key::ArrowLeft) {
                    *selected = selected.saturating_sub(1);
                }
                if input.key_pressed(Key::Home) {
                    *selected = 0;
                }
                if input.key_pressed(Key::End) {
                    *selected = last;
                }
            });
        }
        if *selected != before {
            response.mark_changed();
        }
    }

    /// Where the door was shut, as a tinted band with its word.
    fn band(&self, ui: &Ui, plot: Rect, x: &dyn Fn(usize) -> f32) {
        let palette = theme::palette(ui);
        let half = if self.points.len() > 1 { (x(1) - x(0)) / 2.0 } else { plot.width() / 2.0 };
        let mut index = 0;
        while index < self.points.len() {
            let run = self.points[index..].iter().take_while(|point| !point.open).count();
            if run > 0 {
                let left = (x(index) - half).max(plot.left());
                let right = (x(index + run - 1) + half).min(plot.right());
                let band = Rect::from_x_y_ranges(left..=right, plot.y_range());
                ui.painter().rect_filled(band, CornerRadius::same(4), theme::mix(palette.card, palette.line, 0.55));
                if band.width() > 64.0 {
                    let at = band.left_top() + vec2(8.0, 4.0);
                    ui.painter().text(at, Align2::LEFT_TOP, self.shut, Type::Small.font(ui), palette.secondary);
                }
            }
            index += run.max(1);
        }
    }
}

fn nearest(count: usize, at: f32, x: &dyn Fn(usize) -> f32) -> usize {
    (0..count).min_by(|a, b| (x(*a) - at).abs().total_cmp(&(x(*b) - at).abs())).unwrap_or(0)
}

/// Names at the lines' right ends, pushed apart where they would overlap.
fn label_ends(ui: &Ui, painter: &Painter, left: f32, right: f32, ends: &[(&str, Option<&Pos2>, Color32)]) {
    let step = Type::Small.line(ui);
    let mut labels: Vec<(f32, &str, Color32)> =
        ends.iter().filter_map(|(text, at, colour)| at.map(|at| (at.y, *text, *colour))).collect();
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut lowest = f32::MIN;
    for (y, text, colour) in labels {
        let y = y.max(lowest + step);
        lowest = y;
        let galley = super::one_line(ui, text, Type::Small.font(ui), colour, right - left);
        painter.galley(pos2(left, y - galley.size().y / 2.0), galley, colour);
    }
}
