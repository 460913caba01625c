//! Opens the window, or says why it can't. Knows nothing of what is in it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::{NativeOptions, Renderer};
use egui::{IconData, ViewportBuilder};

use super::app::App;
use crate::store::Store;

/// The size it opens with, in points: whole on a 1366×768 laptop.
const SIZE: [f32; 2] = [1280.0, 688.0];
/// Nothing essential needs more than 1366×768 leaves; smaller than this it can't be made.
const LEAST: [f32; 2] = [760.0, 560.0];

/// What became of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// It was closed by the trainee.
    Closed,
    /// It broke while it was open; what was practised is kept.
    Broke,
    /// There is no display, or none that can be drawn on.
    Never,
}

/// Runs the app until its window is closed.
#[must_use]
pub fn run(store: Store, folder_given: bool) -> Opened {
    let drawn = Arc::new(AtomicBool::new(false));
    let seen = drawn.clone();
    // winit panics where a library of the window system is missing; that is no reason to end.
    let ran = catch_unwind(AssertUnwindSafe(move || window(store, folder_given, seen)));
    match (ran, drawn.load(Ordering::Relaxed)) {
        (Ok(Ok(())), _) => Opened::Closed,
        (_, true) => Opened::Broke,
        (_, false) => Opened::Never,
    }
}

fn window(store: Store, folder_given: bool, drawn: Arc<AtomicBool>) -> eframe::Result {
    let mut viewport = ViewportBuilder::default()
        .with_inner_size(SIZE)
        .with_min_inner_size(LEAST)
        .with_clamp_size_to_monitor_size(true)
        .with_app_id("heartfirst")
        .with_title("先心 Heartfirst");
    if let Some(icon) = icon() {
        viewport = viewport.with_icon(icon);
    }
    let options =
        NativeOptions { viewport, renderer: Renderer::Glow, persist_window: true, ..NativeOptions::default() };
    let app = move |_cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        Ok(Box::new(Window { app: App::new(store, folder_given), drawn }))
    };
    eframe::run_native("heartfirst", options, Box::new(app))
}

/// The app as eframe runs it.
struct Window {
    app: App,
    drawn: Arc<AtomicBool>,
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.draw(ui);
        self.drawn.store(true, Ordering::Relaxed);
    }
}

fn icon() -> Option<IconData> {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon-256.png")).ok()
}
