//! Pictures of every widget for people to look at (`target/gallery/`), with checks on what pictures can prove.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "a test may stop where its ground gives way")]

mod common;

use common::{Stage, save};
use egui::vec2;
use heartfirst::customer::Temperament;
use heartfirst::scenario::portrait::{Age, Clothes, Colour, Face, Hair, HairTone, Prop};
use heartfirst::text::Lang;
use heartfirst::ui::cx::Cx;
use heartfirst::ui::icons;
use heartfirst::ui::preferences::{Settings, TextSize};
use heartfirst::ui::screens::{first_run, settings};
use heartfirst::ui::strings::{Strings, fill};
use heartfirst::ui::theme;
use heartfirst::ui::widgets::face::{self, Pose};
use heartfirst::ui::widgets::{
    Bubble, CurvePoint, GateStrip, HeatCurve, Line, Mark, Meter, MeterKind, PointMark, PointRow, RailItem, ReplyCard,
    ScoreSegment, Strip, StripKind, Who, button, card, rail,
};

/// One customer a temperament, as the scenes have them.
fn sitters() -> [(Temperament, Face); 8] {
    let face = Face::default();
    [
        (
            Temperament::Emotional,
            Face {
                age: Age::Young,
                hair: Hair::Long,
                hair_tone: HairTone::Brown,
                clothes: Clothes::Jumper,
                colour: Colour::Teal,
                prop: Prop::Tissue,
                ..face
            },
        ),
        (
            Temperament::Righteous,
            Face { hair: Hair::Cap, clothes: Clothes::Jacket, colour: Colour::Olive, prop: Prop::OpenHand, ..face },
        ),
        (
            Temperament::Stubborn,
            Face {
                age: Age::Old,
                hair: Hair::Receding,
                hair_tone: HairTone::Greying,
                clothes: Clothes::Polo,
                colour: Colour::Navy,
                prop: Prop::CarKey,
                ..face
            },
        ),
        (
            Temperament::Prepared,
            Face {
                hair: Hair::Parted,
                clothes: Clothes::Shirt,
                colour: Colour::Grey,
                glasses: true,
                prop: Prop::Folder,
                ..face
            },
        ),
        (
            Temperament::Influential,
            Face { hair: Hair::Bob, clothes: Clothes::Blazer, colour: Colour::Wine, prop: Prop::Card, ..face },
        ),
        (
            Temperament::Problem,
            Face {
                age: Age::Young,
                hair: Hair::Short,
                clothes: Clothes::Jacket,
                colour: Colour::Sand,
                prop: Prop::Phone,
                ..face
            },
        ),
        (
            Temperament::Picky,
            Face {
                age: Age::Old,
                hair: Hair::Bun,
                hair_tone: HairTone::White,
                clothes: Clothes::Blazer,
                colour: Colour::Navy,
                glasses: true,
                ..face
            },
        ),
        (
            Temperament::Wrong,
            Face {
                hair: Hair::Short,
                clothes: Clothes::Suit,
                colour: Colour::Grey,
                stubble: true,
                prop: Prop::Towel,
                ..face
            },
        ),
    ]
}

#[test]
fn faces() {
    for dark in [false, true] {
        let stage = Stage { dark, ..Stage::new(1360.0, 1080.0) };
        let mut harness = stage.harness(|ui| {
            let palette = theme::palette(ui);
            egui::Grid::new("faces").spacing(vec2(12.0, 12.0)).show(ui, |ui| {
                for (index, (temperament, face)) in sitters().iter().enumerate() {
                    for (heat, trust) in [(0.0, 80.0), (50.0, 45.0), (100.0, 10.0)] {
                        let (rect, _) = ui.allocate_exact_size(vec2(210.0, 210.0), egui::Sense::hover());
                        face::paint(
                            ui.painter(),
                            rect,
                            face,
                            *temperament,
                            &Pose::still(heat, trust),
                            palette,
                            palette.back,
                        );
                    }
                    if index % 2 == 1 {
                        ui.end_row();
                    }
                }
            });
            ui.horizontal(|ui| {
                for size in [88.0, 48.0] {
                    for (temperament, face) in &sitters() {
                        for (heat, trust) in [(0.0, 80.0), (100.0, 10.0)] {
                            if size < 80.0 || heat < 50.0 {
                                let (rect, _) = ui.allocate_exact_size(vec2(size, size), egui::Sense::hover());
                                face::paint(
                                    ui.painter(),
                                    rect,
                                    face,
                                    *temperament,
                                    &Pose::still(heat, trust),
                                    palette,
                                    palette.back,
                                );
                            }
                        }
                    }
                }
            });
        });
        save(&mut harness, if dark { "faces-dark" } else { "faces-light" });
    }
}

