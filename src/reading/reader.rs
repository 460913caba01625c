//! The reader: both lexicons, built once, and the one way through them. Keeps nothing between two replies.

use std::sync::OnceLock;

use super::clauses::Parsed;
use super::find;
use super::judge::Case;
use super::lexicon::{Lexicon, PackFault};
use super::normalise::Normal;
use super::pack::{Pack, Rule};
use super::scope;
use super::specific;
use super::types::{Context, Guess, Reading};
use crate::rubric::{Evidence, Strength};
use crate::text::Lang;

/// The packs that come with the app.
const BUILTIN: [(&str, &str); 8] = [
    ("zh/common", include_str!("../../assets/lexicon/zh/common.ron")),
    ("zh/feeling", include_str!("../../assets/lexicon/zh/feeling.ron")),
    ("zh/issue", include_str!("../../assets/lexicon/zh/issue.ron")),
    ("zh/harm", include_str!("../../assets/lexicon/zh/harm.ron")),
    ("en/common", include_str!("../../assets/lexicon/en/common.ron")),
    ("en/feeling", include_str!("../../assets/lexicon/en/feeling.ron")),
    ("en/issue", include_str!("../../assets/lexicon/en/issue.ron")),
    ("en/harm", include_str!("../../assets/lexicon/en/harm.ron")),
];

/// From here on a guess of the reader of meaning counts by itself, in thousandths; harm has to be all but sure.
const GUESS_COUNTS: u16 = 500;
const HARM_GUESS_COUNTS: u16 = 970;

/// Reads replies in both languages.
#[derive(Debug)]
pub struct Reader {
    zh: Lexicon,
    en: Lexicon,
    faults: Vec<PackFault>,
}

impl Reader {
    /// The reader with the lexicon of the app, built at the first call.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILT: OnceLock<Reader> = OnceLock::new();
        BUILT.get_or_init(|| Self::of(&BUILTIN))
    }

    /// A reader of these packs, each with a name for its faults; what can't be used is left out and named.
    #[must_use]
    pub fn of(packs: &[(&str, &str)]) -> Self {
        let mut faults = Vec::new();
        let mut read: Vec<Pack> = Vec::new();
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        for (name, written) in packs {
            match options.from_str(written) {
                Ok(pack) => read.push(pack),
                Err(error) => faults.push(PackFault { place: (*name).to_owned(), message: error.to_string() }),
            }
        }
        let zh = Lexicon::of(Lang::Zh, &read, &mut faults);
        let en = Lexicon::of(Lang::En, &read, &mut faults);
        Self { zh, en, faults }
    }

    /// What was left out of the packs; empty for a sound lexicon.
    #[must_use]
    pub fn faults(&self) -> &[PackFault] {
        &self.faults
    }

    /// The rules of a language, in the order of the packs.
    #[must_use]
    pub fn rules(&self, lang: Lang) -> &[Rule] {
        &self.lexicon(lang).rules
    }

    fn lexicon(&self, lang: Lang) -> &Lexicon {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// What `reply` shows, by rules alone.
#[must_use]
pub fn read(reader: &Reader, reply: &str, context: &Context<'_>) -> Reading {
    let normal = Normal::of(reply);
    let lang = language(&normal.text, context.lang);
    let lexicon = reader.lexicon(lang);
    let parsed = Parsed::of(&normal.text, lang);
    let matches = find::find(lexicon, &normal.text, &parsed);
    let found = scope::found(lexicon, &normal.text, &parsed, &matches, context.customer);
    let named = specific::named(&normal.text, &parsed, &matches, context);
    Case { lexicon, normal: &normal, parsed: &parsed, context, named }.judge(found)
}

/// What `reply` shows, by rules and by the guesses of a reader of meaning: a rule's hit stands, its near-miss vetoes,
/// and a guess without either counts when it is likely enough.
#[must_use]
pub fn read_with(reader: &Reader, reply: &str, context: &Context<'_>, guesses: &[Guess]) -> Reading {
    let mut reading = read(reader, reply, context);
    for guess in guesses {
        let least = if guess.shows.is_harm() { HARM_GUESS_COUNTS } else { GUESS_COUNTS };
        let sound = reply.get(guess.words.range()).is_some_and(|words| !words.trim().is_empty());
        let vetoed = reading.near_misses.iter().any(|miss| {
            miss.shows == guess.shows && miss.words.start < guess.words.end && guess.words.start < miss.words.end
        });
        if sound && guess.per_mille >= least && !vetoed && !reading.shows(guess.shows) {
            reading.moves.push(Evidence {
                shows: guess.shows,
                words: guess.words,
                strength: Strength::General,
                rule: "meaning".to_owned(),
            });
            reading.unread.retain(|words| words.end <= guess.words.start || guess.words.end <= words.start);
        }
    }
    reading.moves.sort_by_key(|seen| (seen.words.start, seen.words.end, seen.shows));
    reading
}

/// The language a reply is typed in: Chinese where it holds Chinese, else English where it holds words, else the talk's.
fn language(text: &str, talk: Lang) -> Lang {
    let han = text.chars().filter(|letter| ('\u{4e00}'..='\u{9fff}').contains(letter)).count();
    let latin = text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| word.len() > 1).count();
    match (han, latin) {
        (0, 0) => talk,
        (han, latin) if han > latin => Lang::Zh,
        (han, latin) if latin > han => Lang::En,
        _ => talk,
    }
}
