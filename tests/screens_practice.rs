//! The practice screen is played here as a trainee would: by keys, by mouse, in both languages, at every size.
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
fn the_mouse_picks_and_says() {
    let mut harness = Setup::new(1366.0, 688.0).still().harness();
    harness.get_by(|node| node.label().is_some_and(|l| l.contains("咽不下去") && l.starts_with("回应"))).click();
    harness.run_steps(20);
    assert_eq!(ids(&harness), ["pick hear"]);
    harness.get_by_label("用自己的话").click();
    harness.run_steps(2);
    harness.event(Input::Text("名字我来核对，四点半送到。".to_owned()));
    harness.run_steps(2);
    harness.get_by(|node| node.label().is_some_and(|label| label == "说")).click();
    harness.run_steps(20);
    assert_eq!(ids(&harness)[1..], ["say 名字我来核对，四点半送到。"]);
}

#[test]
fn in_the_box_a_digit_is_text_and_outside_it_is_an_answer() {
    let mut harness = Setup::new(1366.0, 688.0).still().harness();
    let (key, text, _) = digit_of(&harness, "咽不下去");
    press(&mut harness, Key::F2);
    harness.run_steps(2);
    digit(&mut harness, key, text);
    harness.run_steps(30);
    assert_eq!(ids(&harness), Vec::<String>::new());
    assert_eq!(harness.get_by_label("用自己的话").value().as_deref(), Some(text));
    press(&mut harness, Key::Escape);
    harness.run_steps(2);
    digit(&mut harness, key, text);
    harness.run_steps(4);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(30);
    assert_eq!(ids(&harness), Vec::<String>::new(), "taken back within 0.8 s");
    digit(&mut harness, key, text);
    harness.run_steps(30);
    assert_eq!(ids(&harness), ["pick hear"]);
    assert_eq!(harness.get_by_label("用自己的话").value().as_deref(), Some(text), "the draft survives a pick");
}

#[test]
fn what_belongs_to_the_input_method_says_and_picks_nothing() {
    let preedit = |text: &str| Input::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
    let mut harness = Setup::new(1366.0, 688.0).still().harness();
    // Outside the box, the digit that chose a word comes with or just after the commit.
    harness.event(preedit("ni hao"));
    harness.step();
    harness.key_press(Key::Num2);
    harness.event(Input::Ime(ImeEvent::Commit("你好".to_owned())));
    harness.step();
    harness.key_press(Key::Num2);
    harness.run_steps(30);
    assert_eq!(ids(&harness), Vec::<String>::new());
    // In the box, Enter and Esc in a composition are the input method's.
    press(&mut harness, Key::F2);
    harness.run_steps(2);
    for key in [Key::Enter, Key::Escape, Key::Num2] {
        harness.event(preedit("ni hao"));
        harness.step();
        harness.key_press(key);
        harness.event(Input::Ime(ImeEvent::Commit("你好".to_owned())));
        harness.run_steps(10);
    }
    assert_eq!(ids(&harness), Vec::<String>::new());
    assert_eq!(harness.get_by_label("用自己的话").value().as_deref(), Some("你好你好你好"));
    assert!(harness.get_by_label("用自己的话").is_focused());
    press(&mut harness, Key::Enter);
    harness.run_steps(30);
    assert_eq!(ids(&harness), ["say 你好你好你好"]);
}

#[test]
fn enter_and_shift_enter_follow_the_setting() {
    for (enter_sends, wanted) in [(true, "say 一\n二"), (false, "say 一\n\n二")] {
        let mut setup = Setup::new(1366.0, 688.0).still();
        setup.settings.enter_sends = enter_sends;
        let mut harness = setup.harness();
        press(&mut harness, Key::F2);
        harness.run_steps(2);
        harness.event(Input::Text("一".to_owned()));
        harness.step();
        harness.key_press_modifiers(if enter_sends { Modifiers::SHIFT } else { Modifiers::NONE }, Key::Enter);
        harness.step();
        if !enter_sends {
            press(&mut harness, Key::Enter);
        }
        harness.event(Input::Text("二".to_owned()));
        harness.step();
        harness.key_press_modifiers(if enter_sends { Modifiers::NONE } else { Modifiers::COMMAND }, Key::Enter);
        harness.run_steps(30);
        assert_eq!(ids(&harness), [wanted]);
    }
}

