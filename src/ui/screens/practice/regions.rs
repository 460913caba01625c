//! The regions of the screen, each drawn where the layout says. Changes nothing but the screen's own small state.

use egui::{Rect, Sense, Ui, UiBuilder, pos2};

use super::dock::{self, DockView};
use super::layout::{self, Form, Places, Wishes};
use super::own::{self, OwnView};
use super::person::Seen;
use super::staging::{self, Phase};
use super::talk::{self, Moment};
use super::{FACT, Practice, Shown, Spot, header, side};
use crate::session::{Event, Gate, Mode, Session};
use crate::ui::action::{Action, Route, Ways};
use crate::ui::cx::Cx;
use crate::ui::icons;
use crate::ui::strings::fill;
use crate::ui::theme::{self, Type};
use crate::ui::widgets::{GateStrip, button};

impl Practice {
    pub(super) fn regions(&mut self, ui: &mut Ui, cx: &Cx, session: &Session, asked: &mut Vec<Action>) {
        let rect = ui.max_rect();
        let places = self.places(ui, cx, rect, session);
        self.spots.areas = Some(places);
        let narrow = matches!(places.form, Form::Compact | Form::Narrow);
        let counts = narrow.then(|| side::counts(session, &self.transcript));
        let offer = header::Offer {
            notes: counts,
            hint: Self::hints(session, cx) && self.phase.awake(),
            hurry: matches!(self.phase, Phase::Reveal { .. }),
        };
        let pressed = header::show(ui, cx, places.header, session, &self.transcript, offer);
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
                fresh_facts: (fresh && !cx.settings.reduced_motion).then_some(&self.fresh),
                customer: scenario.customer.name.get(cx.lang),
            };
            self.talk.show(ui, cx, places.talk, &mut self.transcript.items, moment)
        };
        match pressed {
            Some(talk::Pressed::TakeBack) => self.take_back(),
            Some(talk::Pressed::SayIt) => asked.extend(self.phase.commit(cx.now)),
            None => self.hurry_by_click(ui, cx, places, asked),
        }
        self.answers(ui, cx, session, places, asked);
        let notes = places.side.or_else(|| self.notes_open.then(|| notes_rect(places)));
        if let Some(rect) = notes {
            let over = places.side.is_none();
            if over {
                // What lies below must not be pressed through the notes.
                ui.interact(rect, ui.scope_id().with("notes over"), Sense::click_and_drag());
            }
            let response = side::show(ui, cx, (rect, over), session, &self.transcript, &mut self.note, asked);
            if self.focus == Some(Spot::Side) && self.may_focus(ui) {
                self.focus = None;
                response.request_focus();
            }
        }
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
        let dense = self.dense;
        if let Some(rect) = places.pick {
            let pressed = self.dock.show(ui, cx, rect, DockView { awake, dense, focus: to_dock });
            match pressed {
                Some(dock::Pressed::Card(index)) => self.choose(index, session, cx, asked),
                Some(dock::Pressed::Back) => self.close_menu(),
                None => {}
            }
        }
        let view = OwnView { awake, focus: to_box, ..self.own_view(cx, places.form) };
        if places.pick.is_none() && self.dock.menu.is_some() {
            match self.dock.show(ui, cx, places.own, DockView { awake, dense, focus: to_dock }) {
                Some(dock::Pressed::Card(index)) => self.choose(index, session, cx, asked),
                Some(dock::Pressed::Back) => self.close_menu(),
                None => {}
            }
            return;
        }
        let ways = self.ways_size.of(ui, cx, places.own.width(), view);
        if let Some(what) = own::show(ui, cx, places.own, &mut self.draft, view, ways) {
            self.own(what, session, cx, asked);
        }
    }

    pub(super) fn close_menu(&mut self) {
        self.dock.menu = None;
        self.focus = Some(Spot::Dock);
    }

    fn own_view<'a>(&self, cx: &'a Cx<'_>, form: Form) -> OwnView<'a> {
        let no_change = (!self.dock.can_change).then_some(cx.text.practice.nothing_to_change.as_str());
        OwnView { awake: false, row: form == Form::Narrow, dense: self.dense, no_change, focus: false }
    }

    fn over(&mut self, ui: &mut Ui, cx: &Cx, rect: Rect, asked: &mut Vec<Action>) {
        let words = &cx.text.practice;
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("over"), |ui| {
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

    fn places(&mut self, ui: &Ui, cx: &Cx, rect: Rect, session: &Session) -> Places {
        let scale = theme::scale(ui);
        let picks = self.ways == Ways::Both;
        let columns = layout::columns(rect, scale, picks);
        let exam = session.journal().header.mode == Mode::Exam;
        let limit = (rect.height() * 0.48).floor();
        // Roomy cards where they fit, dense ones where all five would not be seen otherwise.
        self.dense = rect.height() <= 740.0 || self.dock.wish(ui, columns.pick, false) > limit;
        let dense = self.dense;
        let view = OwnView { awake: true, ..self.own_view(cx, columns.form) };
        let ways = self.ways_size.of(ui, cx, columns.own, view);
        let wishes = Wishes {
            gate: if exam { 0.0 } else { (40.0 * scale).round() },
            person_strip: if layout::low(rect, scale) { 84.0 } else { (96.0 * scale.min(1.1)).round() },
            pick: self.dock.wish(ui, columns.pick, dense),
            own: own::wish(ui, columns.own, view, ways, &self.draft),
        };
        layout::places(rect, columns, wishes)
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
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("gate"), |ui| {
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
}

/// Where the notes open over a compact screen: at the right, as high as there is room.
fn notes_rect(places: Places) -> Rect {
    let width = places.talk.width().min(360.0);
    let top = places.gate.map_or(places.talk.top(), |gate| gate.top());
    Rect::from_min_max(pos2(places.talk.right() - width, top), places.own.max)
}
