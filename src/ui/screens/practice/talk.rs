//! The talk: bubbles, stage lines and news in a scrolling column. Draws only what is in view and never cuts a line.

use std::ops::Range;

use egui::{Align, CornerRadius, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::staging::Pending;
use super::transcript::{Item, Row};
use crate::rubric::Track;
use crate::text::Lang;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::reveal;
use crate::ui::theme::{self, Palette, Type};
use crate::ui::widgets::marks::{Line, Mark};
use crate::ui::widgets::{Bubble, Who, button};

/// Space below each row.
const BELOW: f32 = 8.0;
/// Seconds one's bubble takes to rise.
const RISE: f64 = 0.16;

/// What of the talk is in motion.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment<'a> {
    /// Milliseconds since the customer began to answer.
    pub millis: f32,
    /// What was said and can be taken back.
    pub pending: Option<&'a Pending>,
    /// Rows whose facts are underlined now.
    pub fresh_facts: Option<&'a Range<usize>>,
    /// The customer's name, for screen readers.
    pub customer: &'a str,
}

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    TakeBack,
    SayIt,
}

/// How the column stood when its rows were measured.
#[derive(Debug, Default)]
pub(super) struct TalkView {
    key: Option<(f32, f32, Lang)>,
    /// Goes to the last line in the next frame.
    pub to_end: bool,
    /// Scrolls by this much in the next frame.
    pub by: f32,
    /// The button that says the line after all, to get the focus.
    pub focus_confirm: bool,
}

impl TalkView {
    /// Draws the rows into `rect`.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx, rect: Rect, items: &mut [Item], now: Moment<'_>) -> Option<Pressed> {
        let made = ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("talk"), |ui| {
            ui.shrink_clip_rect(rect.expand(1.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt("talk scroll").auto_shrink(false).stick_to_bottom(true);
            let area = area.animated(!cx.settings.reduced_motion);
            area.show_viewport(ui, |ui, viewport| self.rows(ui, cx, viewport, items, now)).inner
        });
        made.inner
    }

    fn rows(&mut self, ui: &mut Ui, cx: &Cx, view: Rect, items: &mut [Item], now: Moment<'_>) -> Option<Pressed> {
        // Room for the floating scroll bar, so that it never lies on words.
        let width = ui.available_width() - 10.0;
        ui.set_max_width(width);
        let key = Some((width, theme::scale(ui), cx.lang));
        let remeasure = self.key != key;
        self.key = key;
        if self.by != 0.0 {
            ui.scroll_with_delta(vec2(0.0, std::mem::take(&mut self.by)));
        }
        let near = Rect::from_x_y_ranges(view.x_range(), view.top() - 200.0..=view.bottom() + 200.0);
        let mut at = 0.0;
        let mut skipped = 0.0;
        for (index, item) in items.iter_mut().enumerate() {
            if now.millis < item.start {
                break;
            }
            if remeasure {
                item.height = None;
            }
            match item.height {
                Some(height) if !near.y_range().intersects(egui::Rangef::new(at, at + height)) => {
                    skipped += height;
                    at += height;
                }
                _ => {
                    if skipped > 0.0 {
                        ui.add_space(std::mem::take(&mut skipped));
                    }
                    let top = ui.cursor().top();
                    ui.push_id(("row", index), |ui| row(ui, cx, item, index, now));
                    ui.add_space(BELOW);
                    let height = ui.cursor().top() - top;
                    item.height = Some(height);
                    at += height;
                }
            }
        }
        if skipped > 0.0 {
            ui.add_space(skipped);
        }
        let pressed = now.pending.and_then(|pending| self.pending(ui, cx, pending));
        if std::mem::take(&mut self.to_end) {
            ui.scroll_to_cursor(Some(Align::BOTTOM));
        }
        pressed
    }

    fn pending(&mut self, ui: &mut Ui, cx: &Cx, pending: &Pending) -> Option<Pressed> {
        let words = &cx.text.practice;
        let share = if cx.settings.reduced_motion { 1.0 } else { ((cx.now - pending.since) / RISE).min(1.0) as f32 };
        ui.add_space(10.0 * (1.0 - share));
        Bubble::new(Who::Own, &words.you, &pending.words).show(ui);
        ui.add_space(4.0);
        let mut pressed = None;
        let row = vec2(ui.available_width(), theme::TARGET);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            if pending.millis.is_none() {
                let say = button::with_icon(ui, button::Weight::Primary, icons::SEND, &words.say_it, true);
                if std::mem::take(&mut self.focus_confirm) {
                    say.request_focus();
                }
                if say.clicked() {
                    pressed = Some(Pressed::SayIt);
                }
            }
            if button::with_icon(ui, button::Weight::Secondary, icons::UNDO, &words.take_back, true).clicked() {
                pressed = Some(Pressed::TakeBack);
            }
            let key = Type::Small.text(ui, &words.take_back_key).color(theme::palette(ui).secondary);
            ui.label(key);
        });
        ui.add_space(4.0);
        pressed
    }
}

