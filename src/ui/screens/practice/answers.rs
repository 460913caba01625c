//! What the trainee says or does, on its way to the session. Never weighs one answer against another.

use super::staging::{Pending, Phase};
use super::{Practice, Spot, own};
use crate::session::{Event, Mode, Session};
use crate::ui::action::{Action, Route};
use crate::ui::cx::Cx;

impl Practice {
    /// An answer: it can be taken back for a while before it is asked for.
    pub(super) fn answer(&mut self, action: Action, words: String, typed: bool, cx: &Cx, asked: &mut Vec<Action>) {
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
    pub(super) fn choose(&mut self, index: usize, session: &Session, cx: &Cx, asked: &mut Vec<Action>) {
        let Some(card) = self.dock.shown().get(index).filter(|card| card.closed.is_none()) else { return };
        let (id, text) = (card.id.clone(), card.text.clone());
        if self.dock.menu.is_some() {
            let setting = session.scenario().settings.iter().find(|setting| setting.id == id);
            let words = setting.map_or(text, |setting| setting.says.get(cx.lang).to_owned());
            return self.answer(Action::Act(Event::ChangedSetting(id)), words, false, cx, asked);
        }
        let event = Event::Picked(id);
        if Self::warns(&event, session) {
            asked.push(Action::Act(event));
            return;
        }
        self.answer(Action::Act(event), text, false, cx, asked);
    }

    /// Picking this only brings a warning: nothing is said that could be taken back.
    pub(super) fn warns(event: &Event, session: &Session) -> bool {
        let Event::Picked(id) = event else { return false };
        let state = session.state();
        let offered = state.offered(session.scenario());
        offered.iter().any(|offer| {
            offer.reply.id == *id && offer.reply.critical.is_some() && !state.warned.contains(&(state.turn, offer.ix))
        })
    }

    pub(super) fn say(&mut self, cx: &Cx, asked: &mut Vec<Action>) {
        if self.draft.trim().is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.draft);
        self.answer(Action::Say(words.clone()), words, true, cx, asked);
    }

    pub(super) fn own(&mut self, what: own::Asked, session: &Session, cx: &Cx, asked: &mut Vec<Action>) {
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

    pub(super) fn take_back(&mut self) {
        if let Some(pending) = self.phase.take_back() {
            if pending.typed && self.draft.is_empty() {
                self.draft = pending.words;
            }
            self.focus = Some(self.home());
        }
    }

    pub(super) fn hints(session: &Session, cx: &Cx) -> bool {
        cx.settings.show_hints && session.journal().header.mode == Mode::Coached && !session.state().is_over()
    }

    pub(super) fn leave(&mut self, session: &Session, asked: &mut Vec<Action>) {
        if session.state().is_over() {
            asked.push(Action::Go(Route::Debrief(None)));
        } else {
            self.leaving = Some(true);
        }
    }
}
