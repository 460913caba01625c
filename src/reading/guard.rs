//! Words that earn nothing: the customer's own, an earlier reply's, heaps of keywords, words to the program.
//! Never looks at what a move is worth.

use std::ops::Range;

use super::normalise::Normal;
use crate::text::Lang;

/// Letters and numerals only: what is compared.
fn bare(text: &str) -> Vec<char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// What the customer said, ready to be compared with.
pub(super) struct Customer {
    plain: String,
    lang: Lang,
}

impl Customer {
    /// Takes the customer's last line.
    pub fn of(said: &str, lang: Lang) -> Self {
        Self { plain: Normal::of(said).text, lang }
    }

    /// True where most of `clause` (plain form) stands in it.
    pub fn said(&self, clause: &str) -> bool {
        match self.lang {
            Lang::Zh => mostly_shared(&bare(clause), &bare(&self.plain), 8),
            Lang::En => mostly_shared(&words(clause), &words(&self.plain), 5),
        }
    }
}

/// True where `clause` (plain form) speaks of something the trainee may promise.
pub(super) fn is_within(authority: &[String], clause: &str, lang: Lang) -> bool {
    authority.iter().map(|line| Normal::of(line).text).any(|line| match lang {
        Lang::Zh => longest_common(&bare(clause), &bare(&line)) >= 4,
        Lang::En => longest_common(&words(clause), &words(&line)) >= 3,
    })
}

fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn mostly_shared<T: PartialEq>(clause: &[T], customer: &[T], least: usize) -> bool {
    if clause.len() < least || customer.len() < least {
        return false;
    }
    let shared = longest_common(clause, customer);
    shared >= least && shared * 10 >= clause.len() * 7
}

/// Length of the longest run that both hold.
fn longest_common<T: PartialEq>(left: &[T], right: &[T]) -> usize {
    let mut best = 0;
    let mut row = vec![0_usize; right.len() + 1];
    for letter in left {
        let mut diagonal = 0;
        for (at, other) in right.iter().enumerate() {
            let above = row.get(at + 1).copied().unwrap_or_default();
            let run = if letter == other { diagonal + 1 } else { 0 };
            if let Some(cell) = row.get_mut(at + 1) {
                *cell = run;
            }
            best = best.max(run);
            diagonal = above;
        }
    }
    best
}

/// Earlier replies, cut into comparable clauses.
pub(super) struct Earlier {
    said: Vec<Vec<char>>,
}

impl Earlier {
    /// Takes the trainee's earlier replies.
    pub fn of(replies: &[String], lang: Lang) -> Self {
        let mut said = Vec::new();
        for reply in replies {
            let normal = Normal::of(reply);
            let parsed = super::clauses::Parsed::of(&normal.text, lang);
            said.extend(parsed.clauses.iter().filter_map(|clause| normal.text.get(clause.at.clone())).map(bare));
        }
        Self { said }
    }

    /// True where a clause of some length was said before in the same words.
    pub fn holds(&self, clause: &str) -> bool {
        if self.said.is_empty() {
            return false;
        }
        let clause = bare(clause);
        clause.len() >= 4 && self.said.contains(&clause)
    }
}

/// True for words that speak to the program and not to the customer.
pub(super) fn is_prompt(text: &str) -> bool {
    const SIGNS: &[&str] = &[
        "ignore previous",
        "ignore all",
        "ignore the above",
        "system prompt",
        "as an ai",
        "full marks",
        "give me points",
        "score this",
        "give this reply",
        "忽略以上",
        "忽略前面",
        "忽略之前",
        "给我满分",
        "给满分",
        "打满分",
        "系统提示",
        "请评分",
        "判定为",
        "判为",
        "acknowledge_feeling",
        "offer_remedy",
        "take_ownership",
        "commit_time",
        "评分系统",
        "评分程序",
    ];
    SIGNS.iter().any(|sign| text.contains(sign))
}

/// True where words of many kinds are heaped up without sentences: `clauses` with a good move, and how many moves.
pub(super) fn is_pile(text: &str, clauses: &[Range<usize>], moves: usize, lang: Lang) -> bool {
    if moves < 4 || clauses.len() < 4 {
        return false;
    }
    let length: usize = clauses
        .iter()
        .filter_map(|at| text.get(at.clone()))
        .map(|clause| if lang == Lang::Zh { bare(clause).len() } else { clause.split_whitespace().count() })
        .sum();
    let least = if lang == Lang::Zh { 5 } else { 4 };
    length < clauses.len() * least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_customers_words() {
        let customer = Customer::of("你们三天两头出毛病真让人烦!我不修了", Lang::Zh);
        assert!(customer.said("你们三天两头出毛病真让人烦"));
        assert!(!customer.said("三天两头跑来,换谁都烦"));
    }

    #[test]
    fn knows_heaps() {
        let text = "抱歉 理解 感谢 负责";
        let at = [0..6, 7..13, 14..20, 21..27];
        assert!(is_pile(text, &at, 4, Lang::Zh));
    }
}
