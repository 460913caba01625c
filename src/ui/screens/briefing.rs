//! Before a talk: what the job would tell you, in twenty seconds. Never shows what only the talk can tell.

use egui::{Align, Key, Label, Layout, Modifiers, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::scenario::Scenario;
use crate::session::Mode;
use crate::ui::action::{Action, Ways};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{FaceView, button, card};

/// The widest the screen grows.
const WIDEST: f32 = 1294.0;
/// Gap between columns.
const GAP: f32 = 16.0;

/// How the trainee wants to play, and whether the screen has just appeared.
#[derive(Debug)]
pub struct Briefing {
    mode: Mode,
    ways: Ways,
    fresh: bool,
}

impl Default for Briefing {
    fn default() -> Self {
        Self::new(Mode::Coached, Ways::Both)
    }
}

impl Briefing {
    /// A briefing in which these are chosen already, as they were last time.
    #[must_use]
    pub fn new(mode: Mode, ways: Ways) -> Self {
        Self { mode, ways, fresh: true }
    }

    /// Draws the screen over all of `ui` and returns what was asked.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, scenario: &Scenario) -> Vec<Action> {
        let mut asked = Vec::new();
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            asked.push(Action::Back);
        }
        let scale = theme::scale(ui);
        let rect = ui.max_rect();
        let ratio = rect.width() / scale;
        let margin = if ratio < 1000.0 { 16.0 } else { 24.0 };
        let width = (rect.width() - 2.0 * margin).min(WIDEST * scale.min(1.15));
        let left = (rect.center().x - width / 2.0).floor();
        let one_row = ratio >= 860.0;
        let bar = (if one_row { 72.0 } else { 128.0 } * scale.min(1.25)).round();
        let bar_rect = Rect::from_min_max(pos2(rect.left(), rect.bottom() - bar), rect.max);
        let body = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, bar_rect.top()));
        ui.scope_builder(UiBuilder::new().max_rect(body).id_salt("briefing"), |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
                ui.add_space(16.0);
                Self::title(ui, cx, scenario, &mut asked);
                ui.add_space(16.0);
                self.columns(ui, cx, scenario, ratio);
                ui.add_space(24.0);
            });
        });
        self.bar(ui, cx, scenario, bar_rect, (left, width, one_row), &mut asked);
        asked
    }

    fn title(ui: &mut Ui, cx: &Cx, scenario: &Scenario, asked: &mut Vec<Action>) {
        let words = &cx.text.briefing;
        ui.horizontal(|ui| {
            if button::with_icon(ui, button::Weight::Quiet, icons::ARROW_BACK, &cx.text.common.back, true).clicked() {
                asked.push(Action::Back);
            }
            let minutes = fill(&words.minutes, &[("n", &scenario.minutes.to_string())]);
            let level = fill(&words.level, &[("n", &scenario.level.to_string())]);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for text in [level, minutes] {
                    let text = Type::Note.text(ui, text).color(theme::palette(ui).secondary);
                    ui.label(text);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = Type::Title.strong(ui, scenario.title.get(cx.lang));
                    ui.add(Label::new(title).truncate());
                });
            });
        });
    }

    /// Person, brief, and what is one's own part; the last goes below where there is no room beside.
    fn columns(&self, ui: &mut Ui, cx: &Cx, scenario: &Scenario, ratio: f32) {
        let whole = ui.available_width();
        let stacked = ratio < 720.0;
        let beside = ratio >= 1120.0;
        let person = if stacked { whole } else { (264.0 * theme::scale(ui).min(1.2)).floor() };
        let own = (294.0 * theme::scale(ui).min(1.2)).floor();
        let middle = match (stacked, beside) {
            (true, _) => whole,
            (false, true) => whole - person - own - 2.0 * GAP,
            (false, false) => whole - person - GAP,
        };
        if stacked {
            self.person(ui, cx, scenario, 180.0);
            ui.add_space(GAP);
            brief(ui, cx, scenario);
            ui.add_space(GAP);
            part(ui, cx, scenario);
            cannot(ui, cx, scenario);
            return;
        }
        ui.horizontal_top(|ui| {
            let column = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    content(ui);
                });
            };
            column(ui, person, &mut |ui| self.person(ui, cx, scenario, person - 32.0));
            column(ui, middle, &mut |ui| {
                brief(ui, cx, scenario);
                if !beside {
                    ui.add_space(GAP);
                    part(ui, cx, scenario);
                }
                cannot(ui, cx, scenario);
            });
            if beside {
                column(ui, own, &mut |ui| part(ui, cx, scenario));
            }
        });
    }

    fn person(&self, ui: &mut Ui, cx: &Cx, scenario: &Scenario, size: f32) {
        let customer = &scenario.customer;
        card::show(ui, |ui| {
            let name = customer.name.get(cx.lang);
            let view = FaceView {
                face: &customer.face,
                temperament: customer.temperament,
                heat: f32::from(customer.heat),
                trust: f32::from(customer.trust),
                talking: false,
                name,
                size,
                on: theme::palette(ui).card,
            };
            ui.vertical_centered(|ui| view.show(ui));
            ui.add_space(12.0);
            let name = Type::Customer.strong(ui, name);
            ui.add(Label::new(name).wrap());
            if self.mode == Mode::Coached {
                ui.add_space(4.0);
                let kind = super::practice::sentence_case(customer.temperament.name().get(cx.lang));
                let kind = Type::Note.text(ui, kind).color(theme::palette(ui).secondary);
                ui.add(Label::new(kind).wrap());
            }
        });
    }

    /// How to play, and the way in: always in view.
    fn bar(
        &mut self,
        ui: &mut Ui,
        cx: &Cx,
        scenario: &Scenario,
        rect: Rect,
        (left, width, one_row): (f32, f32, bool),
        asked: &mut Vec<Action>,
    ) {
        let palette = theme::palette(ui);
        ui.painter().rect_filled(rect, 0, palette.card);
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.line));
        let inside = Rect::from_min_max(pos2(left, rect.top() + 8.0), pos2(left + width, rect.bottom() - 8.0));
        let mut start = false;
        ui.scope_builder(UiBuilder::new().max_rect(inside).id_salt("how"), |ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, 8.0);
            if one_row {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    start = self.start(ui, cx);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        self.choices(ui, cx);
                        self.about(ui, cx);
                    });
                });
            } else {
                ui.vertical(|ui| {
                    ui.horizontal(|ui| self.choices(ui, cx));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        start = self.start(ui, cx);
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.about(ui, cx));
                    });
                });
            }
        });
        if start {
            asked.push(Action::Start { scene: scenario.id.clone(), mode: self.mode, ways: self.ways });
        }
    }

    fn start(&mut self, ui: &mut Ui, cx: &Cx) -> bool {
        let start = button::with_icon(ui, button::Weight::Primary, icons::PLAY_ARROW, &cx.text.briefing.start, true);
        if std::mem::take(&mut self.fresh) {
            start.request_focus();
        }
        start.clicked()
    }

    fn choices(&mut self, ui: &mut Ui, cx: &Cx) {
        let words = &cx.text.briefing;
        let modes = [Mode::Coached, Mode::Alone, Mode::Exam];
        let names = [words.coached.as_str(), &words.alone, &words.exam];
        let at = modes.iter().position(|mode| *mode == self.mode).unwrap_or(0);
        let picked = ui.scope(|ui| button::choice(ui, &words.mode, &names, at)).inner;
        if let Some(mode) = picked.and_then(|at| modes.get(at)) {
            self.mode = *mode;
        }
        let ways = [Ways::Both, Ways::Typed];
        let names = [words.both.as_str(), &words.typed];
        let at = ways.iter().position(|way| *way == self.ways).unwrap_or(0);
        let picked = ui.scope(|ui| button::choice(ui, &words.ways, &names, at)).inner;
        if let Some(way) = picked.and_then(|at| ways.get(at)) {
            self.ways = *way;
        }
    }

    fn about(&self, ui: &mut Ui, cx: &Cx) {
        let words = &cx.text.briefing;
        let about = match self.mode {
            Mode::Coached => &words.coached_about,
            Mode::Alone => &words.alone_about,
            Mode::Exam => &words.exam_about,
        };
        let about = Type::Note.text(ui, about).color(theme::palette(ui).secondary);
        ui.add(Label::new(about).wrap());
    }
}

