//! What RON says in its own words, in plain ones and with the exact caret. Parses nothing itself.

use ron::error::{Error, SpannedError};

use super::condition::{UnknownWord, WrittenCondition};
use super::tokens::{Kind, Token};
use crate::diag::{Diagnostic, Position, Source, Span, nearest};
use crate::text::Bilingual;

/// The finding for an error of RON.
pub(super) fn explain(source: &Source, tokens: &[Token], error: &SpannedError) -> Diagnostic {
    let offset = |at: ron::error::Position| source.offset(Position { line: at.line, column: at.col });
    let place = Place { text: source.text(), tokens, start: offset(error.span.start), end: offset(error.span.end) };
    match &error.code {
        Error::ExpectedComma | Error::ExpectedStructLikeEnd | Error::ExpectedArrayEnd | Error::ExpectedMapEnd => {
            missing_comma(&place)
        }
        Error::ExpectedMapColon => missing_colon(&place),
        Error::NoSuchStructField { expected, found, .. } => unknown_field(&place, found, expected),
        Error::NoSuchEnumVariant { expected, found, .. } => unknown_word(&place, found, expected),
        Error::Message(words) if words.starts_with(UnknownWord::PREFIX) => {
            let found = words.get(UnknownWord::PREFIX.len()..).unwrap_or_default().trim_matches('`');
            unknown_word(&place, found, &WrittenCondition::vocabulary())
        }
        Error::MissingStructField { field, .. } => missing_field(&place, field),
        Error::DuplicateStructField { field, .. } => duplicate_field(&place, field),
        Error::IntegerOutOfBounds => number_too_big(&place),
        Error::InvalidEscape(_) => bad_escape(&place),
        Error::TrailingCharacters => trailing(&place),
        code => wrong_type(&place, code),
    }
}

/// Where RON stood, and the outline around it.
struct Place<'a> {
    text: &'a str,
    tokens: &'a [Token],
    start: usize,
    end: usize,
}

impl Place<'_> {
    fn code_tokens(&self) -> impl DoubleEndedIterator<Item = &Token> {
        self.tokens.iter().filter(|token| token.kind != Kind::Comment)
    }

    /// The last token that ends at or before `at`.
    fn before(&self, at: usize) -> Option<&Token> {
        self.code_tokens().rev().find(|token| token.end() <= at)
    }

    /// The token under `at`, or the next one.
    fn under(&self, at: usize) -> Option<&Token> {
        self.code_tokens().find(|token| token.end() > at)
    }

    /// The token RON was reading when it gave up.
    fn culprit(&self) -> Span {
        let content =
            |token: &&Token| token.end() > self.start && matches!(token.kind, Kind::Word | Kind::Quoted { .. });
        let read = self.code_tokens().find(content).filter(|token| token.start() < self.end);
        let token = read.or_else(|| self.under(self.end)).or_else(|| self.before(self.end));
        token.map_or(Span { start: self.start, end: self.end }, span)
    }

    /// The nearest `word` at or before the place where RON gave up.
    fn word(&self, word: &str) -> Span {
        let is_word = |token: &&Token| self.text.get(token.start()..token.end()) == Some(word);
        let found = self.code_tokens().rev().filter(|token| token.start() <= self.end).find(is_word);
        found.map_or_else(|| self.culprit(), span)
    }

    /// The bracketed part that ends at or around the place; its opening bracket if it is spread over lines.
    fn part(&self) -> Span {
        let mut depth = 0_usize;
        let mut closing = self.end;
        for token in self.code_tokens().rev().skip_while(|token| token.start() > self.end) {
            match token.kind {
                Kind::Close => {
                    if depth == 0 {
                        closing = token.end();
                    }
                    depth += 1;
                }
                Kind::Open => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        let whole = self.text.get(token.start()..closing).unwrap_or_default();
                        let end = if whole.contains('\n') { token.end() } else { closing };
                        return Span { start: token.start(), end };
                    }
                }
                _ => {}
            }
        }
        self.culprit()
    }
}

fn span(token: &Token) -> Span {
    Span { start: token.start(), end: token.end() }
}

fn missing_comma(place: &Place) -> Diagnostic {
    let Some(next) = place.under(place.start) else { return wrong_type(place, &Error::Eof) };
    if next.start() < place.start {
        return wrong_type(place, &Error::ExpectedInteger); // stopped inside a word: `2.5`
    }
    let before = place.before(next.start());
    let of = |token: &Token| place.text.get(token.start()..token.end()).unwrap_or_default();
    if of(next) == "(" || before.is_some_and(|token| of(token) == ",") {
        return too_many_values(next);
    }
    let at = before.map_or(place.start, Token::end);
    Diagnostic::error(
        "missing-comma",
        Span { start: at, end: at },
        Bilingual::new("这里少了一个逗号", "A comma is missing here"),
    )
    .because(Bilingual::new("没有逗号，前后两项就连成了一项。", "Without the comma two entries run into one."))
    .mend(Bilingual::new("在这一项的后面加一个英文逗号 ,", "Put a comma , after this entry"))
}

