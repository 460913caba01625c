//! Practice: a person whose feeling decides what can be solved. Shows what the core found and never judges a line itself.

mod dock;
mod header;
mod keyboard;
mod layout;
mod leave;
mod own;
mod person;
mod side;
mod staging;
mod talk;
mod transcript;

use std::ops::Range;
use std::time::Duration;

use egui::{EventFilter, Id, Key, KeyboardShortcut, Modifiers, Rect, Ui};

use super::super::live;
use crate::customer::Emotion;
use crate::session::{Event, Gate, Mode, Session};
use crate::ui::action::{Action, Route, Ways};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::keys::KeyWatch;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{GateStrip, button};

use dock::{Dock, DockView};
use layout::{Form, Places, Wishes};
use own::OwnView;
use person::{PersonWords, Seen};
use staging::{Pending, Phase};
use talk::{Moment, TalkView};
use transcript::Transcript;

/// Seconds for which Space and Enter do nothing after the dock woke: who skips twice must not pick.
const GUARD: f64 = 0.35;
/// Seconds for which the words of a fact stay underlined.
const FACT: f64 = 1.0;
/// A new line in the box while Enter says it.
const NEW_LINE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);

/// The practice screen's own small state; the talk itself is the session's.
#[derive(Debug, Default)]
pub struct Practice {
    ways: Ways,
    draft: String,
    note: String,
    keys: KeyWatch,
    transcript: Transcript,
    phase: Phase,
    talk: TalkView,
    dock: Dock,
    person: PersonWords,
    /// What meters and strip show: they follow the talk step by step.
    shown: Option<Shown>,
    /// The rows of the last answer, and when they were complete.
    fresh: Range<usize>,
    revealed: f64,
    woke: f64,
    /// Where the focus goes once it may.
    focus: Option<Spot>,
    answered_in_words: bool,
    leaving: Option<bool>,
    notes_open: bool,
    /// What the screen reader heard last.
    spoken: String,
    spots: Spots,
}

/// What the strip and the meters show.
#[derive(Debug, Clone, Copy)]
struct Shown {
    emotion: Emotion,
    gate: Gate,
    settled: usize,
}

/// Where the keyboard can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    Header,
    Side,
    Dock,
    Box,
}

/// Where the regions lay in the last frame, for F6.
#[derive(Debug, Clone, Copy, Default)]
struct Spots {
    header: Option<Id>,
    areas: Option<Places>,
}

/// The box for own words.
fn box_id() -> Id {
    Id::unique("practice own words")
}

/// The box for own notes.
fn note_id() -> Id {
    Id::unique("practice own note")
}

/// Esc is ours in a box: while an input method composes it must not take the focus away.
fn box_filter() -> EventFilter {
    EventFilter { escape: true, horizontal_arrows: true, vertical_arrows: true, tab: false }
}

impl Practice {
    /// A screen for a talk that begins or goes on.
    #[must_use]
    pub fn new(ways: Ways) -> Self {
        Self { ways, ..Self::default() }
    }

    /// Whether an answer can be given now: nothing is being revealed and nothing waits to be taken back.
    #[must_use]
    pub fn awake(&self) -> bool {
        self.phase.awake()
    }

