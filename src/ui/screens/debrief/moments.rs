//! The moments of the debrief: best, turning point, not yet, and the one looked at. Shows no cross and no alarm.

use egui::{Align, Layout, Ui};

use super::Debriefing;
use super::view::{over, part, signed};
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{button, card};

/// Shown before “n more”.
const FIRST: usize = 3;

impl Debriefing {
    pub(super) fn moments(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        let words = &cx.text.debrief;
        let mut shown: Vec<(&str, usize)> = Vec::new();
        shown.extend(self.debrief.best.map(|step| (words.best.as_str(), step)));
        shown.extend(self.debrief.turning.map(|step| (words.turning.as_str(), step)));
        let limit = if self.all_moments { usize::MAX } else { FIRST.saturating_sub(shown.len()).max(1) };
        let missed: Vec<usize> =
            self.debrief.not_yet.iter().copied().filter(|step| shown.iter().all(|(_, other)| other != step)).collect();
        shown.extend(missed.iter().take(limit).map(|step| (words.not_yet.as_str(), *step)));
        let rest = missed.len().saturating_sub(limit);
        let room = ui.available_width();
        let columns = if room / theme::scale(ui) >= 720.0 { shown.len().clamp(1, 3) } else { 1 };
        let mut chosen = None;
        for row in shown.chunks(columns) {
            ui.columns(columns, |uis| {
                for (ui, (title, step)) in uis.iter_mut().zip(row) {
                    if self.moment_card(ui, cx, title, *step) {
                        chosen = Some(*step);
                    }
                }
            });
        }
        if rest > 0 && button::quiet(ui, &fill(&words.more, &[("n", &rest.to_string())])).clicked() {
            self.all_moments = true;
        }
        if let Some(step) = chosen {
            self.select(step);
        }
        if let Some(step) = self.moment {
            self.moment_detail(ui, cx, step, actions);
        }
    }

    /// A card with the quote; true when it was chosen.
    fn moment_card(&self, ui: &mut Ui, cx: &Cx<'_>, title: &str, step: usize) -> bool {
        let Some(found) = self.debrief.steps.get(step) else { return false };
        let palette = theme::palette(ui);
        let said = found.said.get(cx.lang);
        let name = format!("{title}: {said}");
        let frame = card::frame(ui);
        let frame = if self.moment == Some(step) { frame.stroke((2.0, palette.accent)) } else { frame };
        let response = frame
            .show(ui, |ui| {
                ui.set_min_height(88.0 * theme::scale(ui));
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.set_width(ui.available_width());
                    over(ui, title);
                    ui.add(egui::Label::new(Type::Body.text(ui, format!("“{said}”"))).wrap().selectable(false));
                    let (from, to) = (found.exchange.before.heat.get(), found.exchange.after.heat.get());
                    let moved = format!("{} {from}→{to}", cx.text.emotion.heat);
                    ui.label(Type::Note.text(ui, moved).color(palette.secondary));
                });
            })
            .response;
        let response = ui.interact(response.rect, ui.scope_id().with(("moment", title, step)), egui::Sense::click());
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, self.moment == Some(step), &name));
        response.clicked()
    }

    /// Customer's words, yours, what they did, two lines that work, and the moment again.
    fn moment_detail(&self, ui: &mut Ui, cx: &Cx<'_>, step: usize, actions: &mut Vec<Action>) {
        let Some(found) = self.debrief.steps.get(step) else { return };
        let words = &cx.text.debrief;
        let palette = theme::palette(ui);
        card::show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            over(ui, &words.they_said);
            ui.label(Type::Customer.text(ui, found.asked.get(cx.lang)));
            over(ui, &words.you_said);
            ui.label(Type::Body.text(ui, found.said.get(cx.lang)));
            over(ui, &words.they_did);
            ui.label(Type::Body.text(ui, found.answered.get(cx.lang)));
            if !found.causes.is_empty() {
                over(ui, &words.causes);
                for cause in &found.causes {
                    let (heat, trust) = (signed(cause.push.heat), signed(cause.push.trust));
                    let line =
                        fill(&words.cause, &[("why", cause.why.get(cx.lang)), ("heat", &heat), ("trust", &trust)]);
                    let line = match &cause.words {
                        Some(quote) => format!("“{}” {line}", quote.get(cx.lang)),
                        None => line,
                    };
                    ui.label(Type::Note.text(ui, line).color(palette.secondary));
                }
            }
            if let Some(why) = &found.why {
                over(ui, &words.why_label);
                ui.label(Type::Body.text(ui, why.get(cx.lang)));
            }
            if !found.models.is_empty() {
                ui.add_space(4.0);
                part(ui, &words.works);
                for model in &found.models {
                    ui.label(Type::Body.text(ui, format!("“{}”", model.get(cx.lang))).color(palette.feeling));
                }
            }
            ui.add_space(8.0);
            let replay = button::with_icon(ui, button::Weight::Primary, crate::ui::icons::REPLAY, &words.replay, true);
            if replay.clicked() {
                actions.push(Action::Replay { event: found.exchange.event });
            }
        });
    }
}
