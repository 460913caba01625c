//! Own words and the four ways without words. Judges nothing while one types.

use egui::{
    Align, CornerRadius, Frame, Layout, Rect, ScrollArea, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, pos2, vec2,
};

use crate::text::Lang;
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

/// How many ways stand in a row and how high each is, reckoned when the width or the words change.
#[derive(Debug, Default)]
pub(super) struct WaysSize {
    key: Option<(f32, f32, Lang, bool, bool, bool)>,
    across: usize,
    height: f32,
}

impl WaysSize {
    /// Cards across and the height of each, at `width`.
    pub fn of(&mut self, ui: &Ui, cx: &Cx, width: f32, view: OwnView<'_>) -> (usize, f32) {
        let key = Some((width, theme::scale(ui), cx.lang, view.row, view.dense, view.no_change.is_some()));
        if self.key != key {
            self.key = key;
            self.across = if view.row { 4 } else { 2 };
            let each = ((width - GAP * (self.across - 1) as f32) / self.across as f32).floor();
            let heights = WAYS.iter().map(|(way, ..)| {
                let closed = if *way == Asked::Change { view.no_change } else { None };
                super::dock::card_height(ui, name(cx, *way), closed, each, view.dense, true)
            });
            self.height = heights.fold(if view.row { 0.0 } else { 64.0 }, f32::max);
        }
        (self.across, self.height)
    }
}

/// The height this part wants at `width`.
pub(super) fn wish(ui: &Ui, width: f32, view: OwnView<'_>, (across, way): (usize, f32), draft: &str) -> f32 {
    let rows = (WAYS.len() / across.max(1)) as f32;
    box_height(ui, width, view, draft) + rows * (way + GAP)
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
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx,
    rect: Rect,
    draft: &mut String,
    view: OwnView<'_>,
    (across, way): (usize, f32),
) -> Option<Asked> {
    let rows = (WAYS.len() / across.max(1)) as f32;
    let ways_top = rect.bottom() - rows * way - (rows - 1.0) * GAP;
    let mut asked = None;
    let box_rect = Rect::from_min_max(rect.min, pos2(rect.right(), ways_top - GAP));
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
        let place = Rect::from_min_size(pos2(rect.left(), ways_top) + at, vec2(each, way));
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

/// The box with its button beside it; true when the line is to be said.
fn typing(ui: &mut Ui, cx: &Cx, rect: Rect, draft: &mut String, view: OwnView<'_>) -> bool {
    let palette = theme::palette(ui);
    let words = &cx.text.practice;
    let beside = (if cx.lang == Lang::Zh { 60.0 } else { 70.0 } * theme::scale(ui)).round();
    let text = Rect::from_min_max(rect.min, pos2(rect.right() - beside - GAP, rect.bottom()));
    let foot = Rect::from_min_max(pos2(text.right() + GAP, rect.top()), rect.max);
    let corners = CornerRadius::same(theme::CONTROL_RADIUS);
    ui.painter().rect(text, corners, palette.card, Stroke::new(1.0, palette.control_edge), StrokeKind::Inside);
    ui.scope_builder(UiBuilder::new().max_rect(text).id_salt("box"), |ui| {
        ui.shrink_clip_rect(text.expand(4.0));
        ScrollArea::vertical().id_salt("box scroll").auto_shrink(false).max_height(text.height()).show(ui, |ui| {
            let hint = Type::Body.text(ui, &words.box_hint).color(palette.secondary).line_height(None);
            let edit = TextEdit::multiline(draft)
                .id(super::box_id())
                .hint_text(hint)
                .font(Type::Body.font(ui))
                .frame(Frame::NONE.inner_margin(egui::Margin::symmetric(12, 10)))
                .desired_rows(1)
                .desired_width(f32::INFINITY)
                .min_size(text.size())
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
        let beside = if view.row { Layout::right_to_left(Align::Center) } else { Layout::bottom_up(Align::Max) };
        ui.with_layout(beside, |ui| {
            ui.spacing_mut().button_padding.x = 10.0;
            ui.spacing_mut().item_spacing.y = 4.0;
            let ready = !draft.trim().is_empty();
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
