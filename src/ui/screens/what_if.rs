//! One moment again: the talk as it was beside another try from the same second. Changes no score.

use std::collections::BTreeMap;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::practice::Practice;
use crate::session::{Event, Exchange, Refused, Session};
use crate::ui::action::{Action, Ways};
use crate::ui::cx::Cx;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{Bubble, FaceView, Who, button, card};

/// Another try at a moment of a talk.
pub struct WhatIf {
    then: Exchange,
    original: Session,
    event: u32,
    now: Session,
    practice: Practice,
    /// Answers tried so far, by what was said: heat after each.
    tried: BTreeMap<String, u8>,
}

impl WhatIf {
    /// The moment before `event` of `talk`; `None` where that event was no answer.
    #[must_use]
    pub fn of(talk: &Session, event: u32) -> Option<Self> {
        let then = talk.talk().exchanges().into_iter().find(|exchange| exchange.event == event)?;
        let now = Self::before(talk, event)?;
        Some(Self {
            then,
            original: talk.clone(),
            event,
            now,
            practice: Practice::new(Ways::Both),
            tried: BTreeMap::new(),
        })
    }

    fn before(talk: &Session, event: u32) -> Option<Session> {
        let count = usize::try_from(event).ok()?;
        talk.journal().replay_to(talk.scenario(), talk.rubric(), count).ok()
    }

    /// The other try as it stands.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.now
    }

    /// This happens in the other try.
    ///
    /// # Errors
    /// As [`Session::act`].
    pub fn act(&mut self, event: Event) -> Result<(), Refused> {
        self.now.act(event, 0)
    }

    /// The first answer of the other try, once there is one.
    fn answered(&self) -> Option<Exchange> {
        self.now.talk().exchanges().into_iter().find(|exchange| exchange.event >= self.event)
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Vec<Action> {
        let mut actions = Vec::new();
        let answered = self.answered();
        if let Some(exchange) = &answered {
            let said = exchange.said.words(self.now.scenario(), cx.lang);
            self.tried.insert(said, exchange.after.heat.get());
        }
        let scale = theme::scale(ui);
        let width = (ui.available_width() * 0.34).clamp(280.0 * scale, 518.0 * scale);
        let panel = Panel::left("then").exact_size(width).resizable(false).show_separator_line(false);
        let back = theme::palette(ui).back;
        panel.frame(Frame::new().fill(back).inner_margin(Margin::same(16))).show(ui, |ui| {
            ScrollArea::vertical().id_salt("then").auto_shrink(false).show(ui, |ui| {
                self.then(ui, cx, answered.as_ref(), &mut actions);
            });
        });
        // The practice screen takes all the room of its `Ui`: here that is what the panel leaves.
        let rest = CentralPanel::default().frame(Frame::NONE);
        let asked = rest.show(ui, |ui| self.practice.ui(ui, cx, &self.now)).inner;
        // Leaving the try leads back to the debrief, never into the library: nothing is kept of it.
        actions.extend(asked.into_iter().map(|action| match action {
            Action::Pause | Action::Go(_) => Action::Back,
            action => action,
        }));
        actions
    }

    fn then(&mut self, ui: &mut Ui, cx: &Cx<'_>, answered: Option<&Exchange>, actions: &mut Vec<Action>) {
        let words = &cx.text.what_if;
        let palette = theme::palette(ui);
        let scenario = self.original.scenario();
        let name = scenario.customer.name.get(cx.lang);
        ui.spacing_mut().item_spacing.y = 10.0;
        ui.horizontal(|ui| {
            if button::quiet(ui, &words.back).clicked() {
                actions.push(Action::Back);
            }
        });
        ui.label(Type::Title.strong(ui, words.title.as_str()));
        ui.label(Type::Note.text(ui, words.unchanged.as_str()).color(palette.secondary));
        card::titled(ui, &words.then, |ui| {
            let face = |heat: u8, trust: u8| FaceView {
                face: &scenario.customer.face,
                temperament: scenario.customer.temperament,
                heat: f32::from(heat),
                trust: f32::from(trust),
                talking: false,
                name,
                size: 120.0,
                on: palette.card,
            };
            face(self.then.after.heat.get(), self.then.after.trust.get()).show(ui);
            if let Some(asked) = self.then.asked {
                Bubble::new(Who::Customer, name, asked.words(scenario).get(cx.lang)).show(ui);
            }
            let said = self.then.said.words(scenario, cx.lang);
            Bubble::new(Who::Own, &cx.text.debrief.you_said, &said).show(ui);
            if let Some(line) = self.then.answered {
                Bubble::new(Who::Customer, name, line.words(scenario).get(cx.lang)).show(ui);
            }
            let heat = self.then.after.heat.get().to_string();
            ui.label(Type::Note.text(ui, fill(&words.heat_after, &[("heat", &heat)])).color(palette.secondary));
        });
        if let Some(now) = answered {
            let figures = [self.then.before, self.then.after, now.after].map(|emotion| emotion.heat.get().to_string());
            let line = fill(&words.compared, &[("before", &figures[0]), ("then", &figures[1]), ("now", &figures[2])]);
            ui.label(Type::Body.strong(ui, line));
        }
        if !self.tried.is_empty() {
            card::titled(ui, &words.now, |ui| {
                for (said, heat) in &self.tried {
                    let after = fill(&words.heat_after, &[("heat", &heat.to_string())]);
                    ui.label(Type::Body.text(ui, format!("“{said}” · {after}")));
                }
            });
            if button::secondary(ui, &words.again).clicked()
                && let Some(again) = Self::before(&self.original, self.event)
            {
                self.now = again;
                self.practice = Practice::new(Ways::Both);
            }
        }
    }
}
