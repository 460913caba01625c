//! Scripts: a talk written down, one action a line, as trainers write goldens and plays. Reads no files.

use super::event::Event;
use super::listen;
use super::live::Session;
use crate::text::{Bilingual, Lang};

/// One line of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// `pick ID`
    Pick(String),
    /// `say WORDS`
    Say(String),
    /// `listen`
    Listen,
    /// `observe`
    Observe,
    /// `note ID`
    Note(String),
    /// `setting ID`
    Setting(String),
    /// `breathe`
    Breathe,
    /// `hint`
    Hint,
    /// `leave`
    Leave,
}

/// The words that begin a line.
pub const VERBS: [&str; 9] = ["pick", "say", "listen", "observe", "note", "setting", "breathe", "hint", "leave"];

/// Reads a line; `Ok(None)` for an empty line or a comment (`#`, `//`).
///
/// # Errors
/// What is wrong with it, in words.
pub fn parse_line(line: &str) -> Result<Option<Action>, Bilingual> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') || line.starts_with("//") {
        return Ok(None);
    }
    let (verb, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    let named = |make: fn(String) -> Action| {
        if rest.is_empty() {
            let zh = format!("“{verb}”后面要写上名字。");
            return Err(Bilingual::new(zh, format!("\"{verb}\" needs a name after it.")));
        }
        Ok(Some(make(rest.to_owned())))
    };
    let alone = |action: Action| {
        if rest.is_empty() {
            return Ok(Some(action));
        }
        let zh = format!("“{verb}”后面不用写别的。");
        Err(Bilingual::new(zh, format!("\"{verb}\" takes nothing after it.")))
    };
    match verb {
        "pick" => named(Action::Pick),
        "say" => named(Action::Say),
        "note" => named(Action::Note),
        "setting" => named(Action::Setting),
        "listen" => alone(Action::Listen),
        "observe" => alone(Action::Observe),
        "breathe" => alone(Action::Breathe),
        "hint" => alone(Action::Hint),
        "leave" => alone(Action::Leave),
        other => Err(Bilingual::new(
            format!("不认识的动作“{other}”。可写：{}。", VERBS.join("、")),
            format!("Unknown action \"{other}\". Known: {}.", VERBS.join(", ")),
        )),
    }
}

impl Action {
    /// The event it is in this talk; typed words are read here.
    #[must_use]
    pub fn event(&self, session: &Session, lang: Lang) -> Event {
        match self {
            Self::Pick(id) => Event::Picked(id.clone()),
            Self::Say(words) => listen::typed(session, words, lang),
            Self::Listen => Event::Listened,
            Self::Observe => Event::Observed,
            Self::Note(id) => Event::Noted(id.clone()),
            Self::Setting(id) => Event::ChangedSetting(id.clone()),
            Self::Breathe => Event::Breathed,
            Self::Hint => Event::HintAsked,
            Self::Leave => Event::Left,
        }
    }
}