fn row(ui: &mut Ui, cx: &Cx, item: &Item, index: usize, now: Moment<'_>) {
    let palette = theme::palette(ui);
    match &item.row {
        Row::Line { name, does, text, facts } => {
            for caption in [name, does].into_iter().flatten() {
                let caption = Type::Note.text(ui, caption).color(palette.secondary);
                ui.horizontal(|ui| {
                    ui.add_space(4.0);
                    ui.add(egui::Label::new(caption).wrap());
                });
                ui.add_space(2.0);
            }
            let speaker = name.as_deref().unwrap_or(now.customer);
            let bubble = Bubble::new(Who::Customer, speaker, text);
            if now.millis < item.end {
                let shown = reveal::shown(text, now.millis - item.start);
                bubble.shown(shown).show(ui);
            } else if now.fresh_facts.is_some_and(|fresh| fresh.contains(&index)) {
                let dotted =
                    |bytes: &Range<usize>| Mark { bytes: bytes.clone(), colour: palette.secondary, line: Line::Dotted };
                let dotted: Vec<Mark> = facts.iter().map(dotted).collect();
                bubble.marked(&dotted).show(ui);
            } else {
                bubble.show(ui);
            }
        }
        Row::Own { text, moved } => {
            let marks: Vec<Mark> = if now.millis >= super::staging::METERS {
                moved.iter().map(|(bytes, track)| underline(palette, bytes.clone(), *track)).collect()
            } else {
                Vec::new()
            };
            Bubble::new(Who::Own, &cx.text.practice.you, text).marked(&marks).show(ui);
        }
        Row::Stage(text) => {
            Bubble::new(Who::Stage, "", text).show(ui);
        }
        Row::News { icon, text } => news(ui, *icon, text),
        Row::Warning(text) => warning(ui, text),
    }
}

fn underline(palette: &Palette, bytes: Range<usize>, track: Track) -> Mark {
    let (colour, line) = match track {
        Track::Feeling => (palette.feeling, Line::Solid),
        Track::Issue => (palette.issue, Line::Double),
        Track::Harm => (palette.harm, Line::Wavy),
    };
    Mark { bytes, colour, line }
}

/// A pill in the middle: an icon and what came of it.
fn news(ui: &mut Ui, icon: char, text: &str) {
    let palette = theme::palette(ui);
    let size = 16.0 * theme::scale(ui);
    let width = ui.available_width();
    let room = (width * 0.86 - size - 32.0).max(60.0);
    let mut job = egui::text::LayoutJob::single_section(text.to_owned(), Type::Small.format(ui, palette.secondary));
    job.wrap.max_width = room;
    let galley = ui.painter().layout_job(job);
    let height = galley.size().y + 8.0;
    let (line, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
    let pill = Rect::from_center_size(line.center(), vec2(galley.size().x + size + 28.0, height));
    ui.painter().rect_filled(pill, CornerRadius::same(12), theme::mix(palette.back, palette.line, 0.6));
    let middle = pos2(pill.left() + 10.0 + size / 2.0, pill.top() + 4.0 + Type::Small.line(ui) / 2.0);
    ui.painter().text(middle, egui::Align2::CENTER_CENTER, icon, icons::font(size), palette.secondary);
    ui.painter().galley(pos2(pill.left() + 16.0 + size, pill.top() + 4.0), galley, palette.secondary);
}

/// A box in the middle, before something grave is said.
fn warning(ui: &mut Ui, text: &str) {
    let palette = theme::palette(ui);
    let size = 20.0 * theme::scale(ui);
    let width = ui.available_width();
    let room = (width * 0.9 - size - 44.0).max(60.0);
    let mut job = egui::text::LayoutJob::single_section(text.to_owned(), Type::Note.format(ui, palette.ink));
    job.wrap.max_width = room;
    let galley = ui.painter().layout_job(job);
    let height = galley.size().y + 20.0;
    let (line, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Alert, true, text));
    let bubble = Rect::from_center_size(line.center(), vec2(galley.size().x + size + 38.0, height));
    let stroke = egui::Stroke::new(1.0, palette.caution);
    let corners = CornerRadius::same(theme::CARD_RADIUS);
    ui.painter().rect(bubble, corners, palette.caution_soft, stroke, egui::StrokeKind::Inside);
    let middle = pos2(bubble.left() + 14.0 + size / 2.0, bubble.top() + 10.0 + Type::Note.line(ui) / 2.0);
    ui.painter().text(middle, egui::Align2::CENTER_CENTER, icons::WARNING, icons::font(size), palette.caution);
    ui.painter().galley(pos2(bubble.left() + 22.0 + size, bubble.top() + 10.0), galley, palette.ink);
}
