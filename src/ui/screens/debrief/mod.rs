//! The debrief screen: feeling first, then words, then the score. Judges nothing; it shows `session::debrief`.

mod moments;
mod points;
mod score;
mod script;
mod view;

use egui::{Panel, ScrollArea, Ui};

use crate::session::debrief::{Debrief, Underline, debrief};
use crate::session::{Mode, Session};
use crate::text::Lang;
use crate::ui::action::{Action, Aftertaste, Route};
use crate::ui::cx::Cx;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{button, card};

/// The debrief of one talk. Computed once when it is opened.
pub struct Debriefing {
    talk: Session,
    debrief: Debrief,
    /// Marked words of each step, for the language they were found in.
    marks: Option<(Lang, Vec<Vec<Underline>>)>,
    /// Position on the curve: 0 is the start, n the step n − 1.
    selected: usize,
    /// The position the script was last brought to.
    followed: usize,
    point: Option<usize>,
    felt: Option<Option<Aftertaste>>,
    way: bool,
    table: bool,
    script_tab: bool,
    all_moments: bool,
    moment: Option<usize>,
    parts: bool,
}

impl Debriefing {
    /// Opens the debrief of `talk`.
    #[must_use]
    pub fn of(talk: &Session) -> Self {
        let debrief = debrief(talk);
        let moment = debrief.not_yet.first().copied();
        Self {
            talk: talk.clone(),
            selected: moment.map_or(0, |step| step + 1),
            debrief,
            marks: None,
            followed: 0,
            point: None,
            felt: None,
            way: true,
            table: false,
            script_tab: false,
            all_moments: false,
            moment,
            parts: false,
        }
    }

    /// The talk it is about.
    #[must_use]
    pub fn talk(&self) -> &Session {
        &self.talk
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Vec<Action> {
        let mut actions = Vec::new();
        self.find_marks(cx.lang);
        if self.talk.journal().header.mode == Mode::Exam {
            self.sealed(ui, cx, &mut actions);
            return actions;
        }
        let room = ui.available_width() / theme::scale(ui);
        let compact = room < 1120.0;
        if !compact && !self.debrief.steps.is_empty() {
            let width = (ui.available_width() * 0.32).clamp(300.0, 672.0);
            Panel::right("script").exact_size(width).resizable(false).show_separator_line(false).show(ui, |ui| {
                self.script(ui, cx);
            });
        }
        ScrollArea::vertical().id_salt("debrief").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(1104.0 * theme::scale(ui)));
            if compact {
                let words = &cx.text.debrief;
                let tabs = [words.main.as_str(), words.script.as_str()];
                if let Some(chosen) = button::choice(ui, &words.title, &tabs, usize::from(self.script_tab)) {
                    self.script_tab = chosen == 1;
                }
                if self.script_tab {
                    self.script(ui, cx);
                    return;
                }
            }
            self.main(ui, cx, &mut actions);
        });
        actions
    }

    fn main(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        ui.spacing_mut().item_spacing.y = 16.0;
        self.question(ui, cx, actions);
        view::heading(ui, self.debrief.headline.get(cx.lang));
        if self.debrief.steps.is_empty() {
            ui.label(Type::Body.text(ui, cx.text.debrief.nothing_said.as_str()));
        } else {
            self.curve(ui, cx);
            self.moments(ui, cx, actions);
            self.points(ui, cx, actions);
        }
        self.ledger(ui, cx);
        self.score(ui, cx);
        self.figures(ui, cx);
        self.close(ui, cx, actions);
    }

    /// How it was, before any mark; never scored.
    fn question(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        let words = &cx.text.debrief;
        let answers = [
            (words.feel_fine.as_str(), Some(Aftertaste::Fine)),
            (words.feel_stuck.as_str(), Some(Aftertaste::Stuck)),
            (words.feel_angry.as_str(), Some(Aftertaste::Angry)),
            (words.feel_skip.as_str(), None),
        ];
        if self.felt.is_some() {
            if self.felt != Some(None) {
                ui.label(Type::Note.text(ui, words.feel_kept.as_str()).color(theme::palette(ui).secondary));
            }
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(Type::Customer.strong(ui, words.feel_question.as_str()));
            ui.add_space(8.0);
            for (word, feels) in answers {
                let pressed = match feels {
                    Some(_) => button::secondary(ui, word),
                    None => button::quiet(ui, word),
                };
                if pressed.clicked() {
                    self.felt = Some(feels);
                    actions.extend(feels.map(Action::Feels));
                }
            }
        });
    }

    fn close(&self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        let words = &cx.text.debrief;
        ui.add_space(8.0);
        card::show(ui, |ui| {
            ui.label(Type::Body.text(ui, self.debrief.closing.get(cx.lang)));
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                if button::primary(ui, &words.another).clicked() {
                    actions.push(Action::Go(Route::Library));
                }
                if button::secondary(ui, &words.done).clicked() {
                    actions.push(Action::Go(Route::Today));
                }
            });
        });
        ui.add_space(24.0);
    }

    fn sealed(&self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        view::heading(ui, &cx.text.debrief.sealed);
        self.close(ui, cx, actions);
    }

    fn find_marks(&mut self, lang: Lang) {
        if self.marks.as_ref().is_none_or(|(found, _)| *found != lang) {
            let steps = self.debrief.steps.iter();
            let marks = steps.map(|step| step.underlines(self.talk.scenario(), lang)).collect();
            self.marks = Some((lang, marks));
        }
    }

    fn select(&mut self, step: usize) {
        self.selected = step + 1;
        self.moment = Some(step);
    }
}
