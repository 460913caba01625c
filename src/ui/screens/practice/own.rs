//! Own words and the four ways without words. Judges nothing while one types.

use egui::{Align, CornerRadius, Frame, Layout, Rect, ScrollArea, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, vec2};

use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{ReplyCard, button};

/// Characters after which the count shows. Nothing is cut.
const MANY: usize = 500;
/// Gap between the ways.
const GAP: f32 = 8.0;

/// What was asked for here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Say,
    Listen,
    Look,
    Change,
    Breathe,
}

/// How this part is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwnView<'a> {
    pub awake: bool,
    /// One row: narrow windows.
    pub row: bool,
    pub dense: bool,
    /// Why the setting can't be changed.
    pub no_change: Option<&'a str>,
    /// The box gets the focus.
    pub focus: bool,
}

const WAYS: [(Asked, char, &str); 4] = [
    (Asked::Listen, icons::HEARING, "6"),
    (Asked::Look, icons::VISIBILITY, "7"),
    (Asked::Change, icons::MEETING_ROOM, "8"),
    (Asked::Breathe, icons::SELF_IMPROVEMENT, "9"),
];

/// The height this part wants at `width`.
pub(super) fn wish(ui: &Ui, cx: &Cx, width: f32, view: OwnView<'_>, draft: &str) -> f32 {
    let (across, way) = ways_size(ui, cx, width, view);
    let rows = (WAYS.len() / across) as f32;
    box_height(ui, width, view, draft) + rows * (way + GAP)
}

/// How many ways stand in a row, and how high each is.
fn ways_size(ui: &Ui, cx: &Cx, width: f32, view: OwnView<'_>) -> (usize, f32) {
    let across = if view.row { 4 } else { 2 };
    let each = ((width - GAP * (across - 1) as f32) / across as f32).floor();
    let highest = WAYS.iter().map(|(way, ..)| {
        let closed = if *way == Asked::Change { view.no_change } else { None };
        super::dock::card_height(ui, name(cx, *way), closed, each, view.dense, true)
    });
    let least = if view.row { 0.0 } else { 64.0 };
    (across, highest.fold(least, f32::max))
}

fn box_height(ui: &Ui, width: f32, view: OwnView<'_>, draft: &str) -> f32 {
    let line = Type::Body.line(ui);
    if !view.row {
        return (if view.dense { 116.0 } else { 144.0 } * theme::scale(ui).min(1.2)).max(line + 64.0);
    }
    // One row that grows to three.
    let letters = (width - 160.0) / Type::Body.size(ui);
    let lines: f32 = draft.split('\n').map(|part| (part.chars().count() as f32 / letters).ceil().max(1.0)).sum();
    (line * lines.clamp(1.0, 3.0) + 20.0).max(theme::TARGET + 16.0)
}

/// Draws the box and the ways into `rect`; the ways keep the bottom.
pub(super) fn show(ui: &mut Ui, cx: &Cx, rect: Rect, draft: &mut String, view: OwnView<'_>) -> Option<Asked> {
    let (across, way) = ways_size(ui, cx, rect.width(), view);
    let rows = (WAYS.len() / across) as f32;
    let ways_top = rect.bottom() - rows * way - (rows - 1.0) * GAP;
    let mut asked = None;
    let box_rect = Rect::from_min_max(rect.min, egui::pos2(rect.right(), ways_top - GAP));
    ui.scope_builder(UiBuilder::new().max_rect(box_rect).id_salt("own words"), |ui| {
        if !view.awake {
            ui.disable();
        }
        if typing(ui, cx, box_rect, draft, view) {
            asked = Some(Asked::Say);
        }
    });
    let each = ((rect.width() - GAP * (across - 1) as f32) / across as f32).floor();
    for (index, (kind, icon, digit)) in WAYS.into_iter().enumerate() {
        let at = vec2((index % across) as f32 * (each + GAP), (index / across) as f32 * (way + GAP));
        let place = Rect::from_min_size(egui::pos2(rect.left(), ways_top) + at, vec2(each, way));
        ui.scope_builder(UiBuilder::new().max_rect(place).id_salt(("way", index)), |ui| {
            if !view.awake {
                ui.disable();
            }
            let word = name(cx, kind);
            let full = fill(&cx.text.practice.way_of, &[("n", digit), ("text", word)]);
            let card = ReplyCard {
                icon: Some(icon),
                compact: view.dense,
                least_height: way,
                closed: if kind == Asked::Change { view.no_change } else { None },
                ..ReplyCard::new(if cx.settings.number_keys { digit } else { "" }, word, &full)
            };
            if card.show(ui).clicked() {
                asked = Some(kind);
            }
        });
    }
    asked
}

