//! The practice screen is played here as a trainee would: by keys, by mouse, in both languages, at every size.
#![cfg(feature = "gui")]

mod common;

use std::sync::Arc;

use common::soft::SoftRenderer;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use heartfirst::rubric::Rubric;
use heartfirst::scenario::Scenario;
use heartfirst::session::golden::header;
use heartfirst::session::load::load;
use heartfirst::session::{Event, Mode, Session, typed};
use heartfirst::text::Lang;
use heartfirst::ui::action::{Action, Ways};
use heartfirst::ui::cx::Cx;
use heartfirst::ui::preferences::{Settings, TextSize, ThemeChoice};
use heartfirst::ui::screens::practice::Practice;
use heartfirst::ui::theme::{self, Look};
use heartfirst::ui::{focus, fonts};

/// A window with a talk in it; what the screen asks for is done, as the app does it.
struct Play {
    session: Session,
    screen: Practice,
    settings: Settings,
    asked: Vec<Action>,
}

impl Play {
    fn events(&self) -> usize {
        self.session.journal().events.len()
    }

    fn perform(&mut self, actions: Vec<Action>) {
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
struct Setup {
    size: Vec2,
    settings: Settings,
    mode: Mode,
    ways: Ways,
    scene: &'static str,
    seed: u64,
}

impl Setup {
    fn new(width: f32, height: f32) -> Self {
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

    fn lang(mut self, lang: Lang) -> Self {
        self.settings.lang = lang;
        self
    }

    fn still(mut self) -> Self {
        self.settings.reduced_motion = true;
        self
    }

    fn harness(&self) -> Harness<'static, Play> {
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
        let mut harness = Harness::builder()
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

fn scene(path: &str, rubric: &Arc<Rubric>) -> Arc<Scenario> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let bytes = std::fs::read(&file).expect("the scene");
    let loaded = load(path, &bytes, rubric);
    let Some(scenario) = loaded.scenario else {
        panic!("{:#?}", loaded.diagnostics);
    };
    scenario
}

/// Until the dock is awake again.
fn wait(harness: &mut Harness<'_, Play>) {
    harness.run_steps(160);
}

fn press(harness: &mut Harness<'_, Play>, key: Key) {
    harness.key_press(key);
    harness.run_steps(1);
}

fn save(harness: &mut Harness<'_, Play>, name: &str) -> image::RgbaImage {
    let picture = harness.render().expect("a picture");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    picture.save(folder.join(format!("practice-{name}.png"))).expect("a picture on disk");
    picture
}

#[test]
fn digits_play_to_the_end_in_both_languages() {
    for lang in Lang::ALL {
        let mut harness = Setup::new(1366.0, 688.0).lang(lang).harness();
        wait(&mut harness);
        for _ in 0..12 {
            if harness.state().session.state().is_over() {
                break;
            }
            press(&mut harness, Key::Num2);
            wait(&mut harness);
        }
        assert!(harness.state().session.state().is_over(), "{lang:?}");
        press(&mut harness, Key::Enter);
        harness.run_steps(2);
        assert!(harness.state().asked.iter().any(|action| matches!(action, Action::Go(_))), "{lang:?}");
    }
}

#[test]
fn pictures() {
    let sizes = [("1366", 1366.0, 688.0), ("1024", 1024.0, 700.0), ("1280", 1280.0, 800.0), ("1920", 1920.0, 1080.0)];
    for (name, width, height) in sizes {
        for lang in Lang::ALL {
            let mut harness = Setup::new(width, height).lang(lang).still().harness();
            harness.run_steps(3);
            save(&mut harness, &format!("{}-{name}-open", lang.code()));
        }
    }
}
