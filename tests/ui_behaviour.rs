//! What keys and time do on the first screen and to the widgets.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "a test may stop where its ground gives way")]

mod common;

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use heartfirst::customer::Temperament;
use heartfirst::scenario::portrait::{Face, Hair};
use heartfirst::session::Mode;
use heartfirst::text::Lang;
use heartfirst::ui::action::{Action, Route, Ways};
use heartfirst::ui::cx::Cx;
use heartfirst::ui::keys::{KeyWatch, Surroundings};
use heartfirst::ui::preferences::Settings;
use heartfirst::ui::screens::{first_run, settings};
use heartfirst::ui::strings::Strings;
use heartfirst::ui::theme::LIGHT;
use heartfirst::ui::widgets::face::FaceView;
use heartfirst::ui::widgets::{CurvePoint, HeatCurve};

use common::Stage;

type Said<T> = Rc<RefCell<Vec<T>>>;

/// The first screen with real keys, and what it asked for.
fn first_screen(lang: Lang) -> (egui_kittest::Harness<'static>, Said<Action>) {
    let asked: Said<Action> = Rc::default();
    let into = Rc::clone(&asked);
    let mine = Settings { lang, reduced_motion: true, ..Settings::default() };
    let (mut screen, mut keys) = (first_run::FirstRun::default(), KeyWatch::default());
    let harness = Stage { lang, ..Stage::new(1366.0, 688.0) }.harness(move |ui| {
        let (events, now) = ui.input(|input| (input.events.clone(), input.time));
        let digit = keys.digit(&events, Surroundings { now, in_text: false, enabled: true });
        let cx = first_run::FirstCx { cx: Cx::new(&mine, now), digit, scene: "oil" };
        into.borrow_mut().extend(screen.ui(ui, cx));
    });
    (harness, asked)
}

#[test]
fn the_first_minute_goes_by_keys_alone() {
    for lang in Lang::ALL {
        let words = &Strings::of(lang).first_run;
        let (mut harness, asked) = first_screen(lang);
        harness.key_press(Key::Num1);
        harness.run_steps(3);
        assert!(harness.query_all_by_label_contains(&words.bounce).next().is_some());
        harness.key_press(Key::Num2);
        harness.run_steps(3);
        assert!(harness.query_all_by_label_contains(&words.soften).next().is_some());
        harness.key_press(Key::Enter);
        harness.run_steps(3);
        assert!(harness.get_by_label(&words.practise).is_focused(), "{lang:?}: practising is one key away");
        assert!(asked.borrow().is_empty());
        harness.key_press(Key::Enter);
        harness.run_steps(2);
        assert_eq!(*asked.borrow(), [Action::Start { scene: "oil".into(), mode: Mode::Coached, ways: Ways::Both }]);
    }
}

#[test]
fn escape_leaves_the_first_minute() {
    let (mut harness, asked) = first_screen(Lang::En);
    harness.key_press(Key::Escape);
    harness.run_steps(1);
    assert_eq!(*asked.borrow(), [Action::Go(Route::Library)]);
}

#[test]
fn space_shows_the_line_and_picks_nothing() {
    let words = &Strings::of(Lang::En).first_run;
    let mine = Settings { lang: Lang::En, ..Settings::default() };
    let mut screen = first_run::FirstRun::default();
    let stage = Stage { lang: Lang::En, ..Stage::new(1366.0, 688.0) };
    let mut harness = stage.moving(false, move |ui| {
        let cx = Cx::new(&mine, ui.input(|input| input.time));
        let cx = first_run::FirstCx { cx, digit: None, scene: "oil" };
        assert!(screen.ui(ui, cx).is_empty());
    });
    assert!(harness.query_by_label(&words.question).is_none(), "she hasn't spoken yet");
    harness.key_press(Key::Space);
    harness.run_steps(2);
    harness.get_by_label(&words.question);
    assert!(harness.query_by_label_contains(&words.bounce).is_none());
}

#[test]
fn a_switch_on_the_first_screen_holds_at_once() {
    let (mut harness, asked) = first_screen(Lang::Zh);
    harness.get_by_label_contains("English").click();
    harness.run_steps(2);
    assert!(matches!(&asked.borrow()[..], [Action::Settings(s), ..] if s.lang == Lang::En));
}

#[test]
fn records_are_deleted_only_after_the_code_name_was_typed() {
    let words = &Strings::of(Lang::En).settings;
    let asked: Said<Action> = Rc::default();
    let into = Rc::clone(&asked);
    let mine = Settings { lang: Lang::En, code_name: "Robin".into(), reduced_motion: true, ..Settings::default() };
    let mut screen = settings::SettingsScreen::default();
    let stage = Stage { lang: Lang::En, ..Stage::new(1200.0, 1600.0) };
    let mut harness = stage.harness(move |ui| {
        let cx = Cx::new(&mine, 0.0);
        let place = settings::DataPlace { folder: "/data", locked: true };
        into.borrow_mut().extend(screen.ui(ui, &cx, place));
    });
    harness.get_by_label(&words.delete).click();
    harness.run_steps(2);
    harness.get_by_label(&words.delete_do).click();
    harness.run_steps(2);
    assert!(asked.borrow().is_empty(), "not before the name");
    let field = harness.get_by_role_and_label(egui::Role::TextInput, "To delete, type the code name Robin");
    field.focus();
    field.type_text("Robin");
    harness.run_steps(3);
    harness.get_by_label(&words.delete_do).click();
    harness.run_steps(2);
    assert_eq!(*asked.borrow(), [Action::DeleteData]);
    assert!(harness.query_by_label(&words.choose_folder).is_none(), "a locked folder can't be changed");
}

