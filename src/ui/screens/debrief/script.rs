//! The whole talk in the debrief, own words underlined, following what is selected. Changes no word.

use egui::{Align, ScrollArea, Ui};

use super::Debriefing;
use super::view::part;
use crate::session::debrief::{Ink, Underline};
use crate::ui::cx::Cx;
use crate::ui::theme::{self, Palette, Type};
use crate::ui::widgets::{Bubble, Line, Mark, Who};

impl Debriefing {
    pub(super) fn script(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = &cx.text.debrief;
        part(ui, &words.script);
        ui.label(Type::Small.text(ui, words.select_hint.as_str()).color(theme::palette(ui).secondary));
        let Some((_, marks)) = self.marks.as_ref() else { return };
        let palette = theme::palette(ui);
        let name = self.talk.scenario().customer.name.get(cx.lang);
        let chosen = self.selected.checked_sub(1);
        let mut select = None;
        ScrollArea::vertical().id_salt("script").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for (at, (step, found)) in self.debrief.steps.iter().zip(marks).enumerate() {
                if at == 0 || step.exchange.asked != self.debrief.steps[at - 1].exchange.answered {
                    Bubble::new(Who::Customer, name, step.asked.get(cx.lang)).show(ui);
                }
                let underlines: Vec<Mark> = found.iter().map(|underline| mark(underline, palette)).collect();
                let own =
                    Bubble::new(Who::Own, &words.you_said, step.said.get(cx.lang)).marked(&underlines).selectable();
                let response = own.show(ui);
                if chosen == Some(at) {
                    ui.painter().rect_stroke(
                        response.rect.expand(2.0),
                        f32::from(theme::CARD_RADIUS),
                        (1.5, palette.accent),
                        egui::StrokeKind::Outside,
                    );
                    reasons(ui, cx, found, step.said.get(cx.lang));
                }
                if response.clicked() {
                    select = Some(at);
                }
                if chosen == Some(at) && self.followed != self.selected {
                    self.followed = self.selected;
                    response.scroll_to_me(Some(Align::Center));
                }
                Bubble::new(Who::Customer, name, step.answered.get(cx.lang)).show(ui);
            }
        });
        if let Some(step) = select {
            self.select(step);
        }
    }
}

/// What each underline says, below the line it belongs to.
fn reasons(ui: &mut Ui, cx: &Cx<'_>, found: &[Underline], said: &str) {
    let palette = theme::palette(ui);
    for underline in found {
        let quote = said.get(underline.range.clone()).unwrap_or_default();
        let why = underline.why.get(cx.lang);
        let line = if quote == said { why.to_owned() } else { format!("“{quote}” · {why}") };
        ui.label(Type::Note.text(ui, line).color(ink(underline.ink, palette)));
    }
}

fn ink(ink: Ink, palette: &Palette) -> egui::Color32 {
    match ink {
        Ink::Feeling => palette.feeling,
        Ink::Issue => palette.issue,
        Ink::Harm => palette.harm,
        Ink::Cancelled | Ink::Unread => palette.secondary,
    }
}

fn mark(underline: &Underline, palette: &Palette) -> Mark {
    let line = match underline.ink {
        Ink::Feeling => Line::Solid,
        Ink::Issue => Line::Double,
        Ink::Harm => Line::Wavy,
        Ink::Cancelled => Line::Dashed,
        Ink::Unread => Line::Dotted,
    };
    Mark { bytes: underline.range.clone(), colour: ink(underline.ink, palette), line }
}
