//! The talk as rows to draw, read once from the entries and kept. Never judges and never draws.

use std::ops::Range;

use crate::customer::{HeatWord, Shift, Why};
use crate::rubric::Track;
use crate::scenario::{AgreementIx, ClueIx, FactIx, PromiseIx, Scenario, StageIx};
use crate::session::debrief::{CauseRow, cause_rows};
use crate::session::{Doing, Effect, Entry, Gate, Line, LineKind, Mode, Said, Session, TurnCard, What, clause_showing};
use crate::text::{Bilingual, Lang};
use crate::ui::icons;
use crate::ui::strings::{Strings, fill};

/// How a row looks.
#[derive(Debug, Clone)]
pub(super) enum Row {
    /// The customer, or somebody else where `name` stands.
    Line { name: Option<String>, does: Option<String>, text: String, facts: Vec<Range<usize>> },
    /// One's own words, with those that moved the customer.
    Own { text: String, moved: Vec<(Range<usize>, Track)> },
    /// What one did without words, or the last picture.
    Stage(String),
    /// What came of it, with its icon.
    News { icon: char, text: String },
    /// A colleague's warning before something grave.
    Warning(String),
}

/// A row with its place in time and its height once drawn.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub row: Row,
    /// Milliseconds after the answer at which it begins, and at which it is complete.
    pub start: f32,
    pub end: f32,
    pub height: Option<f32>,
}

/// Everything the screen remembers of the talk, in one language.
#[derive(Debug, Default)]
pub(super) struct Transcript {
    pub items: Vec<Item>,
    /// Facts heard, with the round.
    pub facts: Vec<(FactIx, u16)>,
    pub clues: Vec<(ClueIx, u16)>,
    pub promised: Vec<(PromiseIx, u16)>,
    /// Promises in own words: the answer that gave each, and the words.
    pub own_promises: Vec<(u16, String)>,
    pub agreed: Vec<AgreementIx>,
    pub stage: Option<StageIx>,
    pub stage_before: Option<StageIx>,
    /// What moved heat and trust last: “‘小问题’ +8”.
    pub heat_cause: Option<String>,
    pub trust_cause: Option<String>,
    /// Words of a fix that bounced and wait at the door.
    pub waiting: Option<String>,
    /// How often the gate was found shut.
    pub shut: u16,
    /// What a screen reader hears of the last batch.
    pub spoken: String,
    pub round: u16,
    read: usize,
    lang: Option<Lang>,
    last: Option<(Said, Bilingual, usize)>,
    card: Option<TurnCard>,
}

impl Transcript {
    /// Reads entries that are new; the rows they became, if any.
    pub fn catch_up(&mut self, session: &Session, lang: Lang, words: &'static Strings) -> Option<Range<usize>> {
        let entries = session.talk().entries();
        if self.lang != Some(lang) || entries.len() < self.read {
            *self = Self { lang: Some(lang), round: 1, ..Self::default() };
        }
        if self.read == entries.len() {
            return None;
        }
        let first = self.items.len();
        let before = self.read.checked_sub(1).and_then(|at| entries.get(at));
        let coached = session.journal().header.mode == Mode::Coached;
        let mut reader = Reading { into: self, scenario: session.scenario(), lang, words, coached };
        let fresh = entries.get(reader.into.read..).unwrap_or_default();
        reader.begin(fresh, before);
        for entry in fresh {
            reader.entry(entry);
        }
        self.read = entries.len();
        self.spoken = self.announce(first, fresh, before, session, words);
        Some(first..self.items.len())
    }

    /// The whole lines, then the heat if its word changed, then the gate.
    fn announce(
        &self,
        first: usize,
        fresh: &[Entry],
        before: Option<&Entry>,
        session: &Session,
        words: &'static Strings,
    ) -> String {
        let scenario = session.scenario();
        let lang = self.lang.unwrap_or_default();
        let customer = scenario.customer.name.get(lang);
        let mut parts: Vec<String> = Vec::new();
        for item in self.items.get(first..).unwrap_or_default() {
            match &item.row {
                Row::Line { name, does, text, .. } => {
                    let who = name.as_deref().unwrap_or(customer);
                    let does = does.as_deref().unwrap_or_default();
                    parts.push(format!("{who}：{does}{text}"));
                }
                Row::Stage(text) | Row::Warning(text) | Row::News { text, .. } => parts.push(text.clone()),
                Row::Own { .. } => {}
            }
        }
        if session.journal().header.mode != Mode::Exam
            && let (Some(before), Some(after)) = (before, fresh.last())
        {
            if HeatWord::of(before.emotion.heat) != HeatWord::of(after.emotion.heat) {
                parts.push(words.heat_word(f32::from(after.emotion.heat.get())).to_owned());
            }
            if before.gate != after.gate {
                let emotion = &words.emotion;
                let gate = if after.gate == Gate::Open { &emotion.door_open } else { &emotion.door_shut };
                parts.push(gate.clone());
            }
        }
        parts.join(" ")
    }
}

