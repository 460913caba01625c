//! The handbook: look a thing up, then do it. Keeps only where it is open.

use egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Sense, TextEdit, Ui, pos2, vec2};

use crate::learning::handbook::{Page, find, handbook};
use crate::ui::action::{Action, Route};
use crate::ui::cx::Cx;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{button, card};

/// The screen's own state: the page that is open, and the way there.
#[derive(Debug, Default)]
pub struct Handbook {
    open: (usize, usize),
    way: Vec<(usize, usize)>,
    find: String,
}

impl Handbook {
    /// Opens the page of these ids, if there is one.
    pub fn open(&mut self, chapter: &str, page: &str) {
        if let Some(found) = find(chapter, page) {
            self.go(found);
        }
    }

    fn go(&mut self, to: (usize, usize)) {
        if to != self.open {
            self.way.push(self.open);
            self.open = to;
        }
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Vec<Action> {
        let mut actions = Vec::new();
        let scale = theme::scale(ui);
        let wide = ui.available_width() / scale >= 860.0;
        if ui.input(|input| input.modifiers.alt && input.key_pressed(egui::Key::ArrowLeft)) {
            self.back();
        }
        if wide {
            let width = 264.0 * scale;
            let frame = Frame::new().inner_margin(Margin { right: 24, ..Margin::ZERO });
            let panel = Panel::left("handbook contents").exact_size(width).resizable(false);
            panel.show_separator_line(false).frame(frame).show(ui, |ui| self.contents(ui, cx));
        }
        ScrollArea::vertical().id_salt("handbook page").auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(704.0 * scale);
            if !wide {
                let title = cx.text.handbook.contents.as_str();
                egui::CollapsingHeader::new(Type::Body.text(ui, title)).show(ui, |ui| self.contents(ui, cx));
            }
            self.page(ui, cx, &mut actions);
        });
        actions
    }

    fn back(&mut self) {
        if let Some(before) = self.way.pop() {
            self.open = before;
        }
    }

    fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = &cx.text.handbook;
        ui.label(Type::Title.strong(ui, words.title.as_str()));
        let edit = TextEdit::singleline(&mut self.find)
            .hint_text(words.find.as_str())
            .margin(vec2(12.0, 8.0))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, words.find.as_str()));
        let wanted = self.find.trim().to_lowercase();
        let mut to = None;
        ScrollArea::vertical().id_salt("contents").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let mut hits = 0;
            for (at, chapter) in handbook().iter().enumerate() {
                let pages: Vec<usize> =
                    (0..chapter.pages.len()).filter(|page| holds(&chapter.pages[*page], &wanted, cx)).collect();
                if pages.is_empty() {
                    continue;
                }
                hits += pages.len();
                ui.add_space(8.0);
                ui.label(Type::Note.strong(ui, chapter.title.get(cx.lang)));
                for page in pages {
                    let title = chapter.pages[page].title.get(cx.lang);
                    if contents_row(ui, title, self.open == (at, page)) {
                        to = Some((at, page));
                    }
                }
            }
            if hits == 0 {
                ui.label(Type::Body.text(ui, words.none.as_str()).color(theme::palette(ui).secondary));
            }
        });
        if let Some(to) = to {
            self.go(to);
        }
    }

    fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        let words = &cx.text.handbook;
        let Some(chapter) = handbook().get(self.open.0) else { return };
        let Some(page) = chapter.pages.get(self.open.1) else { return };
        let palette = theme::palette(ui);
        ui.spacing_mut().item_spacing.y = 12.0;
        if !self.way.is_empty() && button::quiet(ui, &cx.text.common.back).clicked() {
            self.back();
        }
        ui.label(Type::Note.text(ui, chapter.title.get(cx.lang)).color(palette.secondary));
        ui.label(Type::Title.strong(ui, page.title.get(cx.lang)));
        for paragraph in &page.body {
            ui.label(Type::Body.text(ui, paragraph.get(cx.lang)));
        }
        if let Some(cue) = &page.cue {
            card::titled(ui, &words.cue, |ui| ui.label(Type::Body.text(ui, cue.get(cx.lang))));
        }
        if let (Some(weak), Some(strong)) = (&page.weak, &page.strong) {
            let pair = [(&words.weak, weak, palette.secondary), (&words.strong, strong, palette.feeling)];
            let columns = if ui.available_width() / theme::scale(ui) >= 560.0 { 2 } else { 1 };
            for row in pair.chunks(columns) {
                ui.columns(columns, |uis| {
                    for (ui, (title, line, colour)) in uis.iter_mut().zip(row) {
                        card::titled(ui, title, |ui| {
                            // Columns justify their text; a spoken line must not be stretched.
                            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                                ui.label(Type::Body.text(ui, format!("“{}”", line.get(cx.lang))).color(*colour));
                            });
                        });
                    }
                });
            }
        }
        if let Some(why) = &page.why {
            ui.label(Type::Body.text(ui, why.get(cx.lang)).color(palette.secondary));
        }
        if let Some(scene) = &page.scene
            && button::primary(ui, &words.practise).clicked()
        {
            actions.push(Action::Go(Route::Briefing(scene.clone())));
        }
        ui.add_space(24.0);
    }
}

/// A page in the contents, over the whole width; true when it was chosen.
fn contents_row(ui: &mut Ui, title: &str, chosen: bool) -> bool {
    let palette = theme::palette(ui);
    let room = ui.available_width();
    let galley = ui.painter().layout(title.to_owned(), Type::Body.font(ui), palette.ink, room - 16.0);
    let height = theme::TARGET.max(galley.size().y + 8.0);
    let (rect, response) = ui.allocate_exact_size(vec2(room, height), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, chosen, title));
    if chosen || response.hovered() {
        ui.painter().rect_filled(rect, theme::CONTROL_RADIUS, palette.accent_soft);
    }
    let corner = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(corner, galley, if chosen { palette.accent } else { palette.ink });
    response.clicked()
}

fn holds(page: &Page, wanted: &str, cx: &Cx<'_>) -> bool {
    let in_text = |text: &str| text.to_lowercase().contains(wanted);
    wanted.is_empty()
        || in_text(page.title.get(cx.lang))
        || page.body.iter().any(|paragraph| in_text(paragraph.get(cx.lang)))
}