#[test]
fn space_in_the_middle_shows_all_and_picks_nothing() {
    let mut harness = Setup::new(1366.0, 688.0).harness();
    wait(&mut harness);
    press(&mut harness, Key::Num1);
    for _ in 0..40 {
        if harness.state().events() > 0 {
            break;
        }
        harness.step();
    }
    harness.run_steps(6);
    assert!(!harness.state().screen.awake(), "{:?}", harness.state().screen);
    press(&mut harness, Key::Num2);
    assert_eq!(harness.state().events(), 1, "the dock sleeps");
    for _ in 0..3 {
        press(&mut harness, Key::Space);
    }
    assert!(harness.state().screen.awake());
    harness.run_steps(30);
    assert_eq!(harness.state().events(), 1);
}

#[test]
fn a_grave_line_is_warned_of_first() {
    let mut harness = Setup::new(1366.0, 688.0).still().harness();
    let (key, ..) = digit_of(&harness, "三倍");
    press(&mut harness, key);
    harness.run_steps(30);
    assert!(has(&harness, "三倍退款店里没人批得了"));
    assert_eq!(harness.state().session.state().answers, 0);
    press(&mut harness, key);
    harness.run_steps(30);
    assert_eq!(harness.state().session.state().answers, 1);
    assert!(has(&harness, "超出权限"));
}

#[test]
fn the_four_ways_without_words() {
    let mut harness = Setup::new(1366.0, 688.0).still().harness();
    press(&mut harness, Key::Num7);
    harness.run_steps(9);
    assert!(has(&harness, "缺门牙"));
    press(&mut harness, Key::Num9);
    press(&mut harness, Key::Num0);
    harness.run_steps(9);
    assert!(has(&harness, "就今天一天”") && has(&harness, "有提示"));
    press(&mut harness, Key::Num8);
    harness.run_steps(2);
    assert!(has(&harness, "请到里间坐坐") && has(&harness, "去哪儿"));
    press(&mut harness, Key::Escape);
    harness.run_steps(2);
    assert!(!has(&harness, "请到里间坐坐"));
    press(&mut harness, Key::Num8);
    press(&mut harness, Key::Num1);
    harness.run_steps(30);
    assert_eq!(ids(&harness), ["Observed", "Breathed", "HintAsked", "setting back-room"]);
    press(&mut harness, Key::Num6);
    harness.run_steps(30);
    assert_eq!(ids(&harness)[4..], ["Listened"]);
    harness.get_by_label_contains("记一笔：名字").click();
    harness.run_steps(3);
    assert_eq!(ids(&harness)[5..], ["note name"]);
    assert!(has(&harness, "已记下"));
}

#[test]
fn leaving_is_asked_and_kept() {
    let mut harness = Setup::new(1366.0, 688.0).still().harness();
    harness.get_by_label_contains("离开").click();
    harness.run_steps(3);
    assert!(has(&harness, "给你留着"));
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Escape);
    harness.run_steps(3);
    assert!(!has(&harness, "给你留着"));
    assert_eq!(harness.state().asked, []);
    harness.get_by_label_contains("离开").click();
    harness.run_steps(3);
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().asked, [Action::Pause]);
}