/// One pass over new entries.
struct Reading<'a> {
    into: &'a mut Transcript,
    scenario: &'a Scenario,
    lang: Lang,
    words: &'static Strings,
    coached: bool,
}

impl Reading<'_> {
    fn begin(&mut self, fresh: &[Entry], before: Option<&Entry>) {
        if before.is_none() && fresh.first().is_some_and(|entry| entry.gate == Gate::Shut) {
            self.into.shut = 1;
        }
        if fresh.iter().any(|entry| matches!(&entry.what, What::Effect(Effect::Shifted(_)))) {
            self.into.heat_cause = None;
            self.into.trust_cause = None;
        }
    }

    fn entry(&mut self, entry: &Entry) {
        match &entry.what {
            What::Trainee(said) => self.said(said),
            What::Effect(effect) => self.effect(effect),
        }
    }

    fn push(&mut self, row: Row) {
        self.into.items.push(Item { row, start: 0.0, end: 0.0, height: None });
    }

    fn news(&mut self, icon: char, pattern: &str, text: &str) {
        self.push(Row::News { icon, text: fill(pattern, &[("text", text)]) });
    }

    fn said(&mut self, said: &Said) {
        let both = Bilingual::new(said.words(self.scenario, Lang::Zh), said.words(self.scenario, Lang::En));
        let text = both.get(self.lang).to_owned();
        self.into.last = Some((said.clone(), both, self.into.items.len()));
        match said {
            Said::Did(Doing::Listens | Doing::Looks) => self.push(Row::Stage(text)),
            _ => self.push(Row::Own { text, moved: Vec::new() }),
        }
    }

    fn effect(&mut self, effect: &Effect) {
        let words = &self.words.practice;
        let scenario = self.scenario;
        let lang = self.lang;
        match effect {
            Effect::StageChanged(stage) => {
                self.into.stage_before = self.into.stage;
                self.into.stage = Some(*stage);
                if self.into.stage_before.is_some() {
                    let name = scenario.stage(*stage).name.get(lang);
                    self.push(Row::News { icon: icons::MEETING_ROOM, text: name.to_owned() });
                }
            }
            Effect::Says(line) => self.says(*line),
            Effect::TraineeDoes(_) => {}
            Effect::Judged(card) => self.judged(card),
            Effect::Shifted(shift) => self.shifted(shift),
            Effect::GateOpened => {}
            Effect::GateShut => self.into.shut = self.into.shut.saturating_add(1),
            Effect::Learned(fact) => self.learned(*fact),
            Effect::NotedDown(fact) => {
                if let Some(fact) = scenario.facts.get(fact.index()) {
                    self.news(icons::EDIT, &words.noted_line, fact.text.get(lang));
                }
            }
            Effect::Saw(clue) => {
                self.into.clues.push((*clue, self.into.round));
                if let Some(clue) = scenario.clues.get(clue.index()) {
                    self.news(icons::VISIBILITY, &words.saw_line, clue.seen.get(lang));
                }
            }
            Effect::NothingToSee => self.news(icons::VISIBILITY, &words.nothing_to_see, ""),
            Effect::Breathed => self.push(Row::Stage(words.breathed.clone())),
            Effect::Silence => {
                self.into.round = self.into.round.saturating_add(1);
                self.news(icons::TIMER, &words.silence, "");
            }
            Effect::Agreed(agreement) => {
                self.into.agreed.push(*agreement);
                if let Some(agreement) = scenario.agreements.get(agreement.index()) {
                    self.news(icons::HANDSHAKE, &words.agreed_line, agreement.text.get(lang));
                }
            }
            Effect::Promised(promise) => {
                // A promise belongs to the answer that gave it; the round has gone on since.
                let round = self.into.round.saturating_sub(u16::from(self.into.card.is_some())).max(1);
                self.into.promised.push((*promise, round));
                self.promise(*promise, icons::EVENT_AVAILABLE, &words.promised_line);
            }
            Effect::PromiseKept(promise) => self.promise(*promise, icons::CHECK, &words.kept_line),
            Effect::PromiseBroken(promise) => self.promise(*promise, icons::WARNING, &words.broken_line),
            Effect::Warned(turn, reply) => {
                let reply = scenario.turn(*turn).replies.get(reply.index());
                if let Some((_, warning)) = reply.and_then(|reply| reply.critical.as_ref()) {
                    self.push(Row::Warning(fill(&words.warned, &[("text", warning.get(lang))])));
                }
            }
            Effect::Hint(turn) => {
                let hint =
                    scenario.turn(*turn).hint.as_ref().map_or(words.hint_general.as_str(), |hint| hint.get(lang));
                self.news(icons::LIGHTBULB, &words.hint_line, hint);
            }
            Effect::Closed(_) => {}
        }
    }

    fn says(&mut self, line: Line) {
        let text = line.words(self.scenario).get(self.lang).to_owned();
        if line.kind == LineKind::Ending {
            self.push(Row::Stage(text));
            return;
        }
        let name = line.by.map(|_| line.speaker(self.scenario).get(self.lang).to_owned());
        let does = line.does(self.scenario).map(|does| does.get(self.lang).to_owned());
        self.push(Row::Line { name, does, text, facts: Vec::new() });
    }

    fn promise(&mut self, promise: PromiseIx, icon: char, pattern: &str) {
        if let Some(promise) = self.scenario.promises.get(promise.index()) {
            self.news(icon, pattern, promise.text.get(self.lang));
        }
    }

    fn judged(&mut self, card: &TurnCard) {
        self.into.round = card.answer.saturating_add(2);
        let issue = card.shown.iter().find(|evidence| evidence.shows.is_issue());
        if let (Some(evidence), Some((said, both, _))) = (issue, &self.into.last) {
            let text = both.get(self.lang);
            self.into.waiting = card.bounced.then(|| match said {
                Said::Typed(words, _) => evidence.words.of(words).to_owned(),
                _ => clause_showing(self.scenario, text, evidence.shows, self.lang),
            });
        }
        let promised = card.shown.iter().find(|evidence| evidence.shows == crate::rubric::Move::CommitTime);
        if let (Some(evidence), Some((Said::Typed(words, _), ..))) = (promised, &self.into.last) {
            self.into.own_promises.push((card.answer, evidence.words.of(words).to_owned()));
        }
        self.into.card = Some(card.clone());
    }

    /// Which words did it: only where reasons are shown.
    fn shifted(&mut self, shift: &Shift) {
        if !self.coached {
            return;
        }
        let nobody = (Said::Did(Doing::Looks), Bilingual::default(), usize::MAX);
        let (said, both, at) = self.into.last.as_ref().unwrap_or(&nobody);
        let rows = cause_rows(self.scenario, shift, said, both);
        let whole = both.get(self.lang);
        let quote = |by: i32, row: &CauseRow| {
            let sign = if by > 0 { "+" } else { "−" };
            let words = row.words.as_ref().map(|words| words.get(self.lang)).unwrap_or_default();
            // Where no clause stands out, the first words of the reply would be the wrong ones to quote.
            let text = if words.is_empty() || words == whole && words.chars().count() > 24 {
                row.why.get(self.lang).to_owned()
            } else {
                format!("“{}”", short(words, self.lang))
            };
            format!("{text} {sign}{}", by.abs())
        };
        if let Some(row) = rows.iter().filter(|row| row.push.heat != 0).max_by_key(|row| row.push.heat.abs()) {
            // One's own words first; what the scene did after them comes second.
            if row.words.is_some() || self.into.heat_cause.is_none() {
                self.into.heat_cause = Some(quote(row.push.heat, row));
            }
        }
        if let Some(row) = rows.iter().filter(|row| row.push.trust != 0).max_by_key(|row| row.push.trust.abs()) {
            if row.words.is_some() || self.into.trust_cause.is_none() {
                self.into.trust_cause = Some(quote(row.push.trust, row));
            }
        }
        let text = both.get(self.lang);
        let mut found: Vec<(Range<usize>, Track)> = Vec::new();
        for (cause, row) in shift.causes.iter().zip(&rows) {
            let (Why::Said(shows, _), Some(clause)) = (cause.why, &row.words) else { continue };
            let clause = clause.get(self.lang);
            let stands_out = !clause.is_empty() && (clause.len() < text.len() || text.chars().count() <= 24);
            let Some(start) = text.find(clause).filter(|_| stands_out) else { continue };
            let range = start..start + clause.len();
            // One line under the same words: the first move that they make.
            if found.iter().all(|(other, _)| other.end <= range.start || other.start >= range.end) {
                found.push((range, shows.track()));
            }
        }
        let at = *at;
        if let Some(Item { row: Row::Own { moved, .. }, .. }) = self.into.items.get_mut(at) {
            moved.extend(found);
        }
    }

    fn learned(&mut self, fact: FactIx) {
        self.into.facts.push((fact, self.into.round));
        let Some(fact) = self.scenario.facts.get(fact.index()) else { return };
        let anchors = if self.lang == Lang::Zh { &fact.words.zh } else { &fact.words.en };
        let line = self.into.items.iter_mut().rev().find(|item| matches!(item.row, Row::Line { .. }));
        if let Some(Item { row: Row::Line { text, facts, .. }, .. }) = line {
            let found = anchors.iter().find_map(|anchor| text.find(anchor.as_str()).map(|at| at..at + anchor.len()));
            facts.extend(found);
        }
    }
}

/// Enough of a quote to know it again; a word is never cut.
fn short(words: &str, lang: Lang) -> String {
    let most = if lang == Lang::En { 26 } else { 12 };
    let words = words.trim_matches(|c: char| "，。！？；、,.!?; ".contains(c));
    let Some((cut, _)) = words.char_indices().nth(most) else { return words.to_owned() };
    let head = words.get(..cut).unwrap_or_default();
    let head = if lang == Lang::En { head.rsplit_once(' ').map_or(head, |(whole, _)| whole) } else { head };
    format!("{}…", head.trim_end_matches(|c: char| "，。；、,.; ".contains(c)))
}
