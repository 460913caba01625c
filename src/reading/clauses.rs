//! Cuts the plain text into clauses and says how each hangs on the one before. Never drops a word.

use std::ops::Range;

use crate::text::Lang;

/// How a clause hangs on what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Link {
    /// Beside it, or first.
    #[default]
    None,
    /// Takes it back or turns: 但是, "but".
    Contrast,
    /// Only if: 如果, "if".
    Condition,
    /// Gives its reason: 因为, "because".
    Cause,
}

/// A stretch between two stops, without them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Bytes of the plain text, white space trimmed.
    pub at: Range<usize>,
    /// Which sentence it belongs to.
    pub sentence: usize,
    /// How it hangs on the clause before.
    pub link: Link,
    /// Its sentence ends with a question mark or a question word.
    pub question: bool,
}

/// The clauses of a reply and the parts of it that are somebody else's words.
#[derive(Debug, Default)]
pub struct Parsed {
    /// In order of appearance; never overlapping.
    pub clauses: Vec<Clause>,
    /// Bytes between quotation marks.
    pub quotes: Vec<Range<usize>>,
}

impl Parsed {
    /// Cuts `text` (plain form) by the stops and joining words of `lang`.
    #[must_use]
    pub fn of(text: &str, lang: Lang) -> Self {
        let mut parsed = Self { clauses: Vec::new(), quotes: quotes(text) };
        let mut sentence = 0;
        let mut start = 0;
        let mut first_of_sentence = 0;
        let mut rest = text.char_indices().peekable();
        while let Some((at, letter)) = rest.next() {
            let next = rest.peek().map(|(_, next)| *next);
            let Some(stop) = stop_at(text, at, letter, next) else { continue };
            parsed.push(text, start..at, sentence, lang);
            start = at + letter.len_utf8();
            if stop == Stop::Sentence {
                if letter == '?' {
                    parsed.clauses.iter_mut().skip(first_of_sentence).for_each(|clause| clause.question = true);
                }
                sentence += 1;
                first_of_sentence = parsed.clauses.len();
            }
        }
        parsed.push(text, start..text.len(), sentence, lang);
        parsed
    }

    /// The clause that holds byte `at`.
    #[must_use]
    pub fn clause_at(&self, at: usize) -> Option<usize> {
        let next = self.clauses.partition_point(|clause| clause.at.start <= at);
        let index = next.checked_sub(1)?;
        (at < self.clauses.get(index)?.at.end).then_some(index)
    }

    /// True where `at` stands between quotation marks.
    #[must_use]
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quotes.iter().any(|quote| quote.contains(&at))
    }

    /// Adds the clauses of one stretch between stops, cut again before joining words.
    fn push(&mut self, text: &str, whole: Range<usize>, sentence: usize, lang: Lang) {
        let mut start = whole.start;
        while start < whole.end {
            let piece = text.get(start..whole.end).unwrap_or_default();
            let cut = next_join(piece, lang).map_or(whole.end, |offset| start + offset);
            let shown = text.get(start..cut).unwrap_or_default();
            let trimmed = whole_quotes(shown.trim());
            if !trimmed.is_empty() {
                let lead = shown.find(trimmed).unwrap_or_default();
                let at = start + lead..start + lead + trimmed.len();
                let question = lang == Lang::Zh && trimmed.ends_with(['吗', '呢', '么']);
                self.clauses.push(Clause { at, sentence, link: link(trimmed, lang), question });
            }
            start = cut;
        }
    }
}

/// Without the quotation marks at its ends whose other half stands in another clause.
fn whole_quotes(clause: &str) -> &str {
    if clause.matches('“').count() == clause.matches('”').count() {
        return clause;
    }
    clause.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '“' | '”'))
}

#[derive(PartialEq, Eq)]
enum Stop {
    Clause,
    Sentence,
}

fn stop_at(text: &str, at: usize, letter: char, next: Option<char>) -> Option<Stop> {
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let between_digits =
        before.is_some_and(|left| left.is_ascii_digit()) && next.is_some_and(|right| right.is_ascii_digit());
    match letter {
        '。' | '!' | '?' | ';' | '\n' => Some(Stop::Sentence),
        '.' | ',' | ':' if between_digits => None,
        '.' if next.is_none_or(|right| right.is_whitespace() || right == '”' || right == '.') => {
            if is_short_form(text.get(..at).unwrap_or_default()) { None } else { Some(Stop::Sentence) }
        }
        // Typed Chinese often has a space where a comma belongs.
        ' ' if before.is_some_and(is_han) && next.is_some_and(is_han) => Some(Stop::Clause),
        ',' | ':' | '—' | '(' | ')' | '【' | '】' | '~' | '…' => Some(Stop::Clause),
        _ => None,
    }
}

fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// Full stops that end no sentence: Mr. Dr. a.m. p.m.
fn is_short_form(head: &str) -> bool {
    let word = head.rsplit(|letter: char| letter.is_whitespace()).next().unwrap_or_default();
    matches!(word, "mr" | "mrs" | "ms" | "dr" | "st" | "a.m" | "p.m" | "e.g" | "i.e" | "vs" | "approx")
}

