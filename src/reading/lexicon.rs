//! The rules of one language, compiled into one automaton over their literals. Reads no files and judges nothing.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};

use super::pack::{Pack, Rule};
use super::pattern::{self, Gap, Sets};
use super::slots::Slot;
use crate::text::Lang;

/// What a pattern does for its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Hit,
    NotHere,
    NotNear,
    NotReply,
    Needs,
    Hollow,
}

/// A pattern whose words are numbers of literals.
#[derive(Debug)]
pub(super) struct Pattern {
    pub rule: usize,
    pub role: Role,
    pub at_start: bool,
    pub at_end: bool,
    pub parts: Vec<PatternPart>,
}

#[derive(Debug)]
pub(super) struct PatternPart {
    pub gap: Gap,
    /// Sorted.
    pub any: Vec<usize>,
}

/// How a literal must sit in the text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Literal {
    pub word_start: bool,
    pub word_end: bool,
    pub any_ending: bool,
    pub negator: bool,
    pub stop: bool,
}

/// The compiled rules of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub lang: Lang,
    pub rules: Vec<Rule>,
    pub patterns: Vec<Pattern>,
    pub literals: Vec<Literal>,
    /// For each literal, the patterns that are tried where it stands, and which of their parts it is.
    pub tried_at: Vec<Vec<(usize, usize)>>,
    pub slots: BTreeMap<Slot, usize>,
    pub automaton: Option<AhoCorasick>,
}

/// A rule or pack that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFault {
    /// The rule, or the number of the pack.
    pub place: String,
    /// What is wrong, in English.
    pub message: String,
}

impl Lexicon {
    /// Compiles the packs of `lang`; what can't be used is left out and named.
    pub fn of(lang: Lang, packs: &[Pack], faults: &mut Vec<PackFault>) -> Self {
        let mut making = Making::default();
        for pack in packs.iter().filter(|pack| pack.lang == lang) {
            making.sets.extend(pack.sets.clone());
            for negator in &pack.negators {
                making.mark(negator, |literal| literal.negator = true);
            }
            for stop in &pack.stops {
                making.mark(stop, |literal| literal.stop = true);
            }
            for rule in &pack.rules {
                if making.rules.iter().any(|known| known.id == rule.id) {
                    faults.push(PackFault { place: rule.id.clone(), message: "this id is taken".to_owned() });
                } else if let Err(message) = making.rule(rule) {
                    faults.push(PackFault { place: rule.id.clone(), message });
                }
            }
        }
        making.finish(lang, faults)
    }
}

#[derive(Default)]
struct Making {
    sets: Sets,
    rules: Vec<Rule>,
    patterns: Vec<Pattern>,
    words: Vec<String>,
    literals: Vec<Literal>,
    ids: BTreeMap<String, usize>,
}

impl Making {
    fn rule(&mut self, rule: &Rule) -> Result<(), String> {
        let index = self.rules.len();
        let roles = [
            (Role::Hit, &rule.any),
            (Role::NotHere, &rule.not),
            (Role::NotNear, &rule.not_near),
            (Role::NotReply, &rule.not_reply),
            (Role::Needs, &rule.needs),
            (Role::Hollow, &rule.hollow),
        ];
        let mut fresh = Vec::new();
        for (role, written) in roles {
            for shape in written.iter().map(|written| pattern::shapes(written, &self.sets)) {
                fresh.extend(shape?.into_iter().map(|shape| (role, shape)));
            }
        }
        for (role, shape) in fresh {
            let parts = shape.parts.into_iter().map(|part| {
                let mut any: Vec<usize> = part.any.iter().map(|word| self.number(word)).collect();
                any.sort_unstable();
                any.dedup();
                PatternPart { gap: part.gap, any }
            });
            let parts = parts.collect();
            self.patterns.push(Pattern { rule: index, role, at_start: shape.at_start, at_end: shape.at_end, parts });
        }
        self.rules.push(rule.clone());
        Ok(())
    }

    fn mark(&mut self, word: &str, mark: impl Fn(&mut Literal)) {
        let number = self.number(word);
        self.literals.get_mut(number).into_iter().for_each(mark);
    }

    fn number(&mut self, written: &str) -> usize {
        if let Some(known) = self.ids.get(written) {
            return *known;
        }
        let (word, any_ending) = written.strip_suffix('*').map_or((written, false), |stem| (stem, true));
        let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
        self.words.push(word.to_owned());
        self.literals.push(Literal {
            word_start: latin(word.chars().next()),
            word_end: latin(word.chars().next_back()) && !any_ending,
            any_ending,
            ..Literal::default()
        });
        self.ids.insert(written.to_owned(), self.words.len() - 1);
        self.words.len() - 1
    }

    fn finish(mut self, lang: Lang, faults: &mut Vec<PackFault>) -> Lexicon {
        let slots = Slot::ALL.into_iter().map(|slot| (slot, self.number(&format!("<{}>", slot.name())))).collect();
        let mut tried_at = vec![Vec::new(); self.words.len()];
        for (index, pattern) in self.patterns.iter().enumerate() {
            // The part that is met least often is tried first: its shortest wording is the longest.
            let key = pattern.parts.iter().enumerate().max_by_key(|(_, part)| {
                let shortest = part.any.iter().map(|word| self.words.get(*word).map_or(0, String::len)).min();
                (shortest, usize::MAX - part.any.len())
            });
            if let Some((at, part)) = key {
                for word in &part.any {
                    if let Some(tried) = tried_at.get_mut(*word) {
                        tried.push((index, at));
                    }
                }
            }
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&self.words);
        if let Err(error) = &automaton {
            faults.push(PackFault { place: lang.code().to_owned(), message: error.to_string() });
        }
        Lexicon {
            lang,
            rules: self.rules,
            patterns: self.patterns,
            literals: self.literals,
            tried_at,
            slots,
            automaton: automaton.ok(),
        }
    }
}
