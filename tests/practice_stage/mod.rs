//! A practice screen in a window of its own, for the tests of the screen. Keeps nothing.
#![allow(dead_code, unused_imports, reason = "each test file uses a part")]

use std::sync::Arc;

use crate::common::soft::SoftRenderer;
use egui::{Event as Input, ImeEvent, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use heartfirst::rubric::Rubric;
use heartfirst::scenario::Scenario;
use heartfirst::session::golden::header;
use heartfirst::session::load::load;
use heartfirst::session::{Event, Mode, Session, typed};
use heartfirst::text::Lang;
use heartfirst::ui::action::{Action, Ways};
use heartfirst::ui::cx::Cx;
use heartfirst::ui::preferences::{Settings, TakeBack, TextSize, ThemeChoice};
use heartfirst::ui::screens::briefing::Briefing;
use heartfirst::ui::screens::practice::Practice;
use heartfirst::ui::theme::{self, Look};
use heartfirst::ui::{focus, fonts};

/// A window with a talk in it; what the screen asks for is done, as the app does it.
pub struct Play {
    pub session: Session,
    pub screen: Practice,
    pub settings: Settings,
    pub asked: Vec<Action>,
}

impl Play {
    pub fn events(&self) -> usize {
        self.session.journal().events.len()
    }

    pub fn perform(&mut self, actions: Vec<Action>) {
        for action in actions {
            let at = 0;
            match &action {
                Action::Act(event) => {
                    let _ = self.session.act(event.clone(), at);
                }
                Action::Say(words) => {
                    let event = typed(&self.session, words, self.settings.lang);
                    let _ = self.session.act(event, at);
                }
                _ => {}
            }
            self.asked.push(action);
        }
    }
}

#[derive(Clone)]
pub struct Setup {
    pub size: Vec2,
    pub settings: Settings,
    pub mode: Mode,
    pub ways: Ways,
    pub scene: &'static str,
    pub seed: u64,
}

impl Setup {
    pub fn new(width: f32, height: f32) -> Self {
        let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
        Self {
            size: Vec2::new(width, height),
            settings,
            mode: Mode::Coached,
            ways: Ways::Both,
            scene: "tests/scenes/small.ron",
            seed: 3,
        }
    }

    pub fn lang(mut self, lang: Lang) -> Self {
        self.settings.lang = lang;
        self
    }

    pub fn still(mut self) -> Self {
        self.settings.reduced_motion = true;
        self
    }

    pub fn harness(&self) -> Harness<'static, Play> {
        let rubric = Arc::new(Rubric::builtin());
        let scenario = scene(self.scene, &rubric);
        let mut head = header(&scenario, &rubric, self.seed, self.settings.lang);
        head.mode = self.mode;
        let session = Session::open(scenario, rubric, head);
        let play =
            Play { session, screen: Practice::new(self.ways), settings: self.settings.clone(), asked: Vec::new() };
        let look = Look::from(&self.settings);
        let lang = self.settings.lang;
        let dark = self.settings.theme == ThemeChoice::Dark;
        let builder = Harness::builder();
        // A scene may hold a rare character that only the system's fonts have.
        let own = self.scene.starts_with("tests");
        let builder = if own { builder } else { builder.allow_missing_glyphs() };
        let mut harness = builder
            .with_size(self.size)
            .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
            .with_step_dt(0.05)
            .renderer(SoftRenderer::default())
            .with_context_setup(move |ctx| {
                fonts::install(ctx, lang);
                theme::apply(ctx, look);
            })
            .build_ui_state(
                |ui, play: &mut Play| {
                    let screen = ui.ctx().content_rect();
                    ui.painter().rect_filled(screen, 0, theme::palette(ui).back);
                    let now = ui.input(|input| input.time);
                    let settings = play.settings.clone();
                    let cx = Cx::new(&settings, now);
                    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(screen));
                    let actions = play.screen.ui(&mut child, &cx, &play.session);
                    play.perform(actions);
                    focus::show(ui);
                },
                play,
            );
        harness.run_steps(2);
        harness
    }
}

pub fn scene(path: &str, rubric: &Arc<Rubric>) -> Arc<Scenario> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let bytes = std::fs::read(&file).expect("the scene");
    let loaded = load(path, &bytes, rubric);
    let Some(scenario) = loaded.scenario else {
        panic!("{:#?}", loaded.diagnostics);
    };
    scenario
}

/// Until the dock is awake again, and the guard against hasty keys is over.
pub fn wait(harness: &mut Harness<'_, Play>) {
    for _ in 0..200 {
        if harness.state().screen.awake() {
            break;
        }
        harness.step();
    }
    assert!(harness.state().screen.awake(), "the dock never woke");
    harness.run_steps(9);
}

pub fn press(harness: &mut Harness<'_, Play>, key: Key) {
    harness.key_press(key);
    harness.step();
}

/// A digit as a keyboard sends it: a key and its text.
pub fn digit(harness: &mut Harness<'_, Play>, key: Key, text: &str) {
    harness.key_press(key);
    harness.event(Input::Text(text.to_owned()));
    harness.step();
}

pub fn ids(harness: &Harness<'_, Play>) -> Vec<String> {
    let events = harness.state().session.journal().events.iter();
    events
        .map(|stamped| match &stamped.event {
            Event::Picked(id) => format!("pick {id}"),
            Event::Typed { words, .. } => format!("say {words}"),
            Event::ChangedSetting(id) => format!("setting {id}"),
            Event::Noted(id) => format!("note {id}"),
            other => format!("{other:?}"),
        })
        .collect()
}

/// The digit under which this reply lies, by the seed.
pub fn digit_of(harness: &Harness<'_, Play>, part: &str) -> (Key, &'static str, usize) {
    const KEYS: [(Key, &str); 5] =
        [(Key::Num1, "1"), (Key::Num2, "2"), (Key::Num3, "3"), (Key::Num4, "4"), (Key::Num5, "5")];
    for (index, (key, text)) in KEYS.into_iter().enumerate() {
        let name = format!("回应 {}，", index + 1);
        if harness.query_by(|node| node.label().is_some_and(|l| l.starts_with(&name) && l.contains(part))).is_some() {
            return (key, text, index);
        }
    }
    panic!("no card with {part}");
}

pub fn has(harness: &Harness<'_, Play>, part: &str) -> bool {
    let shows = |text: Option<String>| text.is_some_and(|text| text.contains(part));
    harness.query_all_by(|node| shows(node.label()) || shows(node.value())).next().is_some()
}

pub fn save(harness: &mut Harness<'_, Play>, name: &str) -> image::RgbaImage {
    let picture = harness.render().expect("a picture");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    picture.save(folder.join(format!("practice-{name}.png"))).expect("a picture on disk");
    picture
}
