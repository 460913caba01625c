//! The nine points of the debrief: a row each, a mark a chance, the words that decided it. Draws no radar.

use egui::Ui;

use super::Debriefing;
use super::view::{over, part};
use crate::session::debrief::{ChanceMark, MarkState, PointRow as Row};
use crate::ui::action::{Action, Route};
use crate::ui::cx::Cx;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{PointMark, PointRow, button, card};

impl Debriefing {
    pub(super) fn points(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        let words = &cx.text.debrief;
        let mut select = None;
        card::show(ui, |ui| {
            part(ui, &words.points);
            ui.spacing_mut().item_spacing.y = 4.0;
            for (at, row) in self.debrief.points.iter().enumerate() {
                if Self::row(ui, cx, row, self.point == Some(at)) {
                    self.point = if self.point == Some(at) { None } else { Some(at) };
                }
                if self.point == Some(at) {
                    select = Self::detail(ui, cx, row, actions).or(select);
                }
            }
        });
        if let Some(step) = select {
            self.select(step);
        }
    }

    fn row(ui: &mut Ui, cx: &Cx<'_>, row: &Row, selected: bool) -> bool {
        let words = &cx.text.debrief;
        let marks: Vec<PointMark> = if row.marks.is_empty() {
            vec![PointMark::NeverCameUp]
        } else {
            row.marks.iter().map(|mark| shape(mark.state)).collect()
        };
        let count = |state: MarkState| row.marks.iter().filter(|mark| mark.state == state).count().to_string();
        let spoken = if row.marks.is_empty() {
            words.never.clone()
        } else {
            fill(
                &words.point_spoken,
                &[
                    ("met", &count(MarkState::Met)),
                    ("late", &count(MarkState::Late)),
                    ("missed", &count(MarkState::NotYet)),
                    ("unread", &count(MarkState::NotRecognised)),
                ],
            )
        };
        // The mark that says most stands in the row: what is not yet met, with the customer's words.
        let telling = row.marks.iter().find(|mark| mark.state != MarkState::Met).or(row.marks.first());
        let quote = telling.map_or(words.never.clone(), |mark| {
            let quote = mark.quote.as_ref().unwrap_or(&mark.cue);
            format!("“{}”", quote.get(cx.lang))
        });
        let name = row.point.name();
        PointRow { name: name.get(cx.lang), marks: &marks, quote: &quote, spoken: &spoken, selected }.show(ui).clicked()
    }

    /// Every chance in a sentence; the position of a step to look at, if one was asked for.
    fn detail(ui: &mut Ui, cx: &Cx<'_>, row: &Row, actions: &mut Vec<Action>) -> Option<usize> {
        let words = &cx.text.debrief;
        let palette = theme::palette(ui);
        let mut select = None;
        ui.indent(row.point.id(), |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if row.marks.is_empty() {
                ui.label(Type::Body.text(ui, row.never.get(cx.lang)).color(palette.secondary));
                let page = Some(("points".to_owned(), row.point.id().to_owned()));
                if button::quiet(ui, &cx.text.rail.handbook).clicked() {
                    actions.push(Action::Go(Route::Handbook(page)));
                }
            }
            for mark in &row.marks {
                over(ui, state_word(words, mark));
                ui.label(Type::Body.text(ui, mark.line.get(cx.lang)));
                for model in mark.models.iter().take(2) {
                    ui.label(Type::Note.text(ui, format!("“{}”", model.get(cx.lang))).color(palette.feeling));
                }
                if let Some(step) = mark.step {
                    let label = fill(&words.column_step, &[("n", &(step + 1).to_string())]);
                    if button::quiet(ui, &label).clicked() {
                        select = Some(step);
                    }
                }
            }
            ui.add_space(8.0);
        });
        select
    }
}

fn shape(state: MarkState) -> PointMark {
    match state {
        MarkState::Met => PointMark::Met,
        MarkState::Late => PointMark::Late,
        MarkState::NotYet => PointMark::NotYet,
        MarkState::NotRecognised => PointMark::NotRecognised,
    }
}

fn state_word<'w>(words: &'w crate::ui::strings::DebriefWords, mark: &ChanceMark) -> &'w str {
    match mark.state {
        MarkState::Met => &words.met,
        MarkState::Late => &words.late,
        MarkState::NotYet => &words.missed,
        MarkState::NotRecognised => &words.unrecognised,
    }
}
