//! The lines to pick, shuffled by the talk's seed, and the settings to change to. Gives no line more weight than another.

use egui::{Rect, ScrollArea, Ui, UiBuilder};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore as _, SeedableRng as _};

use crate::scenario::TurnIx;
use crate::scenario::document::SettingKind;
use crate::session::{Session, settings};
use crate::text::Lang;
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{ReplyCard, button};

/// The keys of the lines.
pub(super) const DIGITS: [&str; 5] = ["1", "2", "3", "4", "5"];

/// A line as it lies in the dock.
#[derive(Debug, Clone)]
pub(super) struct Card {
    pub id: String,
    pub text: String,
    pub name: String,
    pub closed: Option<String>,
    /// Where settings are grouped: the heading above the first of each group.
    pub heading: Option<&'static str>,
}

/// What lies in the dock, read once a turn.
#[derive(Debug, Default)]
pub(super) struct Dock {
    pub cards: Vec<Card>,
    /// The settings, while the menu is open.
    pub menu: Option<Vec<Card>>,
    /// Whether there is anything to change to here.
    pub can_change: bool,
    key: Option<(usize, Lang)>,
    /// Heights of the cards, roomy and dense, for a width and a text size.
    heights: [Heights; 2],
}

/// How high the cards are.
#[derive(Debug, Default)]
struct Heights {
    key: Option<(f32, f32)>,
    each: Vec<f32>,
}

/// How the cards are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct DockView {
    pub awake: bool,
    pub dense: bool,
    /// The first card gets the focus.
    pub focus: bool,
}

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pressed {
    Card(usize),
    Back,
}

impl Dock {
    /// Reads what is offered now. Call while the dock is awake only, so that nothing gives the next turn away.
    pub fn refresh(&mut self, session: &Session, cx: &Cx) {
        let key = Some((session.talk().entries().len(), cx.lang));
        if self.key == key {
            return;
        }
        self.key = key;
        let state = session.state();
        let scenario = session.scenario();
        let mut offered = state.offered(scenario);
        let order = shuffled(state.seed, state.turn, scenario.turn(state.turn).replies.len());
        offered.sort_by_key(|offer| order.iter().position(|at| *at == offer.ix.index()));
        let of = offered.len().to_string();
        let cards = offered.iter().zip(1..).map(|(offer, n): (_, usize)| {
            let text = offer.reply.text.get(cx.lang).to_owned();
            let name = fill(&cx.text.common.reply_of, &[("n", &n.to_string()), ("of", &of), ("text", &text)]);
            let closed = offer.unavailable.map(|why| why.get(cx.lang).to_owned());
            Card { id: offer.reply.id.clone(), text, name, closed, heading: None }
        });
        self.cards = cards.collect();
        self.heights = Default::default();
        self.can_change = !state.is_over() && !settings(scenario, state).is_empty();
        if self.menu.is_some() {
            self.open_menu(session, cx);
        }
    }

