//! The whole app without a window: every screen in both languages and themes, drawn and looked at; a talk played to the debrief.
#![cfg(feature = "gui")]

mod common;

use common::soft::SoftRenderer;
use egui::{Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use heartfirst::session::Mode;
use heartfirst::store::{Folders, Store};
use heartfirst::text::Lang;
use heartfirst::ui::action::{Action, Route, Ways};
use heartfirst::ui::app::App;
use heartfirst::ui::preferences::{Settings, TextSize, ThemeChoice};

const SCENES: [&str; 2] = ["hotel-pool", "oil-consumption"];

struct Look {
    lang: Lang,
    dark: bool,
    size: Vec2,
    text: TextSize,
}

/// The app over a fresh folder, past the first minute.
fn app(folder: &std::path::Path, look: &Look) -> App {
    let mut store = Store::open(Folders::at(folder));
    store.save_settings(Settings {
        lang: look.lang,
        theme: if look.dark { ThemeChoice::Dark } else { ThemeChoice::Light },
        text_size: look.text,
        reduced_motion: true,
        text_at_once: true,
        first_run_done: true,
        code_name: "学员 7".to_owned(),
        ..Settings::default()
    });
    App::new(store, true)
}

fn harness(app: App, look: &Look) -> Harness<'static, App> {
    let theme = if look.dark { egui::Theme::Dark } else { egui::Theme::Light };
    let mut harness = Harness::builder()
        .with_size(look.size)
        .with_theme(theme)
        .with_step_dt(0.25)
        .renderer(SoftRenderer::default())
        .build_ui_state(|ui, app: &mut App| app.draw(ui), app);
    harness.run_steps(4);
    harness
}

fn act(harness: &mut Harness<'_, App>, action: Action) {
    let ctx = harness.ctx.clone();
    harness.state_mut().perform(&ctx, action);
    harness.run_steps(4);
}

fn picture(harness: &mut Harness<'_, App>, name: &str) {
    let picture = harness.render().expect("a picture");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    picture.save(folder.join(format!("{name}.png"))).expect("a picture on disk");
}

/// Plays a golden of a scene to its end in the window's own session.
fn play(harness: &mut Harness<'_, App>, scene: &str, golden: &str) {
    act(harness, Action::Start { scene: scene.to_owned(), mode: Mode::Coached, ways: Ways::Both });
    let text = std::fs::read(format!("{}/scenarios/{scene}.ron", env!("CARGO_MANIFEST_DIR"))).expect("the scene");
    let rubric = std::sync::Arc::new(heartfirst::rubric::Rubric::builtin());
    let loaded = heartfirst::session::load::load(&format!("{scene}.ron"), &text, &rubric);
    let scenario = loaded.scenario.expect("a scene without mistakes");
    let script = scenario.golden(golden).expect("the golden").script.clone();
    for line in script {
        let action = heartfirst::session::script::parse_line(&line).expect("a line").expect("an action");
        let event = match action {
            heartfirst::session::script::Action::Pick(id) => heartfirst::session::Event::Picked(id),
            heartfirst::session::script::Action::Listen => heartfirst::session::Event::Listened,
            heartfirst::session::script::Action::Observe => heartfirst::session::Event::Observed,
            heartfirst::session::script::Action::Note(id) => heartfirst::session::Event::Noted(id),
            heartfirst::session::script::Action::Setting(id) => heartfirst::session::Event::ChangedSetting(id),
            heartfirst::session::script::Action::Breathe => heartfirst::session::Event::Breathed,
            heartfirst::session::script::Action::Hint => heartfirst::session::Event::HintAsked,
            heartfirst::session::script::Action::Leave => heartfirst::session::Event::Left,
            heartfirst::session::script::Action::Say(words) => {
                act(harness, Action::Say(words));
                continue;
            }
        };
        let ctx = harness.ctx.clone();
        harness.state_mut().perform(&ctx, Action::Act(event));
    }
    harness.run_steps(4);
}

#[test]
fn every_screen_in_both_languages_and_themes() {
    for (lang, dark, size, text, tag) in [
        (Lang::Zh, false, vec2(1280.0, 800.0), TextSize::Normal, "zh-light-1280"),
        (Lang::En, true, vec2(1280.0, 800.0), TextSize::Normal, "en-dark-1280"),
        (Lang::En, false, vec2(1920.0, 1080.0), TextSize::Normal, "en-light-1920"),
        (Lang::Zh, true, vec2(1920.0, 1080.0), TextSize::Normal, "zh-dark-1920"),
        (Lang::Zh, false, vec2(1366.0, 688.0), TextSize::Largest, "zh-light-1366-150"),
        (Lang::En, false, vec2(1024.0, 700.0), TextSize::Normal, "en-light-1024"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let look = Look { lang, dark, size, text };
        let mut harness = harness(app(folder.path(), &look), &look);
        for scene in SCENES {
            play(&mut harness, scene, "soothing");
        }
        play(&mut harness, SCENES[1], "argumentative");
        act(&mut harness, Action::Go(Route::Debrief(None)));
        picture(&mut harness, &format!("app-debrief-{tag}"));
        act(&mut harness, Action::Go(Route::Library));
        picture(&mut harness, &format!("app-library-{tag}"));
        for (route, name) in [
            (Route::Today, "today"),
            (Route::Progress, "progress"),
            (Route::Handbook(Some(("points".to_owned(), "let_them_vent".to_owned()))), "handbook"),
            (Route::Settings, "settings"),
            (Route::Briefing("oil-consumption".to_owned()), "briefing"),
        ] {
            act(&mut harness, Action::Go(route));
            picture(&mut harness, &format!("app-{name}-{tag}"));
        }
    }
}

#[test]
fn a_finished_talk_is_kept_and_opens_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let look = Look { lang: Lang::Zh, dark: false, size: vec2(1280.0, 800.0), text: TextSize::Normal };
    let mut first = harness(app(folder.path(), &look), &look);
    play(&mut first, "hotel-pool", "excellent");
    drop(first);
    let mut again = harness(App::new(Store::open(Folders::at(folder.path())), true), &look);
    act(&mut again, Action::Go(Route::Progress));
    assert!(again.query_all_by_label_contains("看复盘").count() >= 1, "the attempt is in the history");
}