fn too_many_values(next: &Token) -> Diagnostic {
    Diagnostic::error(
        "wrong-type",
        span(next),
        Bilingual::new("前面那个词不带这里的内容", "The word before this takes no such value"),
    )
    .because(Bilingual::new("多写的内容没有意义，读不出来。", "What is too much has no meaning and can't be read."))
    .mend(Bilingual::new(
        "删掉多余的部分；每个词怎么写见 docs/SCENARIOS.md",
        "Delete what is too much; docs/SCENARIOS.md shows how each word is written",
    ))
}

fn missing_value(place: &Place) -> Diagnostic {
    let word = place.code_tokens().rev().find(|token| token.kind == Kind::Word && token.end() <= place.end);
    let at = word.map_or_else(|| place.culprit(), span);
    let name = place.text.get(at.range()).unwrap_or_default();
    Diagnostic::error(
        "wrong-type",
        at,
        Bilingual::new("这个词后面的括号里少了内容", "A value in brackets is missing after this word"),
    )
    .because(Bilingual::new(
        "没有它就不知道有多强，或者指的是谁。",
        "Without it nobody knows how strong, or which one.",
    ))
    .mend(Bilingual::new(
        format!("补全括号里的内容，例如 feeling(2)、add(common_ground, 1)（这里是 {name}）"),
        format!("Complete the brackets, as in feeling(2) or add(common_ground, 1) (here: {name})"),
    ))
}

fn missing_colon(place: &Place) -> Diagnostic {
    let next = place.under(place.start);
    let at = next.and_then(|next| place.before(next.start())).map_or(place.start, Token::end);
    Diagnostic::error(
        "missing-colon",
        Span { start: at, end: at },
        Bilingual::new("字段名后面少了冒号", "A colon is missing after the field's name"),
    )
    .because(Bilingual::new(
        "冒号前面是字段名，后面是内容。",
        "The colon stands between a field's name and what it holds.",
    ))
    .mend(Bilingual::new("写成“字段名: 内容”，冒号用英文半角", "Write “name: content” with a half-width colon"))
}

fn unknown_field(place: &Place, found: &str, expected: &[&str]) -> Diagnostic {
    let message =
        Bilingual::new(format!("这里没有叫 {found} 的字段"), format!("There is no field called {found} here"));
    Diagnostic::error("unknown-field", place.word(found), message)
        .because(Bilingual::new(
            "写错的字段会被当作没写，学员就看不到它的效果，所以不放过。",
            "A misspelt field would do nothing and nobody would notice, so it isn't let through.",
        ))
        .mend(meant(found, expected))
}

fn unknown_word(place: &Place, found: &str, expected: &[&str]) -> Diagnostic {
    let message = Bilingual::new(format!("不认识 {found} 这个词"), format!("The word {found} isn't known here"));
    Diagnostic::error("unknown-word", place.word(found), message)
        .because(Bilingual::new(
            "评分和剧情只认规定的词。",
            "Scoring and the course of the talk know only the words of the manual.",
        ))
        .mend(meant(found, expected))
}

/// “Did you mean …?”, else the words there are.
fn meant(found: &str, expected: &[&str]) -> Bilingual {
    if let Some(near) = nearest(found, expected.iter().copied()) {
        return Bilingual::new(format!("是不是想写 {near}？"), format!("Did you mean {near}?"));
    }
    if expected.is_empty() {
        return Bilingual::new("删掉它", "Delete it");
    }
    let all = expected.join(" ");
    Bilingual::new(format!("可以写的有：{all}"), format!("There are: {all}"))
}

fn missing_field(place: &Place, field: &str) -> Diagnostic {
    let other = match field {
        "zh" => Some(("中文", "Chinese")),
        "en" => Some(("英文", "English")),
        _ => None,
    };
    if let Some((zh, en)) = other {
        return Diagnostic::error(
            "missing-translation",
            place.part(),
            Bilingual::new(format!("这句话没有{zh}（缺 {field}）"), format!("The {en} wording is missing ({field})")),
        )
        .because(Bilingual::new(
            "用那种语言练习的学员会在这里看到一片空白。",
            "A trainee who practises in that language would meet a blank here.",
        ))
        .mend(Bilingual::new(format!("补上 {field}: \"…\""), format!("Add {field}: \"…\"")));
    }
    Diagnostic::error(
        "missing-field",
        place.part(),
        Bilingual::new(format!("这里缺少字段 {field}"), format!("The field {field} is missing here")),
    )
    .because(Bilingual::new(
        "少了这一项，这一段就不完整，没法使用。",
        "Without it this part isn't complete and can't be played.",
    ))
    .mend(Bilingual::new(format!("补上 {field}: …"), format!("Add {field}: …")))
}

