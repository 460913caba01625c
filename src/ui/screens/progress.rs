//! Progress: the nine points over time and the history. Picked and typed are never averaged together.

use egui::{Painter, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::today::day;
use crate::learning::{PointProgress, Way};
use crate::rubric::{KeyPoint, PointState};
use crate::ui::action::{Action, Route};
use crate::ui::cx::Cx;
use crate::ui::shelf::Shelf;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Palette, Type};
use crate::ui::widgets::{PointMark, button, card, point_row};

/// Fewer than this say little.
const FEW: u32 = 3;
/// Marks shown a point, the newest last.
const SHOWN: usize = 24;

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, shelf: &Shelf) -> Vec<Action> {
    let mut actions = Vec::new();
    let words = &cx.text.progress;
    ScrollArea::vertical().id_salt("progress").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(1104.0 * theme::scale(ui));
        ui.spacing_mut().item_spacing.y = 16.0;
        ui.label(Type::Title.strong(ui, words.title.as_str()));
        if shelf.heads.is_empty() {
            ui.label(Type::Body.text(ui, words.nothing.as_str()).color(theme::palette(ui).secondary));
            if button::primary(ui, &cx.text.today.look).clicked() {
                actions.push(Action::Go(Route::Library));
            }
            return;
        }
        card::titled(ui, &words.points, |ui| {
            ui.label(Type::Small.text(ui, words.legend.as_str()).color(theme::palette(ui).secondary));
            for (point, so_far) in KeyPoint::ALL.into_iter().zip(&shelf.progress.points) {
                point_line(ui, cx, point, so_far);
            }
        });
        card::titled(ui, &words.history, |ui| history(ui, cx, shelf, &mut actions));
        ui.add_space(24.0);
    });
    actions
}

fn point_line(ui: &mut Ui, cx: &Cx<'_>, point: KeyPoint, so_far: &PointProgress) {
    let words = &cx.text.progress;
    let palette = theme::palette(ui);
    let scale = theme::scale(ui);
    let name = point.name();
    let name = name.get(cx.lang);
    ui.horizontal(|ui| {
        ui.allocate_ui(vec2(200.0 * scale, 32.0 * scale), |ui| {
            ui.set_width(200.0 * scale);
            ui.label(Type::Body.text(ui, name));
        });
        let width = (SHOWN as f32 * 16.0).min(ui.available_width() * 0.5);
        let (rect, response) = ui.allocate_exact_size(vec2(width, 32.0 * scale), Sense::hover());
        let mut lines = Vec::new();
        for way in Way::ALL {
            let counts = so_far.counts(way);
            if counts.n() == 0 {
                continue;
            }
            let few = if counts.n() < FEW { format!(" · {}", words.few) } else { String::new() };
            let line = fill(
                &words.caught,
                &[("way", way_word(cx, way)), ("met", &counts.met.to_string()), ("n", &counts.n().to_string())],
            );
            lines.push(format!("{line}{few}"));
        }
        let spoken = if lines.is_empty() { cx.text.debrief.never.clone() } else { lines.join(" · ") };
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, format!("{name}: {spoken}")));
        marks(ui.painter(), rect, so_far, palette);
        ui.add(egui::Label::new(Type::Note.text(ui, spoken).color(palette.secondary)).wrap());
    });
}

/// One mark an attempt, oldest first; typed ones stand on a line.
fn marks(painter: &Painter, rect: Rect, so_far: &PointProgress, palette: &Palette) {
    let fit = ((rect.width() / 16.0) as usize).max(1);
    let from = so_far.seen.len().saturating_sub(fit);
    for (at, seen) in so_far.seen[from..].iter().enumerate() {
        let centre = pos2(rect.left() + 8.0 + at as f32 * 16.0, rect.center().y);
        point_row::paint_mark(painter, centre, 5.0, shape(seen.state), palette);
        if seen.way != Way::Picked {
            let y = centre.y + 10.0;
            painter.line_segment([pos2(centre.x - 5.0, y), pos2(centre.x + 5.0, y)], (1.5, palette.secondary));
        }
    }
}

fn shape(state: PointState) -> PointMark {
    match state {
        PointState::Met => PointMark::Met,
        PointState::Late => PointMark::Late,
        PointState::NotYet => PointMark::NotYet,
        PointState::NotRecognised => PointMark::NotRecognised,
        PointState::NeverCameUp => PointMark::NeverCameUp,
    }
}

fn way_word<'w>(cx: &Cx<'w>, way: Way) -> &'w str {
    match way {
        Way::Picked => &cx.text.progress.picked,
        Way::Typed => &cx.text.progress.typed,
        Way::Mixed => &cx.text.progress.mixed,
    }
}

fn history(ui: &mut Ui, cx: &Cx<'_>, shelf: &Shelf, actions: &mut Vec<Action>) {
    let words = &cx.text.progress;
    let palette = theme::palette(ui);
    for head in shelf.heads.iter().rev() {
        let title =
            shelf.scene(&head.header.scenario).map_or(head.header.scenario.as_str(), |scene| scene.title.get(cx.lang));
        let way = way_word(cx, Way::of(&head.result));
        let sealed = head.header.mode == crate::session::Mode::Exam;
        let score = match (head.result.score, head.result.range) {
            _ if sealed => cx.text.debrief.sealed.clone(),
            (Some(score), Some((low, high))) if format!("{low:.0}") == format!("{high:.0}") => format!("{score:.0}"),
            (Some(score), Some((low, high))) => fill(
                &words.scored,
                &[("score", &format!("{score:.0}")), ("low", &format!("{low:.0}")), ("high", &format!("{high:.0}"))],
            ),
            _ => words.unscored.clone(),
        };
        ui.horizontal_wrapped(|ui| {
            ui.label(Type::Note.text(ui, day(&head.header.started)).color(palette.secondary));
            ui.label(Type::Body.text(ui, title));
            ui.label(Type::Note.text(ui, format!("{score} · {way}")).color(palette.secondary));
            let name = format!("{}: {title}, {}", words.open, day(&head.header.started));
            let open = button::quiet(ui, &words.open);
            open.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name.as_str()));
            if open.clicked() {
                actions.push(Action::Go(Route::Debrief(Some(head.header.id.clone()))));
            }
        });
    }
}