fn name(cx: &Cx, way: Asked) -> &'static str {
    let words = &cx.text.practice;
    match way {
        Asked::Say => &words.say,
        Asked::Listen => &words.listen,
        Asked::Look => &words.look,
        Asked::Change => &words.change,
        Asked::Breathe => &words.breathe,
    }
}

/// The box; true when the line is to be said.
fn typing(ui: &mut Ui, cx: &Cx, rect: Rect, draft: &mut String, view: OwnView<'_>) -> bool {
    let palette = theme::palette(ui);
    let words = &cx.text.practice;
    let focused = ui.memory(|memory| memory.has_focus(super::box_id()));
    let edge = if focused { palette.accent } else { palette.control_edge };
    let corners = CornerRadius::same(theme::CONTROL_RADIUS);
    ui.painter().rect(rect, corners, palette.card, Stroke::new(1.0, edge), StrokeKind::Inside);
    let ready = !draft.trim().is_empty();
    let tall = theme::TARGET * theme::scale(ui).min(1.2);
    let (text_rect, foot) = if view.row {
        let right = rect.right() - 8.0;
        let left = right - 100.0 * theme::scale(ui);
        let foot = Rect::from_min_max(egui::pos2(left, rect.top()), egui::pos2(right, rect.bottom()));
        (Rect::from_min_max(rect.min + vec2(12.0, 8.0), egui::pos2(left - 8.0, rect.bottom() - 8.0)), foot)
    } else {
        let top = rect.bottom() - tall - 8.0;
        let foot = Rect::from_min_max(egui::pos2(rect.left() + 12.0, top), rect.max - vec2(8.0, 8.0));
        (Rect::from_min_max(rect.min + vec2(12.0, 8.0), egui::pos2(rect.right() - 8.0, top - 2.0)), foot)
    };
    ui.scope_builder(UiBuilder::new().max_rect(text_rect).id_salt("box"), |ui| {
        ScrollArea::vertical().id_salt("box scroll").auto_shrink(false).max_height(text_rect.height()).show(ui, |ui| {
            let hint = Type::Body.text(ui, &words.box_hint).color(palette.secondary).line_height(None);
            let edit = TextEdit::multiline(draft)
                .id(super::box_id())
                .hint_text(hint)
                .font(Type::Body.font(ui))
                .frame(Frame::NONE)
                .margin(egui::Margin::ZERO)
                .desired_rows(1)
                .desired_width(f32::INFINITY)
                .min_size(vec2(0.0, text_rect.height()))
                .event_filter(super::box_filter());
            let edit = if cx.settings.enter_sends { edit.return_key(super::NEW_LINE) } else { edit };
            let response = ui.add(edit).accessible_name(words.own.as_str());
            if view.focus {
                response.request_focus();
            }
        });
    });
    let mut said = false;
    ui.scope_builder(UiBuilder::new().max_rect(foot).id_salt("say"), |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            said = button::with_icon(ui, button::Weight::Secondary, icons::SEND, &words.say, ready).clicked();
            let count = draft.chars().count();
            if count > MANY && !view.row {
                let count = fill(&words.count, &[("n", &count.to_string())]);
                let count = Type::Small.text(ui, count).color(palette.secondary);
                ui.label(count);
            }
        });
    });
    said
}