#[test]
fn arrows_walk_the_curve_and_stop_at_its_ends() {
    let at = Rc::new(RefCell::new(0));
    let inside = Rc::clone(&at);
    let mut harness = Stage::new(600.0, 300.0).harness(move |ui| {
        let points =
            [70.0, 50.0, 20.0].map(|heat| CurvePoint { heat, trust: 40.0, open: heat < 45.0, sentence: "…" });
        let curve =
            HeatCurve { points: &points, ghost: &[], heat: "heat", trust: "trust", way: "", shut: "", height: 208.0 };
        curve.show(ui, &mut inside.borrow_mut());
    });
    harness.get_by_role(egui::Role::Slider).focus();
    harness.run_steps(2);
    for (key, wanted) in
        [(Key::ArrowRight, 1), (Key::ArrowRight, 2), (Key::ArrowRight, 2), (Key::ArrowLeft, 1), (Key::Home, 0)]
    {
        harness.key_press_modifiers(Modifiers::NONE, key);
        harness.run_steps(1);
        assert_eq!(*at.borrow(), wanted, "{key:?}");
    }
}

/// Pixels of two pictures that differ visibly, in hundredths.
fn difference(a: &image::RgbaImage, b: &image::RgbaImage) -> u32 {
    assert_eq!(a.dimensions(), b.dimensions());
    let far = |(a, b): (&image::Rgba<u8>, &image::Rgba<u8>)| (0..3).any(|k| a.0[k].abs_diff(b.0[k]) > 24);
    let count = a.pixels().zip(b.pixels()).filter(|pair| far(*pair)).count();
    u32::try_from(count * 100).expect("small pictures") / (a.width() * a.height())
}

fn portrait(temperament: Temperament, hair: Hair, heat: f32) -> image::RgbaImage {
    let mut harness = Stage::new(80.0, 80.0).harness(move |ui| {
        let face = Face { hair, ..Face::default() };
        let view = FaceView {
            face: &face,
            temperament,
            heat,
            trust: 50.0,
            talking: false,
            name: "someone",
            size: 48.0,
            on: LIGHT.back,
        };
        view.show(ui);
    });
    harness.render().expect("a picture")
}

#[test]
fn calm_and_furious_differ_at_48_points_for_everybody() {
    for temperament in Temperament::ALL {
        let (calm, furious) = (portrait(temperament, Hair::Short, 0.0), portrait(temperament, Hair::Short, 100.0));
        let found = difference(&calm, &furious);
        assert!(found >= 5, "{temperament:?}: {found} % of the picture");
    }
}

#[test]
fn hair_tells_people_apart_at_48_points() {
    let cuts = [Hair::Short, Hair::Receding, Hair::Bob, Hair::Long, Hair::Cap];
    for (index, a) in cuts.iter().enumerate() {
        for b in &cuts[index + 1..] {
            let one = portrait(Temperament::Picky, *a, 30.0);
            let found = difference(&one, &portrait(Temperament::Picky, *b, 30.0));
            assert!(found >= 2, "{a:?} and {b:?}: {found} %");
        }
    }
}

/// Ticks a face asks for in two seconds, and whether two pictures 100 ms apart are the same.
fn life(reduced_motion: bool) -> (bool, bool) {
    let mut harness = Stage::new(340.0, 340.0).moving(reduced_motion, |ui| {
        let face = Face::default();
        let view = FaceView {
            face: &face,
            temperament: Temperament::Righteous,
            heat: 60.0,
            trust: 20.0,
            talking: false,
            name: "someone",
            size: 320.0,
            on: LIGHT.back,
        };
        view.show(ui);
    });
    harness.run_steps(4);
    let asks = harness
        .output()
        .viewport_output
        .values()
        .any(|viewport| viewport.repaint_delay < std::time::Duration::from_secs(1));
    let first = harness.render().expect("a picture");
    harness.run_steps(1);
    let second = harness.render().expect("a picture");
    (asks, first == second)
}

#[test]
fn with_motion_reduced_a_face_is_still_and_asks_for_nothing() {
    assert_eq!(life(true), (false, true));
    assert_eq!(life(false), (true, false));
}

#[test]
fn a_ring_shows_where_the_keyboard_is() {
    let mut harness = Stage::new(300.0, 120.0).harness(|ui| {
        heartfirst::ui::widgets::button::secondary(ui, "一");
        heartfirst::ui::widgets::button::secondary(ui, "二");
    });
    let before = harness.render().expect("a picture");
    harness.key_press(Key::Tab);
    harness.run_steps(2);
    let ringed = harness.render().expect("a picture");
    assert!(difference(&before, &ringed) > 0, "Tab shows a ring");
    let spot = harness.get_by_label("二").rect().center() + vec2(120.0, 0.0);
    harness.drag_at(spot);
    harness.drop_at(spot);
    harness.run_steps(2);
    assert_eq!(difference(&before, &harness.render().expect("a picture")), 0, "a click needs none");
}
