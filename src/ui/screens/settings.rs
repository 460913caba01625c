//! Settings: every change holds at once, no OK button. Never stores or deletes by itself.

mod rows;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::text::Lang;
use crate::ui::action::Action;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::preferences::{Settings, TakeBack, TextSize, ThemeChoice};
use crate::ui::strings::{SettingsWords, Strings, fill};
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{Bubble, Meter, MeterKind, Who, button, card};
use rows::{pick, row, switch, wide_row};

/// Where records are kept.
#[derive(Debug, Clone, Copy)]
pub struct DataPlace<'a> {
    /// The folder.
    pub folder: &'a str,
    /// Whether it is set from outside.
    pub locked: bool,
}

/// Groups of rows, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Look,
    Reading,
    Answering,
    Records,
}

impl Section {
    const ALL: [Self; 4] = [Self::Look, Self::Reading, Self::Answering, Self::Records];

    fn title(self, words: &SettingsWords) -> &str {
        match self {
            Self::Look => &words.look,
            Self::Reading => &words.motion_and_reading,
            Self::Answering => &words.answering,
            Self::Records => &words.records,
        }
    }
}

/// The screen's own drafts.
#[derive(Debug, Clone, Default)]
pub struct SettingsScreen {
    /// What was typed to confirm deleting; `None` before it was asked for.
    confirm: Option<String>,
    /// Another folder being typed; `None` before it was asked for.
    folder: Option<String>,
    scroll_to: Option<Section>,
}

impl SettingsScreen {
    /// Draws the screen and returns what was asked.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, place: DataPlace<'_>) -> Vec<Action> {
        let mut asked = Vec::new();
        let words = &cx.text.settings;
        let scale = theme::scale(ui);
        let wide = ui.available_width() / scale;
        let margin = if wide < 1000.0 { 16.0 } else { 24.0 };
        ui.add_space(16.0);
        ui.horizontal(|ui| {
            ui.add_space(margin);
            let title = Type::Title.strong(ui, &words.title);
            ui.label(title);
        });
        ui.add_space(8.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = margin;
            ui.add_space(0.0);
            if wide >= 960.0 {
                ui.allocate_ui_with_layout(vec2(200.0 * scale, 0.0), Layout::top_down_justified(Align::Min), |ui| {
                    self.sections(ui, words);
                });
            }
            let preview = if wide >= 1160.0 { 300.0 * scale } else { 0.0 };
            let room = ui.available_width() - margin - if preview > 0.0 { preview + margin } else { 0.0 };
            let rows = vec2(room.min(760.0 * scale), ui.available_height());
            ui.allocate_ui_with_layout(rows, Layout::top_down(Align::Min), |ui| {
                ui.set_width(rows.x);
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    ui.set_width(rows.x - 8.0);
                    self.groups(ui, cx, place, &mut asked);
                    ui.add_space(24.0);
                });
            });
            if preview > 0.0 {
                ui.allocate_ui_with_layout(vec2(preview, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(preview);
                    show_preview(ui, cx);
                });
            }
        });
        asked
    }

    fn sections(&mut self, ui: &mut Ui, words: &SettingsWords) {
        ui.spacing_mut().item_spacing.y = 4.0;
        for section in Section::ALL {
            if button::quiet(ui, section.title(words)).clicked() {
                self.scroll_to = Some(section);
            }
        }
    }

    fn groups(&mut self, ui: &mut Ui, cx: &Cx<'_>, place: DataPlace<'_>, asked: &mut Vec<Action>) {
        let mut settings = cx.settings.clone();
        for section in Section::ALL {
            let shown = card::titled(ui, section.title(&cx.text.settings), |ui| match section {
                Section::Look => look(ui, cx.text, &mut settings),
                Section::Reading => reading(ui, cx.text, &mut settings),
                Section::Answering => answering(ui, cx.text, &mut settings),
                Section::Records => self.records(ui, cx, place, &mut settings, asked),
            });
            if self.scroll_to == Some(section) {
                shown.response.scroll_to_me(Some(Align::Min));
                self.scroll_to = None;
            }
            ui.add_space(8.0);
        }
        if settings != *cx.settings {
            asked.push(Action::Settings(Box::new(settings)));
        }
    }

    fn records(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        place: DataPlace<'_>,
        settings: &mut Settings,
        asked: &mut Vec<Action>,
    ) {
        let words = &cx.text.settings;
        row(ui, &words.code_name, Some(&words.code_name_about), |ui| {
            let field = egui::TextEdit::singleline(&mut settings.code_name)
                .char_limit(24)
                .margin(egui::Margin::symmetric(10, 6))
                .desired_width(180.0 * theme::scale(ui));
            ui.add(field).accessible_name(words.code_name.as_str());
        });
        self.place(ui, words, place, asked);
        switch(ui, cx.text, &words.trainer_tools, Some(&words.trainer_tools_about), &mut settings.trainer_tools);
        row(ui, &words.export, Some(&words.export_about), |ui| {
            if button::secondary(ui, &words.export).clicked() {
                asked.push(Action::ExportData);
            }
        });
        row(ui, &words.reset, Some(&words.reset_about), |ui| {
            if button::secondary(ui, &words.reset).clicked() {
                let kept = settings.clone();
                // What says who and where one is isn't a preference.
                *settings = Settings {
                    lang: kept.lang,
                    code_name: kept.code_name,
                    trainer_tools: kept.trainer_tools,
                    first_run_done: kept.first_run_done,
                    ..Settings::default()
                };
            }
        });
        self.delete(ui, cx, asked);
    }

    fn place(&mut self, ui: &mut Ui, words: &SettingsWords, place: DataPlace<'_>, asked: &mut Vec<Action>) {
        let about = if place.locked { words.folder_locked.as_str() } else { place.folder };
        row(ui, &words.data_folder, Some(about), |ui| {
            if !place.locked && self.folder.is_none() && button::secondary(ui, &words.choose_folder).clicked() {
                self.folder = Some(place.folder.to_owned());
            }
            if button::quiet(ui, &words.open_folder).clicked() {
                asked.push(Action::OpenDataFolder);
            }
        });
        let Some(typed) = &mut self.folder else { return };
        let mut over = false;
        wide_row(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let width = (ui.available_width() - 220.0 * theme::scale(ui)).max(160.0);
                let field =
                    egui::TextEdit::singleline(typed).margin(egui::Margin::symmetric(10, 6)).desired_width(width);
                ui.add(field).accessible_name(words.choose_folder.as_str());
                let new = !typed.trim().is_empty() && typed.trim() != place.folder;
                if button::with_icon(ui, button::Weight::Secondary, icons::CHECK, &words.use_folder, new).clicked() {
                    asked.push(Action::ChooseDataFolder(typed.trim().to_owned()));
                    over = true;
                }
                over |= button::quiet(ui, &words.cancel_folder).clicked();
            });
            let next = Type::Small.text(ui, &words.folder_next).color(theme::palette(ui).secondary);
            ui.add(egui::Label::new(next).wrap());
        });
        if over {
            self.folder = None;
        }
    }

    fn delete(&mut self, ui: &mut Ui, cx: &Cx<'_>, asked: &mut Vec<Action>) {
        let words = &cx.text.settings;
        row(ui, &words.delete, Some(&words.delete_about), |ui| {
            if self.confirm.is_none() && button::secondary(ui, &words.delete).clicked() {
                self.confirm = Some(String::new());
            }
        });
        let Some(typed) = &mut self.confirm else { return };
        // Without a code name the word itself is typed, so that it is never one press.
        let wanted =
            if cx.settings.code_name.is_empty() { words.delete.as_str() } else { cx.settings.code_name.as_str() };
        let mut over = false;
        wide_row(ui, |ui| {
            let ask = fill(&words.delete_type, &[("name", wanted)]);
            let label = Type::Note.text(ui, &ask);
            ui.add(egui::Label::new(label).wrap());
            ui.horizontal_wrapped(|ui| {
                let width = 200.0 * theme::scale(ui);
                let field =
                    egui::TextEdit::singleline(typed).margin(egui::Margin::symmetric(10, 6)).desired_width(width);
                ui.add(field).accessible_name(ask.as_str());
                let ready = typed.trim() == wanted;
                if button::with_icon(ui, button::Weight::Secondary, icons::DELETE, &words.delete_do, ready).clicked() {
                    asked.push(Action::DeleteData);
                    over = true;
                }
                if button::quiet(ui, &cx.text.common.cancel).clicked() {
                    over = true;
                }
            });
        });
        if over {
            self.confirm = None;
        }
    }
}