/// A closer look at some faces.
#[test]
#[ignore = "slow; for whoever changes how faces are drawn"]
fn faces_close() {
    let stage = Stage::new(1290.0, 860.0);
    let mut harness = stage.harness(|ui| {
        let palette = theme::palette(ui);
        egui::Grid::new("faces").spacing(vec2(12.0, 12.0)).show(ui, |ui| {
            for (index, (which, heat)) in
                [(0, 100.0), (1, 100.0), (2, 100.0), (2, 30.0), (4, 0.0), (7, 100.0)].into_iter().enumerate()
            {
                let (temperament, face) = &sitters()[which];
                let (rect, _) = ui.allocate_exact_size(vec2(400.0, 400.0), egui::Sense::hover());
                face::paint(
                    ui.painter(),
                    rect,
                    face,
                    *temperament,
                    &Pose::still(heat, 80.0 - heat * 0.7),
                    palette,
                    palette.back,
                );
                if index == 2 {
                    ui.end_row();
                }
            }
        });
    });
    save(&mut harness, "faces-close");
}

/// Every widget once, in the words of `lang`.
fn widgets(ui: &mut egui::Ui, lang: Lang, selected: &mut usize) {
    let words = Strings::of(lang);
    let zh = lang == Lang::Zh;
    let say = |z: &'static str, e: &'static str| if zh { z } else { e };
    ui.horizontal_top(|ui| {
        ui.allocate_ui(vec2(rail::WIDTH, 700.0), |ui| {
            ui.vertical(|ui| {
                let r = &words.rail;
                let item = |icon, label| RailItem { icon, label, waiting: 0 };
                let items = [
                    RailItem { waiting: 2, ..item(icons::TODAY, &r.today) },
                    item(icons::LIBRARY_BOOKS, &r.scenes),
                    item(icons::TRENDING_UP, &r.progress),
                    item(icons::MENU_BOOK, &r.handbook),
                    item(icons::EDIT_NOTE, &r.workbench),
                    item(icons::GROUPS, &r.class),
                ];
                rail::show(ui, &items, Some(item(icons::SETTINGS, &r.settings)), 1);
            });
        });
        ui.allocate_ui(vec2(600.0, 900.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(600.0);
                let gate = GateStrip {
                    feeling: &words.emotion.feeling,
                    word: words.heat_word(72.0),
                    heat: 72.0,
                    number: true,
                    issue: &words.emotion.issue,
                    settled: say("谈妥 0/3", "0/3 settled"),
                    open: false,
                    door: &words.emotion.door_shut,
                    caption: Some(&words.emotion.feel_first),
                };
                gate.show(ui);
                GateStrip { heat: 28.0, word: words.heat_word(28.0), open: true, caption: None, door: &words.emotion.door_open, settled: say("谈妥 2/3", "2/3 settled"), ..gate }.show(ui);
                Bubble::new(Who::Customer, say("周先生", "Mr Zhou"), say("第三趟了！一箱油跑不到四百公里，你们说“正常”？谁家正常是这样！", "Third visit! A tank won’t last four hundred kilometres and you call that “normal”? Whose normal?")).show(ui);
                let own = say("跑了三趟还没解决，换谁都窝火。我马上给您检测，但是要排队，您别着急。", "Three trips and no answer, anyone would be fed up. I’ll test it now, but there is a queue, so calm down.");
                let at = |part: &str| { let start = own.find(part).expect("quoted"); start..start + part.len() };
                let palette = theme::palette(ui);
                let marks = [
                    Mark { bytes: at(say("跑了三趟还没解决，换谁都窝火", "Three trips and no answer, anyone would be fed up")), colour: palette.feeling, line: Line::Solid },
                    Mark { bytes: at(say("马上给您检测", "test it now")), colour: palette.issue, line: Line::Double },
                    Mark { bytes: at(say("但是", "but")), colour: palette.secondary, line: Line::Dashed },
                    Mark { bytes: at(say("排队", "queue")), colour: palette.secondary, line: Line::Dotted },
                    Mark { bytes: at(say("您别着急", "calm down")), colour: palette.harm, line: Line::Wavy },
                ];
                Bubble::new(Who::Own, say("你", "You"), own).marked(&marks).selectable().show(ui);
                Bubble::new(Who::Stage, "", say("你没插话，听下去", "You don’t cut in, you listen on")).show(ui);
                let replies = [
                    say("我马上帮您查。", "Let me look that up right away."),
                    say("三趟，油钱和时间都搭进去了，这口气换我也咽不下。您先坐，从头跟我说，我记着，说完了咱们一起上车看表。", "Three trips, the fuel and your time all gone: I’d be just as cross. Please sit, tell me from the start, I’ll write it down, then we look at the gauge together."),
                ];
                for (index, text) in replies.into_iter().enumerate() {
                    let digit = (index + 1).to_string();
                    let name = fill(&words.common.reply_of, &[("n", &digit), ("of", "3"), ("text", text)]);
                    ReplyCard::new(&digit, text, &name).show(ui);
                }
                let third = say("换个地方", "Change setting");
                ReplyCard { closed: Some(say("贵宾室有人", "Lounge taken")), icon: Some(icons::MEETING_ROOM), compact: true, ..ReplyCard::new("8", third, third) }.show(ui);
                ui.horizontal(|ui| {
                    button::primary(ui, say("练一场", "Practise"));
                    button::secondary(ui, say("返回", "Back"));
                    button::quiet(ui, say("先逛逛", "Look around"));
                    button::with_icon(ui, button::Weight::Secondary, icons::HANDSHAKE, say("承诺", "Promise"), true);
                    button::with_icon(ui, button::Weight::Primary, icons::SEND, say("说", "Say"), false);
                    button::icon(ui, icons::SEARCH, &words.common.search);
                });
                Strip { kind: StripKind::Caution, text: &words.common.disk_full, action: Some(&words.common.close) }.show(ui);
                Strip { kind: StripKind::Exam, text: &words.common.exam_band, action: None }.show(ui);
            });
        });
        ui.add_space(8.0);
        ui.allocate_ui(vec2(520.0, 900.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(520.0);
                card::titled(ui, say("心情曲线", "Feeling over time"), |ui| {
                    let points = [
                        (64.0, 30.0, false), (72.0, 24.0, false), (58.0, 36.0, false), (44.0, 48.0, true), (52.0, 42.0, false), (30.0, 60.0, true), (18.0, 70.0, true),
                    ].map(|(heat, trust, open)| CurvePoint { heat, trust, open, sentence: say("58→44：说出了原因", "58→44: the reason was named") });
                    let curve = HeatCurve {
                        points: &points,
                        ghost: &[64.0, 50.0, 38.0, 30.0, 24.0, 18.0, 12.0],
                        heat: &words.emotion.heat,
                        trust: &words.emotion.trust,
                        way: say("走得通的路", "One good way"),
                        shut: &words.emotion.door_shut,
                        height: 208.0,
                    };
                    curve.show(ui, selected);
                });
                card::show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let rows: [(&str, &[PointMark], &str); 3] = [
                        (say("让客户宣泄", "Let them vent"), &[PointMark::Met, PointMark::Met, PointMark::NotYet], say("“您从头说，我听着”", "“Tell me from the start”")),
                        (say("规则讲成利益", "Turn rules into benefits"), &[PointMark::Late, PointMark::NotRecognised], say("“这条规定保的是您的车”", "“This rule protects your car”")),
                        (say("请到安静处", "Find a quiet place"), &[PointMark::NeverCameUp], ""),
                    ];
                    for (index, (name, marks, quote)) in rows.into_iter().enumerate() {
                        PointRow { name, marks, quote, spoken: name, selected: index == 0 }.show(ui);
                    }
                });
                card::show(ui, |ui| {
                    ScoreSegment { score: 72.0, low: 68.0, high: 79.0, aim: (80.0, "80"), chance: Some((31.0, say("随机选约 31", "random about 31"))), spoken: "72" }.show(ui);
                });
                card::show(ui, |ui| {
                    Meter { kind: MeterKind::Heat, label: &words.emotion.heat, word: words.heat_word(72.0), value: 72.0, number: true, cause: Some(say("“小问题” +8", "“a small thing” +8")) }.show(ui);
                    Meter { kind: MeterKind::Trust, label: &words.emotion.trust, word: &words.emotion.trust_low, value: 24.0, number: true, cause: None }.show(ui);
                });
            });
        });
    });
}

