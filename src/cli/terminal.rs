//! A talk by hand, line by line, in a terminal or from a pipe. Draws no window and scores nothing.

use std::io::{BufRead, IsTerminal as _};

use super::keep::Keeper;
use super::out::Out;
use super::transcript::{self, Show};
use super::words::terminal as words;
use super::{cards, debrief};
use crate::scenario::Scenario;
use crate::session::script::Action;
use crate::session::{Mode, Session, settings};
use crate::text::Lang;

/// What a typed line asks for.
enum Wish {
    Do(Action),
    Card(usize),
    Settings,
    Facts,
    Help,
    Nothing,
}

/// Lines typed by somebody; the end of the input is an answer too.
pub(super) struct Lines {
    stdin: std::io::StdinLock<'static>,
    prompts: bool,
}

impl Lines {
    /// From standard input.
    pub(super) fn new() -> Self {
        let stdin = std::io::stdin();
        let prompts = stdin.is_terminal();
        Self { stdin: stdin.lock(), prompts }
    }

    /// The next line; `None` at the end, or where the input can't be read any more.
    pub(super) fn next(&mut self, prompt: &str, out: &mut Out) -> Option<String> {
        if self.prompts {
            out.part(prompt);
        }
        let mut bytes = Vec::new();
        match self.stdin.read_until(b'\n', &mut bytes) {
            Ok(count) if count > 0 => Some(String::from_utf8_lossy(&bytes).trim().to_owned()),
            _ => None,
        }
    }
}

/// Plays the scene by hand to its end; `keeper` is told after every event.
pub(super) fn play(session: &mut Session, lines: &mut Lines, out: &mut Out, keeper: &mut Keeper) {
    let lang = out.lang;
    let show = match session.journal().header.mode {
        Mode::Coached => Show::Reasons,
        Mode::Alone => Show::Feelings,
        Mode::Exam => Show::Talk,
    };
    open(session.scenario(), out);
    // From the beginning, also where it goes on after a break: nobody remembers half a talk.
    let mut shown = 0;
    let mut dealt = None;
    while !session.state().is_over() {
        for line in transcript::since(session, shown, show, lang) {
            out.say(&line);
        }
        shown = session.talk().entries().len();
        let moment = (session.state().turn, session.state().answers);
        if dealt.replace(moment) != Some(moment) {
            deal_cards(session, out);
        }
        let Some(line) = lines.next(words::prompt(), out) else {
            out.say(&words::left_kindly(lang));
            act(session, &Action::Leave, out, keeper);
            break;
        };
        match wish(&line, session) {
            Wish::Do(Action::Hint) if session.journal().header.mode == Mode::Exam => out.say(&words::no_hints(lang)),
            Wish::Do(action) => act(session, &action, out, keeper),
            Wish::Card(number) => match picked(session, number) {
                Some(action) => act(session, &action, out, keeper),
                None => out.say(&words::no_such_card(lang, number)),
            },
            Wish::Settings => {
                list(&setting_labels(session, lang), &words::settings(lang), &words::no_settings(lang), out);
            }
            Wish::Facts => list(&facts(session, lang), &words::facts(lang), &words::no_facts(lang), out),
            Wish::Help => out.say(&words::help(lang)),
            Wish::Nothing => {}
        }
    }
    for line in transcript::since(session, shown, show, lang) {
        out.say(&line);
    }
}

/// What it came to: the debrief, or a seal where it was an exam.
pub(super) fn close(session: &Session, out: &mut Out) {
    if session.journal().header.mode == Mode::Exam {
        out.say(&super::words::debrief::sealed(out.lang));
        return;
    }
    for line in debrief::lines(session, out.lang) {
        out.say(&line);
    }
}

fn open(scenario: &Scenario, out: &mut Out) {
    let lang = out.lang;
    out.say(scenario.title.get(lang));
    out.say(&words::brief(lang, scenario.role.get(lang), scenario.brief.get(lang)));
    let may: Vec<&str> = scenario.authority.iter().map(|item| item.text.get(lang)).collect();
    if !may.is_empty() {
        out.say(&words::may(lang, &may));
    }
    out.say(&words::how(lang));
}

