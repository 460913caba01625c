//! The outline of a scenario text: quotes, brackets, words, comments. Never judges it; see `precheck`.

/// One piece of the text; white space is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub kind: Kind,
    // A hostile file is a million tokens: small ones keep it small.
    from: u32,
    to: u32,
}

impl Token {
    /// First byte.
    pub fn start(&self) -> usize {
        self.from as usize
    }

    /// One past the last byte.
    pub fn end(&self) -> usize {
        self.to as usize
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text in quotes, quotes included; open if no closing quote stands on its line.
    Quoted {
        /// Whether it was closed.
        closed: bool,
    },
    /// A comment.
    Comment,
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// Letters, digits and what belongs to numbers and names.
    Word,
    /// Letters of other scripts outside quotes.
    Foreign,
    /// Any other character.
    Mark,
}

/// Cuts `text` into tokens. Takes any text; time grows with its length only.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut scanner = Scanner { text, at: 0 };
    let mut found = Vec::new();
    while let Some(c) = scanner.peek() {
        if c.is_ascii_whitespace() {
            scanner.at += 1;
            continue;
        }
        let start = scanner.at;
        let kind = scanner.token(c);
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        found.push(Token { kind, from: place(start), to: place(scanner.at) });
    }
    found
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) {
        let rest = self.rest();
        let length = rest.find(|c| !keep(c)).unwrap_or(rest.len());
        self.at += length;
    }

    fn token(&mut self, c: char) -> Kind {
        if let Some(raw) = self.raw_quote() {
            return raw;
        }
        match c {
            '"' => self.quoted(),
            '(' | '[' | '{' => self.single(c, Kind::Open),
            ')' | ']' | '}' => self.single(c, Kind::Close),
            '/' if self.rest().starts_with("//") => {
                self.take_while(|c| c != '\n');
                Kind::Comment
            }
            '/' if self.rest().starts_with("/*") => self.block_comment(),
            '\'' => self.character(),
            c if is_word(c) => {
                self.take_while(is_word);
                Kind::Word
            }
            c if !c.is_ascii() && c.is_alphanumeric() && !is_full_width_form(c) => {
                self.take_while(|c| !c.is_ascii() && c.is_alphanumeric() && !is_full_width_form(c));
                Kind::Foreign
            }
            c => self.single(c, Kind::Mark),
        }
    }

    fn single(&mut self, c: char, kind: Kind) -> Kind {
        self.at += c.len_utf8();
        kind
    }

    fn quoted(&mut self) -> Kind {
        let mut escaped = false;
        for (index, c) in self.rest().char_indices().skip(1) {
            match c {
                '\n' => {
                    self.at += index;
                    return Kind::Quoted { closed: false };
                }
                '"' if !escaped => {
                    self.at += index + 1;
                    return Kind::Quoted { closed: true };
                }
                _ => escaped = c == '\\' && !escaped,
            }
        }
        self.at = self.text.len();
        Kind::Quoted { closed: false }
    }

    /// `r"…"`, `r#"…"#`, also with a `b` before: the one way to write text over several lines.
    fn raw_quote(&mut self) -> Option<Kind> {
        let rest = self.rest();
        let body = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
        let hashes = body.bytes().take_while(|byte| *byte == b'#').count();
        if !body.get(hashes..)?.starts_with('"') {
            return None;
        }
        let end = format!("\"{}", "#".repeat(hashes));
        let opening = rest.len() - body.len() + hashes + 1;
        let closed = rest.get(opening..)?.find(&end);
        self.at += closed.map_or(rest.len(), |at| opening + at + end.len());
        Some(Kind::Quoted { closed: closed.is_some() })
    }

    fn block_comment(&mut self) -> Kind {
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        while self.at < bytes.len() {
            let pair = bytes.get(self.at..self.at + 2);
            if pair == Some(b"/*") {
                depth += 1;
                self.at += 2;
            } else if pair == Some(b"*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    break;
                }
            } else {
                self.at += 1;
            }
        }
        Kind::Comment
    }

    /// A character in single quotes; an apostrophe that quotes nothing is a mark.
    fn character(&mut self) -> Kind {
        let mut inside = self.rest().chars().skip(1);
        let length = match inside.next() {
            // The longest escape is `'\u{10FFFF}'`.
            Some('\\') => {
                let near = self.rest().char_indices().skip(3).take(10);
                near.take_while(|(_, c)| *c != '\n').find(|(_, c)| *c == '\'').map(|(at, _)| at + 1)
            }
            Some(c) => (inside.next() == Some('\'')).then_some(c.len_utf8() + 2),
            None => None,
        };
        match length {
            Some(length) => {
                self.at += length;
                Kind::Word
            }
            None => self.single('\'', Kind::Mark),
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '-' | '.')
}

/// `Ａ`, `１`, `：` and the like: ASCII drawn as wide as Chinese.
pub(super) fn is_full_width_form(c: char) -> bool {
    ('\u{FF01}'..='\u{FF5E}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{Kind, tokens};

    #[track_caller]
    fn check_tokens(text: &str, expected: &[&str]) {
        let found: Vec<&str> = tokens(text).iter().map(|token| &text[token.start()..token.end()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn text_is_cut_where_ron_cuts_it() {
        check_tokens(r#"id: "a\"b", // "c"#, &["id", ":", r#""a\"b""#, ",", r#"// "c"#]);
        check_tokens("r#\"a\"\nb\"# x", &["r#\"a\"\nb\"#", "x"]);
        check_tokens("/* a /* b */ c */ '\"' role", &["/* a /* b */ c */", "'\"'", "role"]);
        check_tokens("标题：（", &["标题", "：", "（"]);
        check_tokens("'\\'' '", &["'\\''", "'"]);
    }

    #[test]
    fn an_open_quote_ends_with_its_line() {
        let found = tokens("zh: \"没关,\nen: \"x\"");
        assert_eq!(found[2].kind, Kind::Quoted { closed: false });
        assert_eq!(found[5].kind, Kind::Quoted { closed: true });
    }
}
