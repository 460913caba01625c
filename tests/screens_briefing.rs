//! The briefing, and pictures of briefing and practice for people to look at.
#![cfg(feature = "gui")]
#![allow(unused_imports, reason = "two files share one head")]

mod common;
mod practice_stage;

use std::sync::Arc;

use common::soft::SoftRenderer;
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
use practice_stage::*;

/// Pictures for people to look at, in `target/gallery/`.
#[test]
#[ignore = "for people: cargo test --test screens_briefing -- --ignored"]
fn pictures() {
    let sizes = [
        ("1366", 1366.0, 688.0, TextSize::Normal),
        ("1024", 1024.0, 700.0, TextSize::Normal),
        ("1280", 1280.0, 800.0, TextSize::Normal),
        ("1920", 1920.0, 1080.0, TextSize::Normal),
        ("1366-115", 1366.0, 688.0, TextSize::Large),
        ("1366-150", 1366.0, 688.0, TextSize::Largest),
        ("800-100", 800.0, 640.0, TextSize::Normal),
    ];
    for (name, width, height, text_size) in sizes {
        for (lang, dark) in [(Lang::Zh, false), (Lang::Zh, true), (Lang::En, false), (Lang::En, true)] {
            let mut setup = Setup::new(width, height).lang(lang).still();
            setup.scene = "scenarios/hotel-pool.ron";
            setup.settings.text_size = text_size;
            setup.settings.theme = if dark { ThemeChoice::Dark } else { ThemeChoice::Light };
            let shade = if dark { "dark" } else { "light" };
            let mut harness = setup.harness();
            let picks = if dark == (lang == Lang::Zh) { 1 } else { 6 };
            for _ in 0..picks {
                let state = harness.state().session.state().clone();
                let scenario = harness.state().session.scenario().clone();
                let offered = state.offered(&scenario);
                let open = offered.iter().filter(|offer| offer.unavailable.is_none()).nth(1).or(offered.first());
                let id = open.expect("a reply").reply.id.clone();
                let asked = vec![Action::Act(Event::Picked(id))];
                harness.state_mut().perform(asked);
                harness.run_steps(2);
            }
            save(&mut harness, &format!("{}-{shade}-{name}", lang.code()));
        }
    }
}

#[test]
#[ignore = "for people: cargo test --test screens_briefing -- --ignored"]
fn pictures_of_moments() {
    let mut harness = Setup::new(1366.0, 688.0).harness();
    wait(&mut harness);
    press(&mut harness, Key::Num1);
    harness.run_steps(8);
    save(&mut harness, "moment-1-pending");
    harness.run_steps(18);
    save(&mut harness, "moment-2-reveal");
    wait(&mut harness);
    harness.run_steps(20);
    save(&mut harness, "moment-3-after");
    press(&mut harness, Key::Num8);
    harness.run_steps(4);
    save(&mut harness, "moment-4-menu");
    press(&mut harness, Key::Escape);
    harness.get_by_label_contains("离开").click();
    harness.run_steps(8);
    save(&mut harness, "moment-5-leave");
    press(&mut harness, Key::Escape);
    harness.run_steps(4);
    for key in [Key::Num1, Key::Num1, Key::Num1, Key::Num1] {
        press(&mut harness, key);
        wait(&mut harness);
    }
    harness.run_steps(20);
    save(&mut harness, "moment-6-over");
    let mut setup = Setup::new(1024.0, 700.0).still();
    setup.settings.lang = Lang::En;
    let mut harness = setup.harness();
    press(&mut harness, Key::Num7);
    press(&mut harness, Key::Num3);
    press(&mut harness, Key::F4);
    harness.run_steps(4);
    save(&mut harness, "moment-7-notes");
    let mut harness = Setup { ways: Ways::Typed, ..Setup::new(1366.0, 688.0).still() }.harness();
    harness.run_steps(2);
    harness.event(Input::Text("一年就这一天，名字还错了，".to_owned()));
    harness.run_steps(2);
    save(&mut harness, "moment-8-typed");
}

