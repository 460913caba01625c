//! The header: leave, where the talk stands, the round, hint and notes. Never shows a score.

use egui::{Align, CornerRadius, Label, Layout, Rect, Stroke, Ui, UiBuilder, pos2};

use super::transcript::Transcript;
use crate::session::{Mode, Session};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::button::{self, Weight};

/// What the header offers and what was pressed.
#[derive(Debug, Default)]
pub(super) struct Pressed {
    pub leave: bool,
    pub hint: bool,
    pub notes: bool,
    /// The first control, for the keyboard.
    pub first: Option<egui::Id>,
}

/// What can be asked for now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offer {
    /// How much the notes hold, where they are behind a button.
    pub notes: Option<(usize, usize)>,
    pub hint: bool,
    /// Space shows all.
    pub hurry: bool,
}

/// Draws the header.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx,
    rect: Rect,
    session: &Session,
    transcript: &Transcript,
    offer: Offer,
) -> Pressed {
    let palette = theme::palette(ui);
    let words = &cx.text.practice;
    let exam = session.journal().header.mode == Mode::Exam;
    ui.painter().rect_filled(rect, 0, palette.card);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.line));
    if exam {
        let band = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + 4.0));
        ui.painter().rect_filled(band, CornerRadius::ZERO, palette.accent);
    }
    let mut pressed = Pressed::default();
    let inside = rect.shrink2(egui::vec2(12.0, 4.0));
    ui.scope_builder(UiBuilder::new().max_rect(inside).id_salt("header"), |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let leave = button::with_icon(ui, Weight::Quiet, icons::ARROW_BACK, &words.leave, true);
            pressed.first = Some(leave.id);
            pressed.leave = leave.clicked();
            ui.add_space(8.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                if offer.hurry {
                    ui.add_space(4.0);
                    faint(ui, &words.show_all);
                } else if !offer.hint {
                    ui.add_space(4.0);
                }
                if offer.hint {
                    let hint = button::with_icon(ui, Weight::Quiet, icons::LIGHTBULB, &words.hint, true);
                    pressed.hint =
                        hint.accessible_name(fill(&words.way_of, &[("n", "0"), ("text", &words.hint)])).clicked();
                }
                if let Some((facts, promises)) = offer.notes {
                    let values = [("n", facts.to_string()), ("m", promises.to_string())];
                    let text =
                        fill(&words.notes_button, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
                    pressed.notes = button::with_icon(ui, Weight::Quiet, icons::EDIT_NOTE, &text, true).clicked();
                }
                if session.state().assisted {
                    faint(ui, &words.assisted);
                }
                let round = fill(&cx.text.common.turn, &[("n", &transcript.round.to_string())]);
                faint(ui, &round);
                if exam {
                    let room = ui.available_width();
                    if room > 420.0 * theme::scale(ui) {
                        faint(ui, &cx.text.common.exam_band);
                        faint_icon(ui, icons::LOCK);
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| stages(ui, cx, session, transcript));
            });
        });
    });
    pressed
}

/// “前台 > 贵宾室”: where the talk was, and where it is.
fn stages(ui: &mut Ui, cx: &Cx, session: &Session, transcript: &Transcript) {
    let scenario = session.scenario();
    let name = |stage| scenario.stage(stage).name.get(cx.lang);
    let Some(now) = transcript.stage else { return };
    let before = transcript.stage_before.map(name).filter(|before| *before != name(now));
    let whole = ui.available_width();
    if let Some(before) = before.filter(|_| whole > 320.0 * theme::scale(ui)) {
        let before = Type::Note.text(ui, before).color(theme::palette(ui).secondary);
        ui.add(Label::new(before));
        faint_icon(ui, icons::CHEVRON_RIGHT);
    }
    let now = Type::Body.strong(ui, name(now));
    ui.add(Label::new(now).truncate());
}

fn faint(ui: &mut Ui, text: &str) {
    let text = Type::Note.text(ui, text).color(theme::palette(ui).secondary);
    ui.add(Label::new(text));
}

fn faint_icon(ui: &mut Ui, icon: char) {
    let size = 18.0 * theme::scale(ui);
    let (spot, _) = ui.allocate_exact_size(egui::vec2(size, size), egui::Sense::hover());
    let ink = theme::palette(ui).secondary;
    ui.painter().text(spot.center(), egui::Align2::CENTER_CENTER, icon, icons::font(size), ink);
}