#[test]
fn modes_show_no_more_than_they_may() {
    let mut seen = Vec::new();
    for mode in [Mode::Coached, Mode::Alone, Mode::Exam] {
        let mut harness = Setup { mode, ..Setup::new(1366.0, 688.0).still() }.harness();
        let (key, ..) = digit_of(&harness, "照着单子");
        press(&mut harness, key);
        harness.run_steps(30);
        let heat = harness.state().session.state().emotion.heat.get().to_string();
        seen.push([has(&harness, &heat), has(&harness, "” +"), has(&harness, "谈妥"), has(&harness, "火气")]);
        assert_eq!(has(&harness, "考核"), mode == Mode::Exam);
        assert_eq!(has(&harness, "感情用事"), mode == Mode::Coached);
    }
    assert_eq!(seen, [[true; 4], [false, false, true, true], [false; 4]]);
}

#[test]
fn a_confirmation_can_be_asked_for() {
    let mut setup = Setup::new(1366.0, 688.0).still();
    setup.settings.take_back = TakeBack::Confirm;
    let mut harness = setup.harness();
    press(&mut harness, Key::Num1);
    harness.run_steps(60);
    assert_eq!(harness.state().events(), 0);
    press(&mut harness, Key::Enter);
    harness.run_steps(30);
    assert_eq!(harness.state().events(), 1);
}

#[test]
fn regions_are_walked_by_f6() {
    let mut harness = Setup::new(1366.0, 688.0).still().harness();
    let mut names = Vec::new();
    for _ in 0..4 {
        press(&mut harness, Key::F6);
        harness.run_steps(2);
        let focused = harness.get_by(|node| node.is_focused());
        names.push(focused.accesskit_node().label().unwrap_or_default().chars().take(5).collect::<String>());
    }
    assert_eq!(names, ["用自己的话", "离开", "随手记", "回应 1，"].map(|n| n.chars().take(5).collect::<String>()));
}

#[test]
fn a_long_talk_draws_what_is_in_view() {
    let mut harness = Setup::new(1366.0, 688.0).still().harness();
    for _ in 0..500 {
        let asked = vec![Action::Act(Event::HintAsked)];
        harness.state_mut().perform(asked);
    }
    harness.run_steps(4);
    let rows = |text: Option<String>| text.is_some_and(|text| text.starts_with("提示：最重"));
    let drawn = harness.query_all_by(|node| rows(node.value())).count();
    assert!((1..60).contains(&drawn), "{drawn} rows drawn");
}

#[test]
fn with_motion_reduced_nothing_moves() {
    let mut harness = Setup::new(1366.0, 688.0).still().harness();
    press(&mut harness, Key::Num1);
    harness.run_steps(30);
    let first = harness.render().expect("a picture");
    harness.run_steps(2);
    let second = harness.render().expect("a picture");
    assert!(first == second, "two pictures 100 ms apart differ");
}

/// Every card of the dock lies inside the window, and the keys reach all of them.
#[test]
fn the_dock_fits_small_screens() {
    let sizes = [(1366.0, 688.0), (1024.0, 700.0), (1280.0, 800.0), (1920.0, 1080.0)];
    for (width, height) in sizes {
        for lang in Lang::ALL {
            let harness = Setup::new(width, height).lang(lang).still().harness();
            let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(width, height));
            let mut cards = 0;
            for node in harness.query_all_by(|node| node.role() == egui::accesskit::Role::Button) {
                let label = node.accesskit_node().label().unwrap_or_default();
                assert!(screen.contains_rect(node.rect()), "{width}×{height} {lang:?}: {label} at {:?}", node.rect());
                cards += usize::from(label.contains("共 5") || label.contains("of 5"));
            }
            assert_eq!(cards, 5, "{width}×{height} {lang:?}");
        }
    }
}

#[test]
fn at_150_per_cent_digits_reach_all() {
    for lang in Lang::ALL {
        for n in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
            let mut setup = Setup::new(1366.0, 688.0).lang(lang).still();
            setup.settings.text_size = TextSize::Largest;
            let mut harness = setup.harness();
            press(&mut harness, n);
            harness.run_steps(30);
            assert_eq!(harness.state().events(), 1);
        }
    }
}
