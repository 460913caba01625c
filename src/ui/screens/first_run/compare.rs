//! The same fix after either sentence, side by side: the whole idea in one look. Never says which was right.

use egui::{Align, Layout, Sense, Ui, vec2};

use super::{FirstCx, TEMPERAMENT, visitor};
use crate::ui::action::{Action, Route};
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{Bubble, FaceView, Who, button, card, gate_strip};
use crate::ui::{live, reveal};

/// Milliseconds at which the last thing has appeared.
pub const LAST: f32 = 5200.0;

/// One side.
struct Side<'a> {
    label: &'a str,
    answer: &'a str,
    door: &'a str,
    caption: &'a str,
    heat: f32,
    trust: f32,
    open: bool,
    /// Milliseconds at which she answers.
    starts: f32,
}

/// Draws both sides, then the lesson and the two ways on.
pub fn show(ui: &mut Ui, cx: FirstCx<'_>, millis: f32, focus_next: &mut bool, asked: &mut Vec<Action>) {
    let words = cx.words();
    let sides = [
        Side {
            label: &words.once_fixed,
            answer: &words.fix_shut,
            door: &words.door_shut,
            caption: &words.caption_shut,
            heat: 90.0,
            trust: 12.0,
            open: false,
            starts: 900.0,
        },
        Side {
            label: &words.once_felt,
            answer: &words.fix_open,
            door: &words.door_open,
            caption: &words.caption_open,
            heat: 24.0,
            trust: 70.0,
            open: true,
            starts: 2600.0,
        },
    ];
    let room = ui.available_width();
    let stacked = room < 620.0 * theme::scale(ui).min(1.15);
    if stacked {
        for side in &sides {
            one(ui, cx, side, millis, room);
        }
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 24.0;
            for side in &sides {
                one(ui, cx, side, millis, (room - 24.0) / 2.0);
            }
        });
    }
    ui.add_space(8.0);
    if millis >= LAST - 400.0 {
        ui.vertical_centered(|ui| {
            let lesson = Type::Title.strong(ui, &words.lesson);
            ui.add(egui::Label::new(lesson).wrap());
        });
        ui.add_space(4.0);
        ways_on(ui, cx, focus_next, asked);
        live::say(ui, &words.lesson);
    }
    ui.add_space(8.0);
}

fn one(ui: &mut Ui, cx: FirstCx<'_>, side: &Side<'_>, millis: f32, width: f32) {
    let words = cx.words();
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        card::show(ui, |ui| {
            let elapsed = millis - side.starts;
            let answered = elapsed >= 0.0;
            // Both look alike until she answers; then the same words meet two different people.
            let (heat, trust) = if answered {
                (side.heat, side.trust)
            } else if side.open {
                (44.0, 58.0)
            } else {
                (86.0, 18.0)
            };
            let name = cx.cx.text.face_name(&words.customer, heat, visitor().prop);
            ui.vertical_centered(|ui| {
                let label = Type::Body.strong(ui, side.label);
                ui.label(label);
                let face = FaceView {
                    face: &visitor(),
                    temperament: TEMPERAMENT,
                    heat,
                    trust,
                    talking: answered && elapsed < reveal::duration(side.answer),
                    name: &name,
                    size: face_side(ui),
                    on: theme::palette(ui).card,
                };
                face.show(ui);
            });
            Bubble::new(Who::Own, &words.you, &words.fix).show(ui);
            let shown = if answered { reveal::shown(side.answer, elapsed) } else { 0 };
            Bubble::new(Who::Customer, &words.customer, side.answer).shown(shown).show(ui);
            door(ui, side, answered);
        });
    });
}

/// As large as lets the lesson and both buttons stay in view at 688 points of height.
fn face_side(ui: &Ui) -> f32 {
    // Where the columns are narrow the sentences take a line more.
    let lines = if ui.available_width() < 450.0 * theme::scale(ui) { 52.0 } else { 0.0 };
    let others = (388.0 + lines) * theme::scale(ui) + 64.0;
    (ui.ctx().content_rect().height() - others).clamp(112.0, 240.0)
}

fn door(ui: &mut Ui, side: &Side<'_>, answered: bool) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(40.0, 40.0), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, side.door));
        let open = if side.open && answered { 1.0 } else { 0.0 };
        let time = if theme::reduced_motion(ui) { 0.0 } else { 0.6 };
        let swing = ui.ctx().animate_value_with_time(response.id, open, time);
        gate_strip::paint_door(
            ui.painter(),
            egui::Rect::from_center_size(rect.center(), vec2(24.0, 32.0)),
            swing,
            palette,
        );
        let text = if answered { format!("{} · {}", side.door, side.caption) } else { String::new() };
        let text = Type::Note.text(ui, text).color(palette.secondary);
        ui.add(egui::Label::new(text).wrap());
    });
}

fn ways_on(ui: &mut Ui, cx: FirstCx<'_>, focus_next: &mut bool, asked: &mut Vec<Action>) {
    let words = cx.words();
    let labels = [words.practise.as_str(), words.look_around.as_str()];
    let wide: f32 = labels
        .iter()
        .map(|label| {
            ui.painter().layout_no_wrap((*label).to_owned(), Type::Body.bold(ui), theme::palette(ui).ink).size().x
                + 40.0
        })
        .sum();
    ui.horizontal(|ui| {
        ui.add_space(((ui.available_width() - wide) / 2.0).max(0.0));
        let practise = button::primary(ui, labels[0]);
        if std::mem::take(focus_next) {
            practise.request_focus();
        }
        if practise.clicked() {
            asked.push(cx.practise());
        }
        if button::quiet(ui, labels[1]).clicked() {
            asked.push(Action::Go(Route::Library));
        }
    });
}
