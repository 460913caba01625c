//! The curve and the ledger of the debrief, and what its parts share. Keeps no state of its own.

use egui::{Grid, Ui};

use super::Debriefing;
use crate::session::Gate;
use crate::session::Standing;
use crate::ui::cx::Cx;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{CurvePoint, HeatCurve, button, card};

/// The debrief's one sentence.
pub(super) fn heading(ui: &mut Ui, text: &str) {
    ui.label(Type::Title.strong(ui, text));
}

/// A heading of a part.
pub(super) fn part(ui: &mut Ui, text: &str) {
    ui.label(Type::Customer.strong(ui, text));
}

/// A small label above words.
pub(super) fn over(ui: &mut Ui, text: &str) {
    ui.label(Type::Small.text(ui, text).color(theme::palette(ui).secondary));
}

/// `+8`, `−3`, `0`.
pub(super) fn signed(value: i32) -> String {
    match value {
        0 => "0".to_owned(),
        1.. => format!("+{value}"),
        _ => format!("-{}", value.abs()),
    }
}

impl Debriefing {
    pub(super) fn curve(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = &cx.text.debrief;
        card::show(ui, |ui| {
            ui.horizontal(|ui| {
                part(ui, &words.curve);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let other = if self.table { &words.chart } else { &words.table };
                    if button::quiet(ui, other).clicked() {
                        self.table = !self.table;
                    }
                    let way = if self.way { &words.hide_way } else { &words.show_way };
                    if !self.table && !self.debrief.ghost.is_empty() && button::quiet(ui, way).clicked() {
                        self.way = !self.way;
                    }
                });
            });
            if self.table {
                self.as_table(ui, cx);
            } else {
                self.as_curve(ui, cx);
            }
        });
    }

    fn as_curve(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = &cx.text.debrief;
        let steps = &self.debrief.steps;
        let Some(first) = steps.first() else { return };
        let start = first.exchange.before;
        let sentences: Vec<String> =
            std::iter::once(fill(&words.curve_start, &[("heat", &start.heat.get().to_string())]))
                .chain(steps.iter().map(|step| {
                    let (from, to) = (step.exchange.before.heat.get(), step.exchange.after.heat.get());
                    let cause = step.main_cause();
                    let why = cause.map_or("", |cause| cause.why.get(cx.lang));
                    let said = cause.and_then(|cause| cause.words.as_ref()).unwrap_or(&step.said);
                    let sentence = fill(
                        &words.curve_step,
                        &[("from", &from.to_string()), ("to", &to.to_string()), ("said", said.get(cx.lang))],
                    );
                    if why.is_empty() { sentence } else { format!("{sentence} · {why}") }
                }))
                .collect();
        let mut points = vec![CurvePoint {
            heat: f32::from(start.heat.get()),
            trust: f32::from(start.trust.get()),
            open: first.exchange.gate_before == Gate::Open,
            sentence: &sentences[0],
        }];
        points.extend(steps.iter().zip(&sentences[1..]).map(|(step, sentence)| CurvePoint {
            heat: f32::from(step.exchange.after.heat.get()),
            trust: f32::from(step.exchange.after.trust.get()),
            open: step.exchange.gate_after == Gate::Open,
            sentence,
        }));
        let ghost: Vec<f32> = if self.way {
            std::iter::once(start.heat.get()).chain(self.debrief.ghost.iter().copied()).map(f32::from).collect()
        } else {
            Vec::new()
        };
        let mut selected = self.selected.min(points.len() - 1);
        let curve = HeatCurve {
            points: &points,
            ghost: &ghost,
            heat: &cx.text.emotion.heat,
            trust: &cx.text.emotion.trust,
            way: &words.way,
            shut: &cx.text.emotion.door_shut,
            height: 208.0,
        };
        curve.show(ui, &mut selected);
        ui.label(Type::Note.text(ui, sentences[selected].as_str()));
        if selected != self.selected {
            self.selected = selected;
            if let Some(step) = selected.checked_sub(1) {
                self.moment = Some(step);
            }
        }
    }

    fn as_table(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = &cx.text.debrief;
        Grid::new("curve table").num_columns(4).striped(true).spacing([16.0, 8.0]).show(ui, |ui| {
            ui.label("");
            ui.label(Type::Note.strong(ui, cx.text.emotion.heat.as_str()));
            ui.label(Type::Note.strong(ui, cx.text.emotion.trust.as_str()));
            ui.label(Type::Note.strong(ui, words.column_said.as_str()));
            ui.end_row();
            for (at, step) in self.debrief.steps.iter().enumerate() {
                let (before, after) = (step.exchange.before, step.exchange.after);
                ui.label(Type::Note.text(ui, fill(&words.column_step, &[("n", &(at + 1).to_string())])));
                ui.label(Type::Note.text(ui, format!("{}→{}", before.heat.get(), after.heat.get())));
                ui.label(Type::Note.text(ui, format!("{}→{}", before.trust.get(), after.trust.get())));
                ui.add(egui::Label::new(Type::Note.text(ui, step.said.get(cx.lang))).wrap());
                ui.end_row();
            }
        });
    }

    /// What was wanted, promised and heard.
    pub(super) fn ledger(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = &cx.text.debrief;
        let palette = theme::palette(ui);
        card::titled(ui, &words.promises, |ui| {
            if self.debrief.promises.is_empty() {
                ui.label(Type::Body.text(ui, words.no_promises.as_str()).color(palette.secondary));
            }
            for promise in &self.debrief.promises {
                let standing = match promise.standing {
                    Standing::Made => &words.promise_made,
                    Standing::Kept => &words.promise_kept,
                    Standing::Broken => &words.promise_broken,
                };
                let beyond = if promise.within_authority { String::new() } else { format!(" · {}", words.beyond) };
                ui.label(Type::Body.text(ui, format!("{} · {standing}{beyond}", promise.text.get(cx.lang))));
                if let Some(quote) = &promise.quote {
                    ui.label(Type::Note.text(ui, format!("“{}”", quote.get(cx.lang))).color(palette.secondary));
                }
            }
        });
        card::titled(ui, &words.facts, |ui| {
            over(ui, &words.want);
            ui.label(Type::Body.text(ui, self.debrief.want.get(cx.lang)));
            ui.add_space(4.0);
            for fact in &self.debrief.facts {
                let found = if fact.found { &words.fact_found } else { &words.fact_unheard };
                let secret = if fact.secret { format!(" · {}", words.fact_secret) } else { String::new() };
                // What was never told stays unsaid: the next talk may still find it.
                let text = if fact.found { fact.text.get(cx.lang) } else { "…" };
                let colour = if fact.found { palette.ink } else { palette.secondary };
                ui.label(Type::Body.text(ui, format!("{found} · {text}{secret}")).color(colour));
            }
        });
    }
}