#[test]
fn every_widget_in_both_themes_and_languages() {
    for (lang, dark, text, name) in [
        (Lang::Zh, false, TextSize::Normal, "widgets-zh-light"),
        (Lang::En, true, TextSize::Normal, "widgets-en-dark"),
        (Lang::Zh, true, TextSize::Largest, "widgets-zh-dark-150"),
    ] {
        let stage = Stage { dark, lang, text, ..Stage::new(1280.0, 920.0) };
        let mut selected = 3;
        let mut harness = stage.harness(move |ui| widgets(ui, lang, &mut selected));
        save(&mut harness, name);
    }
}

#[test]
fn first_minute_and_settings() {
    for (lang, dark, text, size, name) in [
        (Lang::Zh, false, TextSize::Normal, vec2(1366.0, 688.0), "zh-light"),
        (Lang::En, true, TextSize::Normal, vec2(1024.0, 700.0), "en-dark-1024"),
        (Lang::Zh, false, TextSize::Largest, vec2(1366.0, 688.0), "zh-150"),
    ] {
        let stage = Stage { dark, lang, text, ..Stage::new(size.x, size.y) };
        let mine = Settings { lang, text_size: text, reduced_motion: true, ..Settings::default() };
        for (step, digits) in [("1", vec![]), ("2", vec![1]), ("3", vec![1, 2]), ("4", vec![1, 2, 9])] {
            let mine = mine.clone();
            let mut screen = first_run::FirstRun::default();
            let mut queue = digits.into_iter();
            let mut harness = stage.harness(move |ui| {
                let digit = queue.next();
                let cx = Cx::new(&mine, ui.input(|input| input.time));
                screen.ui(ui, first_run::FirstCx { cx, digit, scene: "oil" });
            });
            harness.run_steps(3);
            if step == "4" {
                // Both were tried: the focused button leads on.
                harness.key_press(egui::Key::Enter);
                harness.run_steps(3);
            }
            save(&mut harness, &format!("first-{name}-{step}"));
        }
        let mut screen = settings::SettingsScreen::default();
        let mut harness = stage.harness(move |ui| {
            let place = settings::DataPlace { folder: "/home/lin/heartfirst", locked: false };
            screen.ui(ui, &Cx::new(&mine, 0.0), place);
        });
        save(&mut harness, &format!("settings-{name}"));
    }
}

/// What a face costs, printed for whoever changes how it is drawn.
#[test]
#[ignore = "a measurement"]
fn face_cost() {
    let mut spent = std::time::Duration::ZERO;
    let stage = Stage::new(400.0, 400.0);
    let mut harness = stage.harness(|ui| {
        let palette = theme::palette(ui);
        let (temperament, face) = &sitters()[0];
        let (rect, _) = ui.allocate_exact_size(vec2(232.0, 232.0), egui::Sense::hover());
        let begin = std::time::Instant::now();
        for _ in 0..20 {
            face::paint(ui.painter(), rect, face, *temperament, &Pose::still(80.0, 20.0), palette, palette.back);
        }
        spent = begin.elapsed() / 20;
    });
    harness.run_steps(3);
    drop(harness);
    assert!(spent < std::time::Duration::from_millis(40), "{spent:?} a face, unoptimised");
    println!("{spent:?} a face");
}