    /// Shows where, with whom and when one could go on.
    pub fn open_menu(&mut self, session: &Session, cx: &Cx) {
        let mut found = settings(session.scenario(), session.state());
        let rank = |kind: SettingKind| match kind {
            SettingKind::Place => 0,
            SettingKind::Person => 1,
            SettingKind::Time => 2,
        };
        found.sort_by_key(|(_, setting, _)| rank(setting.kind));
        let of = found.len().to_string();
        let mut last = None;
        let cards = found.into_iter().zip(1..).map(|((_, setting, closed), n): (_, usize)| {
            let words = &cx.text.practice;
            let heading: &'static str = match setting.kind {
                SettingKind::Place => &words.where_to,
                SettingKind::Person => &words.with_whom,
                SettingKind::Time => &words.when,
            };
            let first = last.replace(setting.kind) != Some(setting.kind);
            let text = setting.label.get(cx.lang).to_owned();
            let name = fill(&cx.text.common.reply_of, &[("n", &n.to_string()), ("of", &of), ("text", &text)]);
            let closed = closed.map(|why| why.get(cx.lang).to_owned());
            Card { id: setting.id.clone(), text, name, closed, heading: first.then_some(heading) }
        });
        self.menu = Some(cards.collect());
    }

    /// The cards shown now.
    pub fn shown(&self) -> &[Card] {
        self.menu.as_deref().unwrap_or(&self.cards)
    }

    /// The height the cards want at `width`.
    pub fn wish(&mut self, ui: &Ui, width: f32, dense: bool) -> f32 {
        let key = Some((width, theme::scale(ui)));
        let heights = &mut self.heights[usize::from(dense)];
        if heights.key != key {
            heights.key = key;
            let high = |card: &Card| card_height(ui, &card.text, card.closed.as_deref(), width, dense, false);
            heights.each = self.cards.iter().map(high).collect();
        }
        heights.each.iter().sum::<f32>() + gap(dense) * self.cards.len().saturating_sub(1) as f32
    }

    /// Draws the cards into `rect`; what doesn't fit scrolls.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx, rect: Rect, view: DockView) -> Option<Pressed> {
        let made = ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("dock"), |ui| {
            if !view.awake {
                ui.disable();
            }
            ui.spacing_mut().item_spacing.y = gap(view.dense);
            let area = ScrollArea::vertical().id_salt(("dock scroll", self.menu.is_some())).auto_shrink(false);
            area.max_height(rect.height()).show(ui, |ui| self.list(ui, cx, rect, view)).inner
        });
        made.inner
    }

    fn list(&mut self, ui: &mut Ui, cx: &Cx, rect: Rect, view: DockView) -> Option<Pressed> {
        let mut pressed = None;
        if self.menu.is_some() {
            ui.horizontal(|ui| {
                let back = button::with_icon(ui, button::Weight::Quiet, icons::ARROW_BACK, &cx.text.common.back, true);
                if back.clicked() {
                    pressed = Some(Pressed::Back);
                }
                let title = Type::Body.strong(ui, &cx.text.practice.change_title);
                ui.add(egui::Label::new(title).truncate());
            });
        }
        let need = self.wish(ui, ui.available_width(), view.dense);
        let cards = self.shown();
        let heights = if self.menu.is_some() { &[][..] } else { &self.heights[usize::from(view.dense)].each };
        // Room that is left goes to the cards, so that the dock is one block with the box beside it.
        let spare = (rect.height() - need).max(0.0) / cards.len().max(1) as f32;
        for (index, card) in cards.iter().enumerate() {
            if let Some(heading) = card.heading {
                let heading = Type::Small.text(ui, heading).color(theme::palette(ui).secondary);
                ui.label(heading);
            }
            let least = heights.get(index).map_or(0.0, |own| (own + spare).min(own.max(72.0)).floor());
            let digit = if cx.settings.number_keys { DIGITS.get(index).copied().unwrap_or_default() } else { "" };
            let reply = ReplyCard {
                closed: card.closed.as_deref(),
                compact: view.dense,
                least_height: least,
                ..ReplyCard::new(digit, &card.text, &card.name)
            };
            let response = ui.push_id(index, |ui| reply.show(ui)).inner;
            if index == 0 && view.focus {
                response.request_focus();
            }
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                pressed = Some(Pressed::Card(index));
            }
        }
        pressed
    }
}

/// The order of a turn's lines: by the talk's seed, the same for ever.
fn shuffled(seed: u64, turn: TurnIx, count: usize) -> Vec<usize> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    // Wordings are drawn from the streams of the turns themselves; the cards take others.
    chance.set_stream(u64::MAX - turn.index() as u64);
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        order.swap(last, chance.next_u32() as usize % (last + 1));
    }
    order
}

/// Space between cards.
fn gap(dense: bool) -> f32 {
    if dense { 4.0 } else { 8.0 }
}

/// How high a card with these words is; the same reckoning as the card's own.
pub(super) fn card_height(ui: &Ui, text: &str, closed: Option<&str>, width: f32, dense: bool, icon: bool) -> f32 {
    let scale = theme::scale(ui);
    let (kind, padding) = if dense { (Type::Note, 8.0) } else { (Type::Body, 14.0) };
    let badge = 24.0 * scale.min(1.25);
    let before = badge + 10.0 + if icon { 20.0 * scale + 8.0 } else { 0.0 };
    let room = (width - 2.0 * padding - before).max(40.0);
    let high = |text: &str, kind: Type| {
        let mut job = egui::text::LayoutJob::single_section(text.to_owned(), kind.format(ui, egui::Color32::WHITE));
        job.wrap.max_width = room;
        ui.painter().layout_job(job).size().y
    };
    let text = high(text, kind) + closed.map_or(0.0, |why| high(why, Type::Small));
    (text.max(badge) + 2.0 * padding).max(theme::TARGET)
}
