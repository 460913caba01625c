//! What the tests of the window share. Draws without a GPU.
#![allow(
    dead_code,
    clippy::iter_over_hash_type,
    clippy::float_cmp,
    reason = "each test file uses a part; order of textures is no matter"
)]

pub mod soft;

use egui::{Ui, Vec2};
use egui_kittest::Harness;
use heartfirst::text::Lang;
use heartfirst::ui::preferences::{TextSize, ThemeChoice};
use heartfirst::ui::theme::{self, Look};
use heartfirst::ui::{focus, fonts};

/// How a test's window looks.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    pub size: Vec2,
    pub dark: bool,
    pub lang: Lang,
    pub text: TextSize,
    pub scale: f32,
}

impl Stage {
    pub fn new(width: f32, height: f32) -> Self {
        Self { size: Vec2::new(width, height), dark: false, lang: Lang::Zh, text: TextSize::Normal, scale: 1.0 }
    }

    /// A window with the app's fonts and theme and no motion; missing glyphs and unnamed inputs panic.
    pub fn harness<'a>(self, content: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
        self.moving(true, content)
    }

    /// The same, with or without motion.
    pub fn moving<'a>(self, reduced_motion: bool, mut content: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
        let theme = if self.dark { egui::Theme::Dark } else { egui::Theme::Light };
        let choice = if self.dark { ThemeChoice::Dark } else { ThemeChoice::Light };
        let look = Look { text_size: self.text, theme: choice, reduced_motion };
        let mut harness = Harness::builder()
            .with_size(self.size)
            .with_pixels_per_point(self.scale)
            .with_theme(theme)
            .with_step_dt(0.1)
            .renderer(soft::SoftRenderer::default())
            .with_context_setup(move |ctx| {
                fonts::install(ctx, self.lang);
                theme::apply(ctx, look);
            })
            .build_ui(move |ui| {
                let back = theme::palette(ui).back;
                let screen = ui.ctx().content_rect();
                ui.painter().with_clip_rect(screen).rect_filled(screen, 0, back);
                egui::Frame::new().inner_margin(8).show(ui, |ui| {
                    ui.set_min_size(ui.available_size());
                    content(ui);
                });
                focus::show(ui);
            });
        if !reduced_motion {
            // The harness stills every style for its own sake; here motion is what is tested.
            theme::apply(&harness.ctx, look);
        }
        harness.run_steps(2);
        harness
    }
}

/// Saves the picture under `target/gallery/`, to be looked at by people.
pub fn save(harness: &mut Harness<'_>, name: &str) -> image::RgbaImage {
    let picture = harness.render().expect("a picture");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    picture.save(folder.join(format!("{name}.png"))).expect("a picture on disk");
    picture
}
