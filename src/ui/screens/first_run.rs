//! The first sixty seconds: feel the one idea before any form. Never scores, saves or asks for a name.

mod compare;
mod switches;

use egui::{Align, Key, Layout, ScrollArea, Ui, vec2};

use crate::customer::Temperament;
use crate::scenario::portrait::{Age, Clothes, Colour, Face, Hair, HairTone, Prop};
use crate::session::Mode;
use crate::ui::action::{Action, Route, Ways};
use crate::ui::cx::Cx;
use crate::ui::preferences::Settings;
use crate::ui::strings::{FirstRun as FirstRunWords, fill};
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{Bubble, FaceView, ReplyCard, Who, button};
use crate::ui::{live, reveal};

/// What this screen needs besides the frame's context.
#[derive(Debug, Clone, Copy)]
pub struct FirstCx<'a> {
    /// The frame's context.
    pub cx: Cx<'a>,
    /// The digit that acts this frame, from `keys`.
    pub digit: Option<u8>,
    /// The scene that “Practise” leads into.
    pub scene: &'a str,
}

impl<'a> FirstCx<'a> {
    fn words(self) -> &'static FirstRunWords {
        &self.cx.text.first_run
    }

    fn settings(self) -> &'a Settings {
        self.cx.settings
    }

    /// Straight into a coached practice.
    fn practise(self) -> Action {
        Action::Start { scene: self.scene.to_owned(), mode: Mode::Coached, ways: Ways::Both }
    }
}

/// One of the two first sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    Fix,
    Feeling,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// She arrives and says her line.
    Arrives,
    /// You said one sentence; she answers.
    Answered(First),
    /// The same fix after each.
    Compare,
}

/// The screen.
#[derive(Debug, Clone)]
pub struct FirstRun {
    stage: Stage,
    /// Seconds at which the stage began; `None` before its first frame.
    began: Option<f64>,
    tried: Vec<First>,
    /// Everything of this stage was asked for at once.
    all: bool,
    focus_next: bool,
}

impl Default for FirstRun {
    fn default() -> Self {
        Self { stage: Stage::Arrives, began: None, tried: Vec::new(), all: false, focus_next: true }
    }
}

/// The woman at the counter.
fn visitor() -> Face {
    Face {
        age: Age::Middle,
        hair: Hair::Bob,
        hair_tone: HairTone::Brown,
        clothes: Clothes::Jacket,
        colour: Colour::Teal,
        prop: Prop::None,
        ..Face::default()
    }
}

const TEMPERAMENT: Temperament = Temperament::Righteous;
/// Milliseconds in which one only sees her.
const HUSH: f32 = 900.0;

