//! The score of the debrief: last, with its span, its parts and what holds it down. Never a bare number.

use egui::Ui;

use super::Debriefing;
use super::view::{over, part};
use crate::learning::figures::Figures;
use crate::rubric::Outcome;
use crate::ui::cx::Cx;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{ScoreSegment, card};

impl Debriefing {
    pub(super) fn score(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = &cx.text.debrief;
        let palette = theme::palette(ui);
        let found = &self.debrief;
        card::show(ui, |ui| {
            part(ui, &words.score);
            if let (Some(score), Some((low, high))) = (found.card.score, found.card.range) {
                let figures = [("score", figure(score)), ("low", figure(low)), ("high", figure(high))];
                let figures: Vec<(&str, &str)> = figures.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let pattern = if figures[1].1 == figures[2].1 { &words.score_exact } else { &words.score_of };
                let spoken = fill(pattern, &figures);
                let aim = f32::from(self.talk.rubric().pass.score);
                let label = fill(&words.aim, &[("n", &figure(f64::from(aim)))]);
                ScoreSegment {
                    score: score as f32,
                    low: low as f32,
                    high: high as f32,
                    aim: (aim, &label),
                    chance: None,
                    spoken: &spoken,
                }
                .show(ui);
                ui.label(Type::Title.strong(ui, spoken.as_str()));
                ui.label(Type::Body.text(ui, if found.card.pass { &words.pass } else { &words.no_pass }.as_str()));
            } else {
                ui.label(Type::Body.text(ui, words.no_total.as_str()));
            }
            let unread = found.steps.iter().filter(|step| step.exchange.card.unread).count();
            if unread > 0 {
                ui.label(Type::Note.text(ui, fill(&words.unread_note, &[("n", &unread.to_string())])));
            }
            for cap in &found.caps {
                let limit = cap.limit.to_string();
                let line = fill(&words.cap, &[("name", cap.name.get(cx.lang)), ("limit", &limit)]);
                over(ui, &words.caps);
                ui.label(Type::Body.strong(ui, line).color(palette.harm));
                for quote in &cap.quotes {
                    ui.label(Type::Body.text(ui, format!("“{}”", quote.get(cx.lang))));
                }
            }
            if let Some(outcome) = found.outcome {
                let name = outcome.name();
                ui.label(Type::Body.text(ui, fill(&words.outcome, &[("outcome", name.get(cx.lang))])));
            }
            if found.assisted {
                ui.label(Type::Note.text(ui, words.assisted.as_str()).color(palette.secondary));
            }
            let parts = [(&words.part_e, found.card.e), (&words.part_k, found.card.k), (&words.part_r, found.card.r)];
            egui::CollapsingHeader::new(Type::Note.text(ui, words.parts.as_str())).default_open(self.parts).show(
                ui,
                |ui| {
                    for (pattern, value) in parts {
                        let value = value.map_or_else(|| words.never.clone(), figure);
                        ui.label(Type::Note.text(ui, fill(pattern, &[("n", &value)])));
                    }
                },
            );
            ui.label(Type::Note.text(ui, words.meaning.as_str()).color(palette.secondary));
        });
    }
}

impl Debriefing {
    /// What the training documents say of winning customers back, with what the figures are not.
    pub(super) fn figures(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let figures = Figures::builtin();
        // Where the customer was lost, why customers leave; else what recovery keeps.
        let lost = self.debrief.outcome.is_some_and(|outcome| outcome > Outcome::Satisfied);
        let Some(group) = figures.group(if lost { "leaving" } else { "recovery" }) else { return };
        let palette = theme::palette(ui);
        card::titled(ui, &cx.text.debrief.figures, |ui| {
            for figure in group.figures.iter().take(2) {
                ui.label(Type::Body.text(ui, figure.sentence().get(cx.lang)));
            }
            ui.label(Type::Note.text(ui, figures.note.get(cx.lang)).color(palette.secondary));
        });
    }
}

/// A figure of the score as it is spoken of: whole, unless it isn't.
fn figure(value: f64) -> String {
    format!("{value:.0}")
}