fn deal_cards(session: &Session, out: &mut Out) {
    out.say("");
    let mut number = 0;
    for card in cards::dealt(session) {
        let reason = card.unavailable.map(|reason| reason.get(out.lang));
        number += usize::from(reason.is_none());
        out.say(&words::card(number, card.reply.text.get(out.lang), reason));
    }
}

/// Does it, or says why it can't be done now.
fn act(session: &mut Session, action: &Action, out: &mut Out, keeper: &mut Keeper) {
    let event = action.event(session, out.lang);
    match session.act(event, keeper.at()) {
        Ok(()) => keeper.happened(session, out),
        Err(refused) => out.say(refused.message().get(out.lang)),
    }
}

fn picked(session: &Session, number: usize) -> Option<Action> {
    let dealt = cards::dealt(session);
    let mut free = dealt.iter().filter(|card| card.unavailable.is_none());
    free.nth(number.checked_sub(1)?).map(|card| Action::Pick(card.reply.id.clone()))
}

/// What a line means: a number is a card, a verb alone is a deed, everything else is what is said.
fn wish(line: &str, session: &Session) -> Wish {
    if line.is_empty() {
        return Wish::Nothing;
    }
    if let Ok(number) = line.parse() {
        return Wish::Card(number);
    }
    let (verb, rest) = line.split_once(char::is_whitespace).map_or((line, ""), |(verb, rest)| (verb, rest.trim()));
    let named = |ids: &[String]| {
        let numbered = rest.parse::<usize>().ok().and_then(|number| ids.get(number.checked_sub(1)?)).cloned();
        numbered.unwrap_or_else(|| rest.to_owned())
    };
    match (verb.to_lowercase().as_str(), rest.is_empty()) {
        ("listen" | "听" | "听下去", true) => Wish::Do(Action::Listen),
        ("observe" | "look" | "看" | "看一看", true) => Wish::Do(Action::Observe),
        ("breathe" | "缓" | "缓口气", true) => Wish::Do(Action::Breathe),
        ("hint" | "提示", true) => Wish::Do(Action::Hint),
        ("leave" | "quit" | "q" | "离开", true) => Wish::Do(Action::Leave),
        ("help" | "?" | "？" | "帮助", true) => Wish::Help,
        ("setting" | "换", true) => Wish::Settings,
        ("note" | "记", true) => Wish::Facts,
        ("setting" | "换", false) => Wish::Do(Action::Setting(named(&setting_ids(session)))),
        ("note" | "记", false) => Wish::Do(Action::Note(named(&fact_ids(session)))),
        ("pick", false) => Wish::Do(Action::Pick(rest.to_owned())),
        ("say", false) => Wish::Do(Action::Say(rest.to_owned())),
        _ => Wish::Do(Action::Say(line.to_owned())),
    }
}

fn setting_ids(session: &Session) -> Vec<String> {
    settings(session.scenario(), session.state()).into_iter().map(|(_, setting, _)| setting.id.clone()).collect()
}

fn setting_labels(session: &Session, lang: Lang) -> Vec<String> {
    let here = settings(session.scenario(), session.state()).into_iter();
    here.map(|(_, setting, reason)| {
        let label = setting.label.get(lang);
        reason.map_or_else(|| label.to_owned(), |reason| format!("{label} ({})", reason.get(lang)))
    })
    .collect()
}

fn fact_ids(session: &Session) -> Vec<String> {
    let facts = session.state().known.iter().filter_map(|ix| session.scenario().facts.get(ix.index()));
    facts.map(|fact| fact.id.clone()).collect()
}

fn facts(session: &Session, lang: Lang) -> Vec<String> {
    let facts = session.state().known.iter().filter_map(|ix| session.scenario().facts.get(ix.index()));
    facts.map(|fact| fact.text.get(lang).to_owned()).collect()
}

fn list(items: &[String], heading: &str, none: &str, out: &mut Out) {
    if items.is_empty() {
        out.say(none);
        return;
    }
    out.say(heading);
    for (at, item) in items.iter().enumerate() {
        out.say(&format!("  {}. {item}", at + 1));
    }
}