impl FirstRun {
    /// Draws the screen and returns what was asked.
    pub fn ui(&mut self, ui: &mut Ui, cx: FirstCx<'_>) -> Vec<Action> {
        let mut asked = Vec::new();
        let now = cx.cx.now;
        let began = *self.began.get_or_insert(now);
        let at_once = self.all || cx.settings().text_at_once || theme::reduced_motion(ui);
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds since the stage began")]
        let millis = if at_once { f32::MAX } else { ((now - began) * 1000.0) as f32 };
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            asked.push(Action::Go(Route::Library));
        }
        switches::bar(ui, cx, &mut asked);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let margin = if ui.available_width() < 720.0 { 16.0 } else { 24.0 };
            let width = (ui.available_width() - 2.0 * margin).min(1000.0);
            let side = ((ui.available_width() - width) / 2.0).max(margin);
            let spare = match self.stage {
                Stage::Compare => 0.0,
                _ => ui.available_height() - face_side(ui),
            };
            ui.add_space((spare * 0.36).clamp(16.0, 240.0));
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    match self.stage {
                        Stage::Compare => compare::show(ui, cx, millis, &mut self.focus_next, &mut asked),
                        _ => self.talk(ui, cx, millis),
                    }
                });
            });
        });
        self.keep_moving(ui, cx, millis);
        asked
    }

    fn talk(&mut self, ui: &mut Ui, cx: FirstCx<'_>, millis: f32) {
        let words = cx.words();
        let side = face_side(ui);
        let (heat, trust) = match self.stage {
            Stage::Answered(First::Fix) => (84.0, 18.0),
            Stage::Answered(First::Feeling) => (44.0, 58.0),
            _ => (72.0, 30.0),
        };
        let line = self.line(cx);
        let elapsed = self.line_millis(millis);
        let done = elapsed >= reveal::duration(line);
        let name = face_name(cx, heat);
        let narrow = ui.available_width() < side + 320.0;
        let column = |this: &mut Self, ui: &mut Ui| {
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                this.bubbles(ui, cx, line, elapsed);
                ui.add_space(8.0);
                if done {
                    this.answers(ui, cx);
                }
            });
        };
        let face = FaceView {
            face: &visitor(),
            temperament: TEMPERAMENT,
            heat,
            trust,
            talking: !done && elapsed >= 0.0,
            name: &name,
            size: side,
            on: theme::palette(ui).back,
        };
        if narrow {
            ui.vertical_centered(|ui| face.show(ui));
            column(self, ui);
        } else {
            ui.horizontal_top(|ui| {
                face.show(ui);
                ui.add_space(16.0);
                column(self, ui);
            });
        }
        live::say(ui, &format!("{}: {line} {name}", words.customer));
    }

    /// What she says now.
    fn line(&self, cx: FirstCx<'_>) -> &'static str {
        let words = cx.words();
        match self.stage {
            Stage::Answered(First::Fix) => &words.bounce,
            Stage::Answered(First::Feeling) => &words.soften,
            _ => &words.line,
        }
    }

    /// Milliseconds since she began to speak; negative before.
    fn line_millis(&self, millis: f32) -> f32 {
        if millis >= f32::MAX {
            return f32::MAX;
        }
        match self.stage {
            // After a sentence of yours she takes it in before she answers.
            Stage::Answered(_) => millis - 1200.0,
            _ => millis - HUSH,
        }
    }

    fn bubbles(&self, ui: &mut Ui, cx: FirstCx<'_>, line: &str, elapsed: f32) {
        let words = cx.words();
        if let Stage::Answered(first) = self.stage {
            Bubble::new(Who::Customer, &words.customer, &words.line).show(ui);
            Bubble::new(Who::Own, &words.you, sentence(cx, first)).show(ui);
        }
        let shown = if elapsed < 0.0 { 0 } else { reveal::shown(line, elapsed) };
        if shown > 0 {
            Bubble::new(Who::Customer, &words.customer, line).shown(shown).show(ui);
        } else {
            // Keeps the room, so that nothing jumps when she speaks.
            ui.add_space(Type::Customer.line(ui) + 20.0);
        }
    }

    fn answers(&mut self, ui: &mut Ui, cx: FirstCx<'_>) {
        let words = cx.words();
        match self.stage {
            Stage::Arrives => {
                let question = Type::Body.strong(ui, &words.question);
                ui.label(question);
                for (index, first) in [First::Fix, First::Feeling].into_iter().enumerate() {
                    let digit = (index + 1).to_string();
                    let text = sentence(cx, first);
                    let name = fill(&cx.cx.text.common.reply_of, &[("n", &digit), ("of", "2"), ("text", text)]);
                    let response = ReplyCard::new(&digit, text, &name).show(ui);
                    let keyed = cx.digit.is_some_and(|pressed| usize::from(pressed) == index + 1);
                    if response.clicked() || keyed {
                        self.say(first);
                    }
                }
            }
            Stage::Answered(first) => {
                match cx.digit {
                    Some(1) if first != First::Fix => return self.say(First::Fix),
                    Some(2) if first != First::Feeling => return self.say(First::Feeling),
                    _ => {}
                }
                let other = if first == First::Fix { First::Feeling } else { First::Fix };
                let (label, next) =
                    if self.tried.contains(&other) { (&words.same_fix, None) } else { (&words.try_other, Some(other)) };
                let right = vec2(ui.available_width(), 44.0 * theme::scale(ui));
                ui.allocate_ui_with_layout(right, Layout::right_to_left(Align::Min), |ui| {
                    let response = button::primary(ui, label);
                    if std::mem::take(&mut self.focus_next) {
                        response.request_focus();
                    }
                    if response.clicked() {
                        match next {
                            Some(other) => self.say(other),
                            None => self.enter(Stage::Compare),
                        }
                    }
                });
            }
            Stage::Compare => {}
        }
    }

    fn say(&mut self, first: First) {
        if !self.tried.contains(&first) {
            self.tried.push(first);
        }
        self.enter(Stage::Answered(first));
    }

    fn enter(&mut self, stage: Stage) {
        *self = Self { stage, began: None, tried: std::mem::take(&mut self.tried), all: false, focus_next: true };
    }

    /// Space shows the rest at once and, while something is still to come, does nothing else.
    fn keep_moving(&mut self, ui: &Ui, cx: FirstCx<'_>, millis: f32) {
        let until = match self.stage {
            Stage::Arrives => HUSH + reveal::duration(self.line(cx)),
            Stage::Answered(_) => 1200.0 + reveal::duration(self.line(cx)),
            Stage::Compare => compare::LAST,
        };
        if millis < until {
            if ui.input(|input| input.key_pressed(Key::Space) || input.pointer.any_click()) {
                self.all = true;
            }
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(33));
        }
    }
}

fn sentence(cx: FirstCx<'_>, first: First) -> &'static str {
    match first {
        First::Fix => &cx.words().fix_first,
        First::Feeling => &cx.words().feel_first,
    }
}

/// 320 as a rule, 200 where it is narrow, 400 where it is wide.
fn face_side(ui: &Ui) -> f32 {
    let width = ui.ctx().content_rect().width() / theme::scale(ui);
    let side: f32 = match width {
        w if w >= 1600.0 => 400.0,
        w if w >= 1200.0 => 320.0,
        _ => 200.0,
    };
    side.min((ui.ctx().content_rect().height() * 0.55).max(160.0))
}

fn face_name(cx: FirstCx<'_>, heat: f32) -> String {
    cx.cx.text.face_name(&cx.words().customer, heat, visitor().prop)
}
