//! What one knows so far: facts heard, promises given, things seen, an own note. Never tells how much is still to find.

use egui::{Align, Layout, Rect, Response, ScrollArea, TextEdit, Ui, UiBuilder};

use super::transcript::Transcript;
use crate::session::{Event, Mode, Session, Standing};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{button, card};

/// Draws the notes into `rect`, beside the talk or `over` it; the response is the box for own notes.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx,
    (rect, over): (Rect, bool),
    session: &Session,
    transcript: &Transcript,
    note: &mut String,
    asked: &mut Vec<Action>,
) -> Response {
    let made = ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("notes"), |ui| {
        let frame = card::frame(ui);
        // Over the talk it needs to be told from what lies below.
        let frame = if over { frame.shadow(ui.visuals().window_shadow) } else { frame };
        frame
            .show(ui, |ui| {
                ui.set_min_size(rect.size() - egui::vec2(32.0, 32.0));
                ScrollArea::vertical()
                    .id_salt("notes scroll")
                    .auto_shrink(false)
                    .max_height(rect.height() - 32.0)
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = 4.0;
                        facts(ui, cx, session, transcript, asked);
                        ui.add_space(8.0);
                        promises(ui, cx, session, transcript);
                        if !transcript.clues.is_empty() {
                            ui.add_space(8.0);
                            clues(ui, cx, session, transcript);
                        }
                        ui.add_space(8.0);
                        own_note(ui, cx, note)
                    })
                    .inner
            })
            .inner
    });
    made.inner
}

/// How many facts and promises stand in the notes.
pub(super) fn counts(session: &Session, transcript: &Transcript) -> (usize, usize) {
    (transcript.facts.len() + transcript.clues.len(), session.state().promises.len())
}

fn facts(ui: &mut Ui, cx: &Cx, session: &Session, transcript: &Transcript, asked: &mut Vec<Action>) {
    let words = &cx.text.practice;
    heading(ui, &words.facts);
    if transcript.facts.is_empty() {
        faint(ui, &words.nothing_yet);
    }
    for (ix, round) in &transcript.facts {
        let Some(fact) = session.scenario().facts.get(ix.index()) else { continue };
        let noted = session.state().noted.contains(ix);
        let text = fact.text.get(cx.lang);
        ui.push_id(ix.index(), |ui| {
            row(ui, cx, text, *round, |ui| {
                if noted {
                    badge(ui, &words.noted);
                } else if !session.state().is_over() {
                    let name = fill(&words.way_of, &[("n", &words.note), ("text", text)]);
                    if button::quiet(ui, &words.note).accessible_name(name).clicked() {
                        asked.push(Action::Act(Event::Noted(fact.id.clone())));
                    }
                }
            });
        });
    }
}

fn promises(ui: &mut Ui, cx: &Cx, session: &Session, transcript: &Transcript) {
    let words = &cx.text.practice;
    let coached = session.journal().header.mode == Mode::Coached;
    heading(ui, &words.promises);
    if session.state().promises.is_empty() {
        faint(ui, &words.nothing_yet);
    }
    for promise in &session.state().promises {
        let known = promise.known.and_then(|ix| Some((ix, session.scenario().promises.get(ix.index())?)));
        let quote;
        let (text, round) = match known {
            Some((ix, known)) => {
                let round = transcript.promised.iter().find(|(other, _)| *other == ix).map_or(1, |(_, round)| *round);
                (known.text.get(cx.lang), round)
            }
            None => {
                let own = transcript.own_promises.iter().find(|(answer, _)| Some(*answer) == promise.answer);
                quote = own.map(|(_, words)| format!("“{words}”")).unwrap_or_default();
                (quote.as_str(), promise.answer.map_or(1, |answer| answer + 1))
            }
        };
        row(ui, cx, text, round, |ui| {
            match promise.standing {
                Standing::Kept => badge(ui, &words.kept),
                Standing::Broken => caution(ui, &words.broken),
                Standing::Made => {}
            }
            if coached && known.is_some_and(|(_, known)| !known.within_authority) {
                caution(ui, &words.beyond);
            }
        });
    }
}

fn clues(ui: &mut Ui, cx: &Cx, session: &Session, transcript: &Transcript) {
    heading(ui, &cx.text.practice.clues);
    let coached = session.journal().header.mode == Mode::Coached;
    for (ix, round) in &transcript.clues {
        let Some(clue) = session.scenario().clues.get(ix.index()) else { continue };
        let words = Type::Note.text(ui, clue.seen.get(cx.lang));
        ui.add(egui::Label::new(words).wrap());
        if coached {
            faint(ui, clue.means.get(cx.lang));
        }
        faint(ui, &fill(&cx.text.practice.row_round, &[("n", &round.to_string())]));
    }
}

fn own_note(ui: &mut Ui, cx: &Cx, note: &mut String) -> Response {
    let words = &cx.text.practice;
    heading(ui, &words.own_note);
    let hint = Type::Note.text(ui, &words.own_note_hint).color(theme::palette(ui).secondary);
    let edit = TextEdit::multiline(note)
        .id(super::note_id())
        .hint_text(hint)
        .font(Type::Note.font(ui))
        .desired_rows(2)
        .margin(egui::Margin::symmetric(10, 6))
        .event_filter(super::box_filter())
        .desired_width(f32::INFINITY);
    ui.add(edit).accessible_name(words.own_note.as_str())
}

/// A line with its round below and what can be done about it.
fn row(ui: &mut Ui, cx: &Cx, text: &str, round: u16, after: impl FnOnce(&mut Ui)) {
    let words = Type::Note.text(ui, text);
    ui.add(egui::Label::new(words).wrap());
    let height = Type::Small.line(ui).max(theme::TARGET);
    // The line and what belongs to it stand together.
    ui.add_space(-4.0);
    ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), height), Layout::left_to_right(Align::Center), |ui| {
        let round = fill(&cx.text.practice.row_round, &[("n", &round.to_string())]);
        faint(ui, &round);
        ui.with_layout(Layout::right_to_left(Align::Center), after);
    });
}

fn heading(ui: &mut Ui, text: &str) {
    let text = Type::Note.strong(ui, text);
    ui.label(text);
}

fn faint(ui: &mut Ui, text: &str) {
    let text = Type::Small.text(ui, text).color(theme::palette(ui).secondary);
    ui.add(egui::Label::new(text).wrap());
}

fn badge(ui: &mut Ui, text: &str) {
    let ink = theme::palette(ui).secondary;
    let icon = icons::text(icons::CHECK, 14.0 * theme::scale(ui)).color(ink);
    let text = Type::Small.text(ui, text).color(ink);
    ui.label(text);
    ui.add(egui::Label::new(icon));
}

fn caution(ui: &mut Ui, text: &str) {
    let ink = theme::palette(ui).caution;
    let text = Type::Small.text(ui, text).color(ink);
    ui.label(text);
}
