//! Practice: a person whose feeling decides what can be solved. Shows what the core found and never judges a line itself.

mod answers;
mod dock;
mod header;
mod keyboard;
mod layout;
mod leave;
mod own;
mod person;
mod regions;
mod side;
mod staging;
mod talk;
mod transcript;

use std::ops::Range;
use std::time::Duration;

use egui::{EventFilter, Id, Key, KeyboardShortcut, Modifiers, Ui};

use crate::customer::Emotion;
use crate::session::{Gate, Session};
use crate::ui::action::{Action, Ways};
use crate::ui::cx::Cx;
use crate::ui::keys::KeyWatch;
use crate::ui::live;

use dock::Dock;
use layout::Places;
use own::WaysSize;
use person::PersonWords;
pub(in crate::ui::screens) use person::sentence_case;
use staging::Phase;
use talk::TalkView;
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
    /// Small cards, where all of them would not be seen otherwise.
    dense: bool,
    person: PersonWords,
    ways_size: WaysSize,
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
        self.hear(cx, session);
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
    fn hear(&mut self, cx: &Cx, session: &Session) {
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
        let at_once = (whole && (again > 0 || !opening)) || cx.settings.text_at_once || cx.settings.reduced_motion;
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
