//! What the keys do here, under the law of input methods. Never moves the focus while somebody composes.

use egui::{Key, Modifiers, Ui};

use super::layout::{Form, Places};
use super::staging::Phase;
use super::{GUARD, Practice, Spot, box_id, note_id, own};
use crate::session::{Event, Session};
use crate::ui::action::{Action, Ways};
use crate::ui::cx::Cx;
use crate::ui::keys::Surroundings;

impl Practice {
    pub(super) fn keyboard(&mut self, ui: &mut Ui, cx: &Cx, session: &Session, asked: &mut Vec<Action>) {
        let in_text = ui.ctx().text_edit_focused();
        let around = Surroundings { now: cx.now, in_text, enabled: cx.settings.number_keys };
        let digit = ui.input(|input| self.keys.digit(&input.events, around));
        if !self.keys.app_has_keys(cx.now) || self.leaving.is_some() {
            return;
        }
        let pressed =
            |ui: &mut Ui, modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if !matches!(self.phase, Phase::Awake) {
            self.while_asleep(ui, cx, in_text, asked);
        } else if !in_text && cx.now - self.woke < GUARD {
            // Somebody hurried: the second press of Space is not meant for the card that has the focus now.
            let _ = pressed(ui, Modifiers::NONE, Key::Space) || pressed(ui, Modifiers::NONE, Key::Enter);
        }
        self.in_the_boxes(ui, cx, asked);
        if let Some(digit) = digit.filter(|_| self.phase.awake() && !session.state().is_over()) {
            self.dock.refresh(session, cx);
            self.digit(digit, session, cx, asked);
        }
        if pressed(ui, Modifiers::NONE, Key::F2) || pressed(ui, Modifiers::COMMAND, Key::L) {
            self.dock.menu = None;
            self.focus = Some(Spot::Box);
        }
        if pressed(ui, Modifiers::NONE, Key::F3) {
            self.last_line_again(session, cx);
        }
        if pressed(ui, Modifiers::NONE, Key::F4) {
            self.notes();
        }
        if pressed(ui, Modifiers::SHIFT, Key::F6) {
            self.next_region(ui, true);
        } else if pressed(ui, Modifiers::NONE, Key::F6) {
            self.next_region(ui, false);
        }
        if !in_text {
            let page = self.spots.areas.map_or(200.0, |places| places.talk.height() * 0.8);
            if pressed(ui, Modifiers::NONE, Key::PageUp) {
                self.talk.by = page;
            } else if pressed(ui, Modifiers::NONE, Key::PageDown) {
                self.talk.by = -page;
            }
            if self.dock.menu.is_some() && pressed(ui, Modifiers::NONE, Key::Escape) {
                self.close_menu();
            } else if self.notes_open && pressed(ui, Modifiers::NONE, Key::Escape) {
                self.notes_open = false;
            }
        }
    }

