//! Language, text size and motion on the first screen, so that nobody has to look for them. Never opens a menu.

use egui::{Align, Frame, Layout, Margin, ScrollArea, Stroke, Ui};

use super::{Action, Cx};
use crate::text::Lang;
use crate::ui::preferences::{Settings, TextSize};
use crate::ui::theme::{self, Type};
use crate::ui::widgets::button;

/// The bar, 56 high.
pub fn bar(ui: &mut Ui, cx: Cx<'_>, asked: &mut Vec<Action>) {
    let palette = theme::palette(ui);
    let words = &cx.words.first_run;
    Frame::new().fill(palette.card).inner_margin(Margin::symmetric(24, 8)).stroke(Stroke::new(1.0, palette.line)).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(40.0);
            // At 150 % on a narrow screen the bar scrolls sideways rather than losing a switch.
            ScrollArea::horizontal().auto_shrink([false, true]).show(ui, |ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let mut settings = cx.settings.clone();
                    let motion = [words.motion_on.as_str(), words.motion_off.as_str()];
                    if let Some(picked) =
                        button::choice(ui, &words.motion, &motion, usize::from(settings.reduced_motion))
                    {
                        settings.reduced_motion = picked == 1;
                    }
                    ui.add_space(8.0);
                    sizes(ui, &words.text_size, &mut settings);
                    ui.add_space(8.0);
                    let lang = usize::from(settings.lang == Lang::En);
                    // Each language in its own words: whoever can't read the one finds the other.
                    if let Some(picked) = button::choice(ui, &words.language, &["中文", "English"], lang) {
                        settings.lang = if picked == 1 { Lang::En } else { Lang::Zh };
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let about = Type::Note.text(ui, &words.about).color(palette.secondary);
                        ui.add(egui::Label::new(about).truncate());
                    });
                    if settings != *cx.settings {
                        asked.push(Action::Change(settings));
                    }
                });
            });
        },
    );
}

fn sizes(ui: &mut Ui, name: &str, settings: &mut Settings) {
    let labels = TextSize::ALL.map(|size| format!("{} %", size.percent()));
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let chosen = TextSize::ALL.iter().position(|size| *size == settings.text_size).unwrap_or(0);
    if let Some(size) = button::choice(ui, name, &labels, chosen).and_then(|picked| TextSize::ALL.get(picked)) {
        settings.text_size = *size;
    }
}
