//! Pictures of every widget for people to look at (`target/gallery/`), with checks on what pictures can prove.
#![cfg(feature = "gui")]

mod common;

use common::{Stage, save};
use egui::vec2;
use heartfirst::customer::Temperament;
use heartfirst::scenario::portrait::{Age, Clothes, Colour, Face, Hair, HairTone, Prop};
use heartfirst::ui::theme;
use heartfirst::ui::widgets::face::{self, Pose};

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
        let stage = Stage { dark, ..Stage::new(1360.0, 1320.0) };
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
