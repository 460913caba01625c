//! One plain form of what was typed, with a way back to its bytes. Never changes the reply itself.

use unicode_normalization::UnicodeNormalization as _;

use crate::rubric::Words;

/// Characters of a reply that are read; what follows is left alone, so that time stays bounded.
pub const READ_AT_MOST: usize = 4_000;

/// The plain form: compatibility forms folded, lower case, straight words, curly quotes, `n't` written out.
#[derive(Debug, Default)]
pub struct Normal {
    /// The plain text.
    pub text: String,
    /// For each byte of `text`, the bytes of the source it came from.
    origin: Vec<(u32, u32)>,
}

impl Normal {
    /// Folds `source`.
    #[must_use]
    pub fn of(source: &str) -> Self {
        let mut normal = Self { text: String::with_capacity(source.len()), origin: Vec::with_capacity(source.len()) };
        let mut word = Word::default();
        let mut open = false;
        for (at, raw) in source.char_indices().take(READ_AT_MOST) {
            let from = small(at);
            let to = small(at + raw.len_utf8());
            if raw.is_ascii() {
                normal.take(fold_ascii(raw, &mut open), from, to, &mut word);
            } else if !is_invisible(raw) {
                for folded in std::iter::once(raw).nfkc() {
                    for lower in fold(folded).to_lowercase() {
                        normal.take(lower, from, to, &mut word);
                    }
                }
            }
        }
        normal.flush(&mut word);
        normal
    }

    /// The words of the source behind a byte range of the plain text.
    #[must_use]
    pub fn words(&self, start: usize, end: usize) -> Words {
        let first = self.origin.get(start).map_or(0, |from_to| from_to.0);
        let last = end.checked_sub(1).and_then(|byte| self.origin.get(byte)).map_or(first, |from_to| from_to.1);
        Words { start: first, end: last.max(first) }
    }

    fn take(&mut self, letter: char, from: u32, to: u32, word: &mut Word) {
        if letter.is_ascii_alphabetic() || (letter == '\'' && !word.letters.is_empty()) {
            word.letters.push(letter);
            word.origin.push((from, to));
            return;
        }
        self.flush(word);
        self.put(letter, from, to);
    }

    fn put(&mut self, letter: char, from: u32, to: u32) {
        self.text.push(letter);
        self.origin.resize(self.text.len(), (from, to));
    }

    /// Writes a finished Latin word, in full where it was contracted.
    fn flush(&mut self, word: &mut Word) {
        if let Some(full) = written_out(&word.letters) {
            let from = word.origin.first().map_or(0, |first| first.0);
            let to = word.origin.last().map_or(from, |last| last.1);
            for letter in full.chars() {
                self.put(letter, from, to);
            }
        } else {
            for (letter, (from, to)) in word.letters.chars().zip(word.origin.iter().copied()) {
                self.put(letter, from, to);
            }
        }
        word.letters.clear();
        word.origin.clear();
    }
}

/// The Latin word being read.
#[derive(Default)]
struct Word {
    letters: String,
    origin: Vec<(u32, u32)>,
}

fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Straight double quotes open and close in turn; the rest is lower-cased.
fn fold_ascii(raw: char, open: &mut bool) -> char {
    match raw {
        '"' => {
            *open = !*open;
            if *open { '“' } else { '”' }
        }
        '`' => '\'',
        '\t' | '\r' => ' ',
        _ => raw.to_ascii_lowercase(),
    }
}

fn fold(folded: char) -> char {
    match folded {
        '’' | '´' => '\'',
        '「' | '『' => '“',
        '」' | '』' => '”',
        '—' | '–' | '―' | '─' => '—',
        '妳' => '你',
        other => other,
    }
}

/// Marks that show nothing: zero-width, direction and control characters.
fn is_invisible(raw: char) -> bool {
    matches!(raw, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
        || (raw.is_control() && raw != '\n')
}

/// The full form of a contraction, also where the apostrophe was forgotten.
fn written_out(word: &str) -> Option<String> {
    const BARE: &[(&str, &str)] = &[
        ("cannot", "can not"),
        ("can't", "can not"),
        ("cant", "can not"),
        ("won't", "will not"),
        ("wont", "will not"),
        ("shan't", "shall not"),
        ("dont", "do not"),
        ("didnt", "did not"),
        ("doesnt", "does not"),
        ("isnt", "is not"),
        ("wasnt", "was not"),
        ("havent", "have not"),
        ("couldnt", "could not"),
        ("wouldnt", "would not"),
        ("im", "i am"),
        ("ive", "i have"),
        ("thats", "that is"),
        ("youre", "you are"),
        ("let's", "let us"),
        ("ain't", "is not"),
    ];
    const WITH_IS: &[&str] =
        &["it", "that", "there", "what", "here", "he", "she", "who", "how", "where", "when", "this"];
    if let Some((_, full)) = BARE.iter().find(|(bare, _)| *bare == word) {
        return Some((*full).to_owned());
    }
    if let Some(stem) = word.strip_suffix("n't") {
        return Some(format!("{stem} not"));
    }
    let (stem, tail) = word.rsplit_once('\'')?;
    let full = match tail {
        "ll" => "will",
        "ve" => "have",
        "re" => "are",
        "m" => "am",
        "d" => "would",
        "s" if WITH_IS.contains(&stem) => "is",
        _ => return None,
    };
    Some(format!("{stem} {full}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_widths_case_and_contractions() {
        assert_eq!(Normal::of("Ｉ’M  sorry，we CAN’T").text, "i am  sorry,we can not");
        assert_eq!(Normal::of("“好”「行」").text, "“好”“行”");
        assert_eq!(Normal::of("the shop's door").text, "the shop's door");
    }

    #[test]
    fn finds_its_way_back() {
        let source = "好，I’ll call。";
        let normal = Normal::of(source);
        let at = normal.text.find("will").unwrap_or_default();
        assert_eq!(normal.words(at, at + 4).of(source), "I’ll");
    }
}
