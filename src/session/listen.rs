//! Reads typed words in the light of the talk, and finds which words of a picked reply show a move. Scores nothing.

use super::event::Event;
use super::live::Session;
use super::talk::{Said, What};
use crate::reading::{Context, Reader, Reading, read};
use crate::rubric::Move;
use crate::scenario::{Scenario, WordLists};
use crate::text::Lang;

/// The event of saying `words` now: what can be read in them is found here, once, and journalled.
#[must_use]
pub fn typed(session: &Session, words: &str, lang: Lang) -> Event {
    let scenario = session.scenario();
    let customer = session.talk().last_line().map(|line| line.words(scenario).get(lang).to_owned());
    let earlier: Vec<String> = session
        .talk()
        .entries()
        .iter()
        .filter_map(|entry| match &entry.what {
            What::Trainee(Said::Typed(words, _)) => Some(words.clone()),
            _ => None,
        })
        .collect();
    let reading = read_in(scenario, words, customer.as_deref().unwrap_or_default(), &earlier, lang);
    Event::Typed { words: words.to_owned(), lang, reading }
}

/// What `words` show in this scene.
#[must_use]
pub fn read_in(scenario: &Scenario, words: &str, customer: &str, earlier: &[String], lang: Lang) -> Reading {
    let authority: Vec<String> = scenario.authority.iter().map(|item| item.text.get(lang).to_owned()).collect();
    let facts: Vec<(String, Vec<String>)> =
        scenario.facts.iter().map(|fact| (fact.id.clone(), list(&fact.words, lang).to_vec())).collect();
    let burdens: Vec<Vec<String>> = scenario.burdens.iter().map(|burden| list(burden, lang).to_vec()).collect();
    let context = Context { lang, customer, authority: &authority, facts: &facts, burdens: &burdens, earlier };
    read(Reader::builtin(), words, &context)
}

/// The clause of a written reply that shows `shows`; the whole reply where no single clause does.
#[must_use]
pub fn clause_showing(scenario: &Scenario, words: &str, shows: Move, lang: Lang) -> String {
    let reading = read_in(scenario, words, "", &[], lang);
    reading
        .moves
        .iter()
        .find(|evidence| evidence.shows == shows)
        .map_or(words, |evidence| evidence.words.of(words))
        .to_owned()
}

fn list(words: &WordLists, lang: Lang) -> &[String] {
    match lang {
        Lang::Zh => &words.zh,
        Lang::En => &words.en,
    }
}