    /// Taking back, and hurrying, which never picks.
    fn while_asleep(&mut self, ui: &mut Ui, cx: &Cx, in_text: bool, asked: &mut Vec<Action>) {
        if self.phase.pending().is_some() && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z)) {
            self.take_back();
            return;
        }
        // In the note one goes on writing; where a line waits to be confirmed, Space presses its button.
        let confirms = self.phase.pending().is_some_and(|pending| pending.millis.is_none());
        if in_text && !ui.memory(|memory| memory.has_focus(box_id())) || confirms {
            return;
        }
        let hurried = ui.input_mut(|input| {
            let space = input.consume_key(Modifiers::NONE, Key::Space);
            let enter = input.consume_key(Modifiers::NONE, Key::Enter);
            space || enter
        });
        if hurried {
            let (action, woke) = self.phase.hurry(cx.now);
            self.follow(action, woke, cx, asked);
        }
    }

    /// Enter says the line, Esc goes back to the dock with the draft kept.
    fn in_the_boxes(&mut self, ui: &mut Ui, cx: &Cx, asked: &mut Vec<Action>) {
        let focused = ui.memory(egui::Memory::focused);
        if focused != Some(box_id()) && focused != Some(note_id()) {
            return;
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            if let Some(id) = focused {
                ui.memory_mut(|memory| memory.surrender_focus(id));
            }
            self.notes_open &= focused != Some(note_id());
            self.focus = (self.ways == Ways::Both).then_some(Spot::Dock);
            return;
        }
        if focused == Some(box_id()) && self.phase.awake() {
            let says = ui.input_mut(|input| {
                input.consume_key(Modifiers::COMMAND, Key::Enter)
                    || cx.settings.enter_sends
                        && !input.modifiers.shift
                        && input.consume_key(Modifiers::NONE, Key::Enter)
            });
            if says {
                self.say(cx, asked);
            }
        }
    }

    fn digit(&mut self, digit: u8, session: &Session, cx: &Cx, asked: &mut Vec<Action>) {
        let menu = self.dock.menu.is_some();
        match digit {
            1..=5 if menu || self.ways == Ways::Both => self.choose(usize::from(digit) - 1, session, cx, asked),
            6 if !menu => self.own(own::Asked::Listen, session, cx, asked),
            7 if !menu => self.own(own::Asked::Look, session, cx, asked),
            8 if menu => self.close_menu(),
            8 => self.own(own::Asked::Change, session, cx, asked),
            9 if !menu => self.own(own::Asked::Breathe, session, cx, asked),
            0 if Self::hints(session, cx) => asked.push(Action::Act(Event::HintAsked)),
            _ => {}
        }
    }

    /// Shows and says the last line once more.
    fn last_line_again(&mut self, session: &Session, cx: &Cx) {
        self.talk.to_end = true;
        if let Some(line) = session.talk().last_line() {
            let scenario = session.scenario();
            let text = format!("{}: {}", line.speaker(scenario).get(cx.lang), line.words(scenario).get(cx.lang));
            // Said a second time only if it differs: a blank at the end does.
            self.spoken = if self.spoken == text { format!("{text} ") } else { text };
        }
    }

    fn notes(&mut self) {
        let beside = self.spots.areas.is_some_and(|places| places.side.is_some());
        if beside {
            self.focus = Some(Spot::Side);
        } else {
            self.notes_open = !self.notes_open;
            self.focus = Some(if self.notes_open { Spot::Side } else { self.home() });
        }
    }

    /// Header, notes, lines, own words, and round again.
    fn next_region(&mut self, ui: &Ui, back: bool) {
        let Some(places) = self.spots.areas else { return };
        let mut round = vec![Spot::Header];
        if places.side.is_some() || self.notes_open {
            round.push(Spot::Side);
        }
        if self.phase.awake() {
            if places.pick.is_some() {
                round.push(Spot::Dock);
            }
            round.push(Spot::Box);
        }
        let here = Self::region_of_focus(ui, places).and_then(|spot| round.iter().position(|other| *other == spot));
        let next = match (here, back) {
            (Some(at), false) => (at + 1) % round.len(),
            (Some(at), true) => (at + round.len() - 1) % round.len(),
            (None, false) => 0,
            (None, true) => round.len() - 1,
        };
        ui.memory_mut(|memory| memory.surrender_focus(note_id()));
        self.focus = round.get(next).copied();
    }

    fn region_of_focus(ui: &Ui, places: Places) -> Option<Spot> {
        let id = ui.memory(egui::Memory::focused)?;
        let at = ui.ctx().read_response(id)?.rect.center();
        let within = |rect: Option<egui::Rect>| rect.is_some_and(|rect| rect.contains(at));
        if places.header.contains(at) {
            Some(Spot::Header)
        } else if within(places.pick) {
            Some(Spot::Dock)
        } else if places.own.contains(at) {
            Some(Spot::Box)
        } else {
            Some(Spot::Side)
        }
    }

    /// Whether the focus may move now: not while composing, and not away from a note being written.
    pub(super) fn may_focus(&self, ui: &Ui) -> bool {
        let noting = ui.memory(|memory| memory.has_focus(note_id())) && self.focus == Some(self.home());
        !self.keys.composing() && !noting
    }

    /// A click on the talk or the person shows all; one on the dock is for the dock.
    pub(super) fn hurry_by_click(&mut self, ui: &Ui, cx: &Cx, places: Places, asked: &mut Vec<Action>) {
        if !matches!(self.phase, Phase::Reveal { .. }) {
            return;
        }
        let at = ui.input(|input| if input.pointer.primary_clicked() { input.pointer.interact_pos() } else { None });
        let person = places.form != Form::Narrow && at.is_some_and(|at| places.person.contains(at));
        if person || at.is_some_and(|at| places.talk.contains(at)) {
            let (action, woke) = self.phase.hurry(cx.now);
            self.follow(action, woke, cx, asked);
        }
    }
}