/// The briefing, as the app shows it beside the rail.
fn briefing(setup: &Setup) -> Harness<'static, (Briefing, Vec<Action>)> {
    let rubric = Arc::new(Rubric::builtin());
    let scenario = scene("scenarios/hotel-pool.ron", &rubric);
    let settings = setup.settings.clone();
    let (look, lang) = (Look::from(&settings), settings.lang);
    let dark = settings.theme == ThemeChoice::Dark;
    let mut harness = Harness::builder()
        .with_size(setup.size)
        .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
        .renderer(SoftRenderer::default())
        .with_context_setup(move |ctx| {
            fonts::install(ctx, lang);
            theme::apply(ctx, look);
        })
        .build_ui_state(
            move |ui, (screen, asked): &mut (Briefing, Vec<Action>)| {
                let window = ui.ctx().content_rect();
                ui.painter().rect_filled(window, 0, theme::palette(ui).back);
                let cx = Cx::new(&settings, ui.input(|input| input.time));
                let beside = egui::Rect::from_min_max(egui::pos2(72.0, 0.0), window.max);
                let mut child = ui.new_child(egui::UiBuilder::new().max_rect(beside));
                asked.extend(screen.ui(&mut child, &cx, &scenario));
                focus::show(ui);
            },
            (Briefing::default(), Vec::new()),
        );
    harness.run_steps(3);
    harness
}

#[test]
fn the_briefing_starts_as_chosen() {
    for lang in Lang::ALL {
        let mut harness = briefing(&Setup::new(1366.0, 688.0).lang(lang));
        let (alone, typed) = if lang == Lang::Zh { ("独立", "只打字") } else { ("Alone", "Type only") };
        harness.get_by_label_contains(alone).click();
        harness.run_steps(2);
        harness.get_by_label_contains(typed).click();
        harness.run_steps(2);
        let start = if lang == Lang::Zh { "开始" } else { "Start" };
        harness.get_by_label_contains(start).click();
        harness.run_steps(2);
        harness.key_press(Key::Escape);
        harness.run_steps(2);
        let scene = "hotel-pool".to_owned();
        let wanted = [Action::Start { scene, mode: Mode::Alone, ways: Ways::Typed }, Action::Back];
        assert_eq!(harness.state().1, wanted);
    }
}

#[test]
fn start_has_the_focus_and_is_never_out_of_view() {
    for (width, height, text_size) in [(1366.0, 688.0, TextSize::Largest), (1024.0, 700.0, TextSize::Normal)] {
        let mut setup = Setup::new(width, height).lang(Lang::En);
        setup.settings.text_size = text_size;
        let mut harness = briefing(&setup);
        let start = harness.get_by_label_contains("Start");
        assert!(start.is_focused());
        assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, setup.size).contains_rect(start.rect()));
        harness.key_press(Key::Enter);
        harness.run_steps(2);
        assert_eq!(harness.state().1.len(), 1);
    }
}

#[test]
#[ignore = "for people: cargo test --test screens_briefing -- --ignored"]
fn pictures_of_the_briefing() {
    let sizes = [
        ("1366", 1366.0, 688.0, TextSize::Normal),
        ("1024", 1024.0, 700.0, TextSize::Normal),
        ("1920", 1920.0, 1080.0, TextSize::Normal),
        ("1366-150", 1366.0, 688.0, TextSize::Largest),
    ];
    for (name, width, height, text_size) in sizes {
        for (lang, dark) in [(Lang::Zh, false), (Lang::En, true)] {
            let mut setup = Setup::new(width, height).lang(lang);
            setup.settings.text_size = text_size;
            setup.settings.theme = if dark { ThemeChoice::Dark } else { ThemeChoice::Light };
            let mut harness = briefing(&setup);
            let picture = harness.render().expect("a picture");
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
            std::fs::create_dir_all(&folder).expect("a folder for pictures");
            picture.save(folder.join(format!("briefing-{}-{name}.png", lang.code()))).expect("a picture on disk");
        }
    }
}