fn brief(ui: &mut Ui, cx: &Cx, scenario: &Scenario) {
    card::titled(ui, &cx.text.briefing.about, |ui| {
        ui.add_space(8.0);
        // Longer lines than 34 Han tire the eye.
        ui.set_max_width(ui.available_width().min(Type::Customer.size(ui) * 38.0));
        let text = Type::Customer.text(ui, scenario.brief.get(cx.lang));
        ui.add(Label::new(text).wrap());
    });
}

/// Who one is, and what one may promise.
fn part(ui: &mut Ui, cx: &Cx, scenario: &Scenario) {
    let words = &cx.text.briefing;
    card::titled(ui, &words.role, |ui| {
        ui.add_space(4.0);
        let role = Type::Body.text(ui, scenario.role.get(cx.lang));
        ui.add(Label::new(role).wrap());
    });
    if scenario.authority.is_empty() {
        return;
    }
    ui.add_space(GAP);
    card::titled(ui, &words.may_promise, |ui| {
        for item in &scenario.authority {
            ui.add_space(6.0);
            bullet(ui, icons::CHECK, item.text.get(cx.lang), None);
        }
    });
}

/// What can't be had, each with what may be offered instead.
fn cannot(ui: &mut Ui, cx: &Cx, scenario: &Scenario) {
    let words = &cx.text.briefing;
    if scenario.cannot.is_empty() {
        return;
    }
    ui.add_space(GAP);
    card::titled(ui, &words.cannot, |ui| {
        for item in &scenario.cannot {
            ui.add_space(6.0);
            let instead = fill(&words.instead, &[("text", item.instead.get(cx.lang))]);
            bullet(ui, icons::CLOSE, item.text.get(cx.lang), Some(&instead));
        }
    });
}

fn bullet(ui: &mut Ui, icon: char, text: &str, below: Option<&str>) {
    let ink = theme::palette(ui).secondary;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let size = vec2(16.0 * theme::scale(ui), Type::Note.line(ui));
        let (spot, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        ui.painter().text(spot.center(), egui::Align2::CENTER_CENTER, icon, icons::font(size.x), ink);
        ui.vertical(|ui| {
            let text = Type::Note.text(ui, text);
            ui.add(Label::new(text).wrap());
            if let Some(below) = below {
                let below = Type::Small.text(ui, below).color(ink);
                ui.add(Label::new(below).wrap());
            }
        });
    });
}