    /// Draws the screen over all of `ui` and returns what was asked.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx, session: &Session) -> Vec<Action> {
        let mut asked = Vec::new();
        self.hear(ui, cx, session);
        let (action, woke) = self.phase.tick(cx.now);
        self.follow(action, woke, cx, &mut asked);
        self.keyboard(ui, cx, session, &mut asked);
        if self.phase.awake() && !session.state().is_over() {
            self.dock.refresh(session, cx);
        }
        self.show_now(session, cx);
        self.regions(ui, cx, session, &mut asked);
        if let Some(fresh) = self.leaving {
            self.leaving = Some(false);
            match leave::show(ui, cx, fresh) {
                Some(leave::Chosen::Stay) => {
                    self.leaving = None;
                    self.focus = Some(self.home());
                }
                Some(leave::Chosen::Do(action)) => {
                    self.leaving = None;
                    self.phase = Phase::Awake;
                    asked.push(action);
                }
                None => {}
            }
        }
        live::say(ui, &self.spoken);
        self.keep_moving(ui, cx);
        asked
    }

    /// Takes in what is new in the talk and begins to show it.
    fn hear(&mut self, ui: &Ui, cx: &Cx, session: &Session) {
        let again = self.transcript.items.len();
        let Some(rows) = self.transcript.catch_up(session, cx.lang, cx.text) else { return };
        let entries = session.talk().entries();
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return };
        let opening = session.journal().events.is_empty();
        let whole = rows.start == 0;
        let now = Shown { emotion: last.emotion, gate: last.gate, settled: session.state().agreed.len() };
        let before = match self.shown {
            Some(shown) => shown,
            None if opening => Shown { gate: first.gate, ..now },
            None => now,
        };
        self.shown = Some(before);
        self.spoken.clone_from(&self.transcript.spoken);
        self.talk.to_end = true;
        // A talk that goes on, or one that is shown in the other language, stands whole.
        let at_once = (whole && (again > 0 || !opening)) || cx.settings.text_at_once || theme::reduced_motion(ui);
        self.fresh = rows.clone();
        if at_once {
            self.phase = Phase::Awake;
            self.wake(cx);
        } else if !matches!(self.phase, Phase::Reveal { .. }) {
            let gate_moves = before.gate != now.gate;
            self.phase = staging::reveal_rows(&mut self.transcript.items, rows, cx.now, gate_moves);
            if self.phase.awake() {
                self.wake(cx);
            }
        }
    }

    fn follow(&mut self, action: Option<Action>, woke: bool, cx: &Cx, asked: &mut Vec<Action>) {
        asked.extend(action);
        if woke {
            self.wake(cx);
        }
    }

    fn wake(&mut self, cx: &Cx) {
        self.revealed = cx.now;
        self.woke = cx.now;
        if self.focus.is_none() {
            self.focus = Some(self.home());
        }
    }

    /// Where the next answer is given.
    fn home(&self) -> Spot {
        if self.answered_in_words || self.ways == Ways::Typed { Spot::Box } else { Spot::Dock }
    }

    /// Lets meters and strip follow.
    fn show_now(&mut self, session: &Session, cx: &Cx) {
        let millis = self.phase.millis(cx.now);
        let done = self.phase.lines_done(cx.now);
        if matches!(self.phase, Phase::Pending(_) | Phase::Sent(_)) {
            return;
        }
        let Some(shown) = &mut self.shown else { return };
        let state = session.state();
        if millis >= staging::METERS {
            shown.emotion = state.emotion;
        }
        if done {
            shown.gate = state.gate;
            shown.settled = state.agreed.len();
        }
    }

    /// An answer: it can be taken back for a while before it is asked for.
    fn answer(&mut self, action: Action, words: String, typed: bool, cx: &Cx, asked: &mut Vec<Action>) {
        self.answered_in_words = typed;
        self.dock.menu = None;
        self.focus = None;
        self.talk.to_end = true;
        match cx.settings.take_back.millis() {
            Some(0) => {
                asked.push(action);
                self.phase = Phase::Sent(cx.now);
            }
            millis => {
                self.talk.focus_confirm = millis.is_none();
                self.phase = Phase::Pending(Pending { action, words, typed, since: cx.now, millis });
            }
        }
    }

    /// Card number `index` of the dock is chosen.
    fn choose(&mut self, index: usize, session: &Session, cx: &Cx, asked: &mut Vec<Action>) {
        let Some(card) = self.dock.shown().get(index).filter(|card| card.closed.is_none()) else { return };
        let (id, text) = (card.id.clone(), card.text.clone());
        if self.dock.menu.is_some() {
            let setting = session.scenario().settings.iter().find(|setting| setting.id == id);
            let words = setting.map_or(text, |setting| setting.says.get(cx.lang).to_owned());
            return self.answer(Action::Act(Event::ChangedSetting(id)), words, false, cx, asked);
        }
        let event = Event::Picked(id);
        if self.warns(&event, session) {
            asked.push(Action::Act(event));
            return;
        }
        self.answer(Action::Act(event), text, false, cx, asked);
    }

    /// Picking this only brings a warning: nothing is said that could be taken back.
    fn warns(&self, event: &Event, session: &Session) -> bool {
        let Event::Picked(id) = event else { return false };
        let state = session.state();
        let offered = state.offered(session.scenario());
        offered.iter().any(|offer| {
            offer.reply.id == *id && offer.reply.critical.is_some() && !state.warned.contains(&(state.turn, offer.ix))
        })
    }

    fn say(&mut self, cx: &Cx, asked: &mut Vec<Action>) {
        if self.draft.trim().is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.draft);
        self.answer(Action::Say(words.clone()), words, true, cx, asked);
    }

    fn own(&mut self, what: own::Asked, session: &Session, cx: &Cx, asked: &mut Vec<Action>) {
        match what {
            own::Asked::Say => self.say(cx, asked),
            own::Asked::Listen => {
                let words = crate::session::Doing::Listens.words(session.scenario()).get(cx.lang).to_owned();
                self.answer(Action::Act(Event::Listened), words, false, cx, asked);
            }
            own::Asked::Look => asked.push(Action::Act(Event::Observed)),
            own::Asked::Change if self.dock.can_change => {
                self.dock.open_menu(session, cx);
                self.focus = Some(Spot::Dock);
            }
            own::Asked::Change => {}
            own::Asked::Breathe => asked.push(Action::Act(Event::Breathed)),
        }
    }

    fn take_back(&mut self) {
        if let Some(pending) = self.phase.take_back() {
            if pending.typed && self.draft.is_empty() {
                self.draft = pending.words;
            }
            self.focus = Some(self.home());
        }
    }

    fn hints(session: &Session, cx: &Cx) -> bool {
        cx.settings.show_hints && session.journal().header.mode == Mode::Coached && !session.state().is_over()
    }

    fn regions(&mut self, ui: &mut Ui, cx: &Cx, session: &Session, asked: &mut Vec<Action>) {
        let rect = ui.max_rect();
        let places = self.places(ui, cx, rect, session);
        self.spots.areas = Some(places);
        let narrow = matches!(places.form, Form::Compact | Form::Narrow);
        let counts = narrow.then(|| side::counts(session, &self.transcript));
        let hints = Self::hints(session, cx) && self.phase.awake();
        let pressed = header::show(ui, cx, places.header, session, &self.transcript, counts, hints);
        self.spots.header = pressed.first;
        if let (Some(Spot::Header), Some(first)) = (self.focus, pressed.first) {
            self.focus = None;
            ui.memory_mut(|memory| memory.request_focus(first));
        }
        if pressed.leave {
            self.leave(session, asked);
        }
        if pressed.hint {
            asked.push(Action::Act(Event::HintAsked));
        }
        if pressed.notes {
            self.notes_open = !self.notes_open;
        }
        let (Some(shown), scenario) = (self.shown, session.scenario()) else { return };
        let millis = self.phase.millis(cx.now);
        let seen = Seen {
            scenario,
            mode: session.journal().header.mode,
            emotion: if matches!(self.phase, Phase::Pending(_) | Phase::Sent(_)) {
                shown.emotion
            } else {
                session.state().emotion
            },
            metered: shown.emotion,
            talking: !self.phase.lines_done(cx.now) && millis > staging::METERS,
            causes: millis >= staging::METERS && !matches!(self.phase, Phase::Pending(_) | Phase::Sent(_)),
        };
        if places.form == Form::Narrow {
            self.person.strip(ui, cx, places.person, seen, &self.transcript);
        } else {
            self.person.column(ui, cx, places.person, seen, &self.transcript);
        }
        if let Some(gate) = places.gate {
            self.gate(ui, cx, gate, session, shown);
        }
        let pressed = {
            let fresh = cx.now - self.revealed < FACT || !self.phase.awake();
            let moment = Moment {
                millis,
                pending: self.phase.pending(),
                fresh_facts: (fresh && !theme::reduced_motion(ui)).then_some(&self.fresh),
                customer: scenario.customer.name.get(cx.lang),
            };
            self.talk.show(ui, cx, places.talk, &mut self.transcript.items, moment)
        };
        match pressed {
            Some(talk::Pressed::TakeBack) => self.take_back(),
            Some(talk::Pressed::SayIt) => asked.extend(self.phase.commit(cx.now)),
            None => self.hurry_by_click(ui, cx, places, asked),
        }
        let notes = places.side.or_else(|| self.notes_open.then(|| notes_rect(places)));
        if let Some(rect) = notes {
            let over = places.side.is_none();
            let response = side::show(ui, cx, rect, over, session, &self.transcript, &mut self.note, asked);
            if self.focus == Some(Spot::Side) && self.may_focus(ui) {
                self.focus = None;
                response.request_focus();
            }
        }
        self.answers(ui, cx, session, places, asked);
    }

    /// The dock, or the way on once the talk is over.
    fn answers(&mut self, ui: &mut Ui, cx: &Cx, session: &Session, places: Places, asked: &mut Vec<Action>) {
        if session.state().is_over() && self.phase.awake() {
            let rect = places.pick.map_or(places.own, |pick| pick.union(places.own));
            self.over(ui, cx, rect, asked);
            return;
        }
        let awake = self.phase.awake() && self.leaving.is_none();
        let may = awake && self.may_focus(ui);
        let mut place = |spot: Spot| {
            let here = may && self.focus == Some(spot);
            if here {
                self.focus = None;
            }
            here
        };
        let (to_dock, to_box) = (place(Spot::Dock), place(Spot::Box));
        let dense = self.dense(ui, cx, places);
        if let Some(rect) = places.pick {
            let pressed = self.dock.show(ui, cx, rect, DockView { awake, dense, focus: to_dock });
            match pressed {
                Some(dock::Pressed::Card(index)) => self.choose(index, session, cx, asked),
                Some(dock::Pressed::Back) => self.close_menu(),
                None => {}
            }
        }
        let view = self.own_view(cx, places.form, awake, dense, to_box);
        let menu_here = places.pick.is_none() && self.dock.menu.is_some();
        if menu_here {
            match self.dock.show(ui, cx, places.own, DockView { awake, dense, focus: to_dock }) {
                Some(dock::Pressed::Card(index)) => self.choose(index, session, cx, asked),
                Some(dock::Pressed::Back) => self.close_menu(),
                None => {}
            }
        } else if let Some(what) = own::show(ui, cx, places.own, &mut self.draft, view) {
            self.own(what, session, cx, asked);
        }
    }

    fn close_menu(&mut self) {
        self.dock.menu = None;
        self.focus = Some(Spot::Dock);
    }

    fn own_view<'a>(&self, cx: &'a Cx<'_>, form: Form, awake: bool, dense: bool, focus: bool) -> OwnView<'a> {
        let no_change = (!self.dock.can_change).then_some(cx.text.practice.nothing_to_change.as_str());
        OwnView { awake, row: form == Form::Narrow, dense, no_change, focus }
    }

    fn over(&mut self, ui: &mut Ui, cx: &Cx, rect: Rect, asked: &mut Vec<Action>) {
        let words = &cx.text.practice;
        ui.scope_builder(egui::UiBuilder::new().max_rect(rect).id_salt("over"), |ui| {
            ui.vertical_centered(|ui| {
                ui.add_space((rect.height() / 2.0 - 56.0).max(8.0));
                let over = Type::Customer.text(ui, &words.over);
                ui.label(over);
                ui.add_space(8.0);
                let on = button::with_icon(ui, button::Weight::Primary, icons::ARROW_FORWARD, &words.to_debrief, true);
                if self.focus.take().is_some() {
                    on.request_focus();
                }
                if on.clicked() {
                    asked.push(Action::Go(Route::Debrief(None)));
                }
            });
        });
    }

    fn leave(&mut self, session: &Session, asked: &mut Vec<Action>) {
        if session.state().is_over() {
            asked.push(Action::Go(Route::Debrief(None)));
        } else {
            self.leaving = Some(true);
        }
    }

    fn places(&self, ui: &Ui, cx: &Cx, rect: Rect, session: &Session) -> Places {
        let scale = theme::scale(ui);
        let picks = self.ways == Ways::Both;
        let columns = layout::columns(rect, scale, picks);
        let exam = session.journal().header.mode == Mode::Exam;
        let limit = (rect.height() * 0.48).floor();
        // Roomy cards where they fit, dense ones where all five would not be seen otherwise.
        let roomy = rect.height() > 740.0 && self.dock.wish(ui, columns.pick, false) <= limit;
        let view = self.own_view(cx, columns.form, true, !roomy, false);
        let wishes = Wishes {
            gate: if exam { 0.0 } else { (40.0 * scale).round() },
            person_strip: (96.0 * scale.min(1.1)).round(),
            pick: self.dock.wish(ui, columns.pick, !roomy),
            own: own::wish(ui, cx, columns.own, view, &self.draft),
        };
        layout::places(rect, columns, wishes)
    }

    fn dense(&self, ui: &Ui, _cx: &Cx, places: Places) -> bool {
        let rect = ui.max_rect();
        let width = places.pick.map_or(places.own.width(), |pick| pick.width());
        rect.height() <= 740.0 || self.dock.wish(ui, width, false) > (rect.height() * 0.48).floor()
    }

    fn gate(&self, ui: &mut Ui, cx: &Cx, rect: Rect, session: &Session, shown: Shown) {
        let words = &cx.text.practice;
        let emotion = &cx.text.emotion;
        let open = shown.gate == Gate::Open;
        let heat = f32::from(shown.emotion.heat.get());
        let of = session.scenario().agreements.len();
        let settled = fill(&words.settled, &[("n", &shown.settled.to_string()), ("of", &of.to_string())]);
        let waiting = self.transcript.waiting.as_deref().filter(|_| self.phase.lines_done(cx.now));
        let caption = match (waiting, open) {
            (Some(text), false) => Some(fill(&words.not_landed, &[("text", text)])),
            (Some(text), true) => Some(fill(&words.ready_again, &[("text", text)])),
            (None, false) if self.transcript.shut <= 2 => Some(emotion.feel_first.clone()),
            (None, _) => None,
        };
        ui.scope_builder(egui::UiBuilder::new().max_rect(rect).id_salt("gate"), |ui| {
            GateStrip {
                feeling: &emotion.feeling,
                word: cx.text.heat_word(heat),
                heat,
                number: session.journal().header.mode == Mode::Coached,
                issue: &emotion.issue,
                settled: &settled,
                open,
                door: if open { &emotion.door_open } else { &emotion.door_shut },
                caption: caption.as_deref(),
            }
            .show(ui);
        });
    }

    fn keep_moving(&self, ui: &Ui, cx: &Cx) {
        let facts = FACT - (cx.now - self.revealed);
        let guard = GUARD - (cx.now - self.woke);
        let rest = [facts, guard].into_iter().filter(|left| *left > 0.0);
        let next = self.phase.next(cx.now).into_iter().chain(rest).fold(f64::INFINITY, f64::min);
        if next <= 0.0 {
            ui.ctx().request_repaint();
        } else if next.is_finite() {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(next));
        }
    }
}

/// Where the notes open over a compact screen: at the right of the talk.
fn notes_rect(places: Places) -> Rect {
    let width = places.talk.width().min(340.0);
    let top = places.gate.map_or(places.talk.top(), |gate| gate.top());
    Rect::from_min_max(egui::pos2(places.talk.right() - width, top), places.talk.max)
}