fn look(ui: &mut Ui, strings: &Strings, settings: &mut Settings) {
    let words = &strings.settings;
    pick(ui, &words.language, &["中文", "English"], &Lang::ALL, &mut settings.lang);
    let sizes = TextSize::ALL.map(|size| format!("{} %", size.percent()));
    let sizes = [0, 1, 2, 3].map(|index: usize| sizes[index].as_str());
    pick(ui, &words.text_size, &sizes, &TextSize::ALL, &mut settings.text_size);
    let themes = [words.theme_system.as_str(), &words.theme_light, &words.theme_dark];
    pick(ui, &words.theme, &themes, &ThemeChoice::ALL, &mut settings.theme);
}

fn reading(ui: &mut Ui, strings: &Strings, settings: &mut Settings) {
    let words = &strings.settings;
    let motion = [words.motion_full.as_str(), &words.motion_reduced];
    pick(ui, &words.motion, &motion, &[false, true], &mut settings.reduced_motion);
    let reveal = [words.reveal_phrases.as_str(), &words.reveal_once];
    pick(ui, &words.reveal, &reveal, &[false, true], &mut settings.text_at_once);
}

fn answering(ui: &mut Ui, strings: &Strings, settings: &mut Settings) {
    let words = &strings.settings;
    switch(ui, strings, &words.number_keys, Some(&words.number_keys_about), &mut settings.number_keys);
    let enter = [words.enter_says.as_str(), &words.enter_breaks];
    pick(ui, &words.enter_key, &enter, &[true, false], &mut settings.enter_sends);
    let times = [words.take_back_off.as_str(), &words.take_back_short, &words.take_back_long, &words.take_back_confirm];
    pick(ui, &words.take_back, &times, &TakeBack::ALL, &mut settings.take_back);
    switch(ui, strings, &words.hints, Some(&words.hints_about), &mut settings.show_hints);
    switch(ui, strings, &words.pressure, Some(&words.pressure_about), &mut settings.pressure_clock);
}

/// A piece of a practice, in the look that holds.
fn show_preview(ui: &mut Ui, cx: &Cx<'_>) {
    let words = &cx.text.settings;
    card::titled(ui, &words.preview, |ui| {
        let meter = Meter {
            kind: MeterKind::Heat,
            label: &cx.text.emotion.heat,
            word: cx.text.heat_word(68.0),
            value: 68.0,
            number: true,
            cause: None,
        };
        meter.show(ui);
        Bubble::new(Who::Customer, "", &words.preview_line).show(ui);
        Bubble::new(Who::Own, "", &words.preview_reply).show(ui);
        let note = Type::Small.text(ui, &words.preview_note).color(theme::palette(ui).secondary);
        ui.label(note);
    });
}