/// Bytes between opening and closing quotation marks; an unclosed one quotes nothing.
fn quotes(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, letter) in text.char_indices() {
        match letter {
            '“' | '‘' => open = Some(at + letter.len_utf8()),
            '”' => {
                if let Some(start) = open.take() {
                    found.push(start..at);
                }
            }
            // A closing single quote was folded into an apostrophe; it closes only what ‘ opened.
            '\'' if open.is_some_and(|start| text.get(..start).is_some_and(|head| head.ends_with('‘'))) => {
                if let Some(start) = open.take() {
                    found.push(start..at);
                }
            }
            _ => {}
        }
    }
    found
}

const ZH_JOINS: &[(&str, Link)] = &[
    ("但是", Link::Contrast),
    ("可是", Link::Contrast),
    ("然而", Link::Contrast),
    ("不过", Link::Contrast),
    ("但", Link::Contrast),
    ("因为", Link::Cause),
    ("如果", Link::Condition),
    ("要是", Link::Condition),
    ("假如", Link::Condition),
    ("万一", Link::Condition),
    ("若", Link::Condition),
];
const EN_JOINS: &[(&str, Link)] = &[
    ("but", Link::Contrast),
    ("however", Link::Contrast),
    ("although", Link::Contrast),
    ("though", Link::Contrast),
    ("yet", Link::Contrast),
    ("because", Link::Cause),
    ("if", Link::Condition),
    ("unless", Link::Condition),
    ("and i", Link::None),
    ("and we", Link::None),
    ("so i", Link::None),
    ("so we", Link::None),
    ("and you", Link::None),
    ("and then", Link::None),
    ("and please", Link::None),
];

/// Where the next joining word cuts `piece`, not counting one at its head.
fn next_join(piece: &str, lang: Lang) -> Option<usize> {
    let joins = match lang {
        Lang::Zh => ZH_JOINS,
        Lang::En => EN_JOINS,
    };
    let head = piece.len() - piece.trim_start().len();
    joins.iter().filter_map(|(word, _)| join_in(piece, head, word, lang)).min()
}

fn join_in(piece: &str, head: usize, word: &str, lang: Lang) -> Option<usize> {
    piece.match_indices(word).map(|(at, _)| at).find(|&at| {
        if at <= head {
            return false;
        }
        let before = piece.get(..at).unwrap_or_default();
        let after = piece.get(at + word.len()..).unwrap_or_default();
        match lang {
            Lang::En => {
                // "as if", and "if" for "whether", open no condition.
                let whether = ["as ", "see ", "know ", "me ", "ask ", "check ", "wonder "];
                let joined_if = word == "if" && whether.iter().any(|verb| before.ends_with(verb));
                before.ends_with(' ') && after.starts_with(' ') && !joined_if
            }
            Lang::Zh => {
                let other_word = word == "但" && after.starts_with(['凡', '愿', '求']);
                !other_word && !before.ends_with(['不', '非', '只', '再', '受', '倘', '哪'])
            }
        }
    })
}

fn link(clause: &str, lang: Lang) -> Link {
    let joins = match lang {
        Lang::Zh => ZH_JOINS,
        Lang::En => EN_JOINS,
    };
    for (word, link) in joins {
        if let Some(after) = clause.strip_prefix(word) {
            let whole = lang == Lang::Zh || after.is_empty() || after.starts_with(' ');
            let free = !(*word == "但" && after.starts_with(['凡', '愿', '求']));
            if whole && free {
                return *link;
            }
        }
    }
    Link::None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_cut(text: &str, lang: Lang, clauses: &[&str]) {
        let parsed = Parsed::of(text, lang);
        let found: Vec<&str> = parsed.clauses.iter().map(|clause| text.get(clause.at.clone()).unwrap_or("?")).collect();
        assert_eq!(found, clauses);
    }

    #[test]
    fn cuts_at_stops_and_joining_words() {
        check_cut("我明白,但是这不行。", Lang::Zh, &["我明白", "但是这不行"]);
        check_cut("不但换了但没修好", Lang::Zh, &["不但换了", "但没修好"]);
        check_cut(
            "i see but i will not. at 4:30 p.m. we pay 3,000",
            Lang::En,
            &["i see", "but i will not", "at 4:30 p.m. we pay 3,000"],
        );
    }

    #[test]
    fn knows_links_and_questions() {
        let parsed = Parsed::of("如果查出来是我们的,您看行吗?好。", Lang::Zh);
        assert_eq!(
            parsed.clauses.iter().map(|clause| clause.link).collect::<Vec<_>>(),
            [Link::Condition, Link::None, Link::None]
        );
        assert_eq!(parsed.clauses.iter().map(|clause| clause.question).collect::<Vec<_>>(), [true, true, false]);
    }

    #[test]
    fn quotes_need_both_ends() {
        let text = "您说“不可能”我记下了“";
        let parsed = Parsed::of(text, Lang::Zh);
        assert_eq!(parsed.quotes.len(), 1);
        assert!(parsed.is_quoted(text.find("不可能").unwrap_or(0)));
    }
}