fn duplicate_field(place: &Place, field: &str) -> Diagnostic {
    Diagnostic::error(
        "duplicate-field",
        place.word(field),
        Bilingual::new(format!("字段 {field} 写了两次"), format!("The field {field} is written twice")),
    )
    .because(Bilingual::new("不知道该听哪一个。", "Nobody can tell which of the two counts."))
    .mend(Bilingual::new("删掉其中一个", "Delete one of them"))
}

fn number_too_big(place: &Place) -> Diagnostic {
    Diagnostic::error(
        "wrong-type",
        place.culprit(),
        Bilingual::new("这个数字超出了范围", "This number is out of range"),
    )
    .because(Bilingual::new("这里只能写小的整数。", "Only small whole numbers fit here."))
    .mend(Bilingual::new(
        "火气和信任写 0 到 100，信号强度和权重写 1 到 3",
        "Write 0 to 100 for heat and trust, 1 to 3 for cues and weights",
    ))
}

fn bad_escape(place: &Place) -> Diagnostic {
    let text = place.culprit();
    let words = place.text.get(text.range()).unwrap_or_default();
    let mut escaped = false;
    let odd = words.char_indices().find(|(_, c)| {
        let wrong = escaped && !"nrt0\"\\'xu".contains(*c);
        escaped = *c == '\\' && !escaped;
        wrong
    });
    let at = odd.map_or(text, |(at, c)| Span { start: text.start + at - 1, end: text.start + at + c.len_utf8() });
    Diagnostic::error(
        "bad-escape",
        at,
        Bilingual::new("台词里的反斜杠 \\ 后面不能跟这个字符", "A backslash \\ can't stand before this character"),
    )
    .because(Bilingual::new("反斜杠只用来写 \\n、\\\" 和 \\\\。", "A backslash only makes \\n, \\\" and \\\\."))
    .mend(Bilingual::new("要写反斜杠本身就写两个 \\\\", "For a backslash itself write two: \\\\"))
}

fn trailing(place: &Place) -> Diagnostic {
    Diagnostic::error(
        "after-the-end",
        place.culprit(),
        Bilingual::new("情景已经结束，后面还有内容", "There is something after the end of the scene"),
    )
    .because(Bilingual::new("后面的内容不会被读到。", "What stands there would not be read."))
    .mend(Bilingual::new(
        "删掉它，或者检查前面是不是多了一个右括号",
        "Delete it, or look for a bracket too many before it",
    ))
}

fn wrong_type(place: &Place, code: &Error) -> Diagnostic {
    let quoted = (
        "放在英文双引号里的文字",
        "words in straight double quotes",
        "在前后各加一个英文双引号 \"",
        "Put \" on both sides",
    );
    let (zh, en, mend_zh, mend_en) = match code {
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } | Error::UnderscoreAtBeginning => (
            "一个整数",
            "a whole number",
            "写一个整数，不带引号和小数点",
            "Write a whole number without quotes or decimals",
        ),
        Error::ExpectedString | Error::ExpectedStringEnd => quoted,
        Error::InvalidValueForType { expected, .. } if expected.contains("quotes") => quoted,
        Error::ExpectedArray => ("一个列表 […]", "a list […]", "用方括号括起来：[…]", "Put it in square brackets: […]"),
        Error::ExpectedBoolean => {
            ("true 或 false", "true or false", "是就写 true，否就写 false", "Write true for yes, false for no")
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedMap => {
            if place.under(place.end).is_some_and(|token| matches!(token.kind, Kind::Close | Kind::Mark)) {
                return missing_value(place);
            }
            (
                "用圆括号括起来的一段 (…)",
                "a part in round brackets (…)",
                "写成 (字段: 内容, …)",
                "Write (field: content, …)",
            )
        }
        Error::ExpectedDifferentLength { .. } => return missing_value(place),
        Error::ExpectedIdentifier | Error::InvalidIdentifier(_) | Error::SuggestRawIdentifier(_) => {
            ("一个不带引号的词", "a word without quotes", "去掉引号", "Take the quotes away")
        }
        Error::Eof => {
            ("更多内容，文件却到此为止", "more, but the file ends here", "把缺的部分补上", "Write what is missing")
        }
        _ => (
            "另一种写法",
            "something else",
            "对照 docs/SCENARIOS.md 里的例子改",
            "Compare it with the example in docs/SCENARIOS.md",
        ),
    };
    let message = Bilingual::new(format!("这里应当是{zh}"), format!("Here should be {en}"));
    Diagnostic::error("wrong-type", place.culprit(), message)
        .because(Bilingual::new("类型不对，这一项就读不出来。", "This entry can't be read as it is."))
        .mend(Bilingual::new(mend_zh, mend_en))
}
