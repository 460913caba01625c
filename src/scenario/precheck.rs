//! What a Chinese keyboard or a slip leaves in a file: named before RON trips over it. Never changes the text.

use super::brackets::brackets;
use super::tokens::{Kind, Token, is_full_width_form};
use crate::diag::{Diagnostic, Source, Span};
use crate::text::Bilingual;

/// More findings of one kind than this help nobody.
const MANY: usize = 20;

/// Everything wrong with the outline of the file, in order.
pub(super) fn precheck(source: &Source, tokens: &[Token]) -> Vec<Diagnostic> {
    let mut found = hidden(source);
    let quotes = quotes(source, tokens);
    let damaged: Vec<usize> = quotes.iter().filter_map(|d| d.span).map(|span| source.line_number(span.start)).collect();
    let foreign = foreign(source, tokens, &damaged);
    let comment = open_comment(source.text(), tokens);
    let intact = quotes.is_empty() && foreign.is_empty() && comment.is_none();
    found.extend(comment);
    found.extend(quotes);
    found.extend(foreign);
    if intact {
        found.extend(brackets(source, tokens));
    }
    found.sort_by_key(|diagnostic| diagnostic.span);
    found
}

/// The name of a character that shows nothing or turns the reading direction.
pub(super) fn hidden_name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{202A}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202B}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202C}' => "POP DIRECTIONAL FORMATTING",
        '\u{202D}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202E}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2066}'..='\u{2069}' => "DIRECTIONAL ISOLATE",
        '\u{200E}' | '\u{200F}' | '\u{061C}' => "DIRECTION MARK",
        '\u{200B}' => "ZERO WIDTH SPACE",
        '\u{2060}' => "WORD JOINER",
        '\u{FEFF}' => "BYTE ORDER MARK",
        '\u{2028}' | '\u{2029}' => "LINE SEPARATOR",
        '\t' => "TAB",
        c if c.is_control() => "CONTROL CHARACTER",
        _ => return None,
    })
}

/// The finding for such a character; also used for those that were written as escapes.
pub(super) fn hidden_character(c: char, name: &str, span: Option<Span>) -> Diagnostic {
    let code = u32::from(c);
    Diagnostic::error(
        "hidden-character",
        span,
        Bilingual::new(
            format!("这里有一个看不见的字符 U+{code:04X}（{name}）"),
            format!("There is an invisible character here: U+{code:04X} ({name})"),
        ),
    )
    .because(Bilingual::new(
        "这类字符会让屏幕上看到的字和文件里写的不一样。",
        "Such characters make what the screen shows differ from what the file says.",
    ))
    .mend(Bilingual::new(
        "删掉它，把这几个字重新打一遍；要空格就打一个普通空格",
        "Delete it and type the words again; where a space is meant, type an ordinary space",
    ))
}

fn hidden(source: &Source) -> Vec<Diagnostic> {
    source
        .text()
        .char_indices()
        .filter(|(_, c)| !matches!(c, '\n' | '\r' | '\t'))
        .filter_map(|(start, c)| Some((start, c, hidden_name(c)?)))
        .take(MANY)
        .map(|(start, c, name)| hidden_character(c, name, Some(Span { start, end: start + c.len_utf8() })))
        .collect()
}

/// Quotes that are never closed, and quotes inside quoted text.
fn quotes(source: &Source, tokens: &[Token]) -> Vec<Diagnostic> {
    let text = source.text();
    let mut found = Vec::new();
    let mut suspect: Option<Token> = None; // a quote on this line that closed in an odd place
    let mut line_end = 0;
    for (index, token) in tokens.iter().enumerate() {
        if found.len() >= MANY {
            break;
        }
        if token.start() >= line_end {
            if let Some(odd) = suspect.take() {
                found.push(quote_inside(odd));
            }
            line_end =
                text.get(token.start()..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| token.start() + at);
        }
        match token.kind {
            Kind::Quoted { closed: true } if suspect.is_none() && runs_on(text, token, tokens.get(index + 1..)) => {
                suspect = Some(*token);
            }
            Kind::Quoted { closed: false } => found.push(unclosed(suspect.take().unwrap_or(*token))),
            _ => {}
        }
    }
    found.extend(suspect.map(quote_inside));
    found
}

/// Does a word follow the closing quote at once, and not as the next field (`"a"en: …`)?
fn runs_on(text: &str, token: &Token, after: Option<&[Token]>) -> bool {
    let Some([next, rest @ ..]) = after else { return false };
    let begins_field = rest.first().is_some_and(|mark| text.get(mark.start()..mark.end()) == Some(":"));
    next.start() == token.end() && matches!(next.kind, Kind::Word | Kind::Foreign) && !begins_field
}

fn unclosed(token: Token) -> Diagnostic {
    Diagnostic::error(
        "unclosed-quote",
        Span { start: token.start(), end: token.start() + 1 },
        Bilingual::new("这个引号没有在本行配对", "This quote has no partner on its line"),
    )
    .because(Bilingual::new(
        "引号不闭合，后面的内容就全被当成台词。",
        "Without the closing quote everything behind it would be taken for speech.",
    ))
    .mend(Bilingual::new(
        "在这句话的末尾补上一个英文双引号 \"；一句话写在一行里，要换行就写 \\n",
        "Put a straight double quote \" at the end of the words; keep them on one line and write \\n for a line break",
    ))
}

fn quote_inside(token: Token) -> Diagnostic {
    Diagnostic::error(
        "quote-inside-text",
        Span { start: token.end() - 1, end: token.end() },
        Bilingual::new("台词里面夹了一个英文双引号", "A straight double quote stands inside the words"),
    )
    .because(Bilingual::new("台词会在这里断开，后半句就丢了。", "The line would end here and lose its second half."))
    .mend(Bilingual::new("台词里的引号用中文的 “ ”，或者写成 \\\"", "Inside the words use “ ”, or write \\\""))
}

fn open_comment(text: &str, tokens: &[Token]) -> Option<Diagnostic> {
    let last = tokens.last().filter(|token| token.kind == Kind::Comment && token.end() == text.len())?;
    let comment = text.get(last.start()..last.end()).unwrap_or_default();
    if !comment.starts_with("/*") || (comment.ends_with("*/") && comment.len() >= 4) {
        return None;
    }
    let span = Span { start: last.start(), end: last.start() + 2 };
    let message = Bilingual::new("这个备注没有结束", "This note is never closed");
    Some(
        Diagnostic::error("unclosed-comment", span, message)
            .because(Bilingual::new("后面的内容全被当成备注。", "Everything behind it would be taken for a note."))
            .mend(Bilingual::new(
                "在备注末尾写 */，或者每行开头用 //",
                "End the note with */, or begin each line with //",
            )),
    )
}

/// Full-width punctuation and words outside quotes.
fn foreign(source: &Source, tokens: &[Token], damaged: &[usize]) -> Vec<Diagnostic> {
    let text = source.text();
    let mut found = Vec::new();
    let mut skip_to = 0;
    for token in tokens {
        if found.len() >= MANY {
            break;
        }
        if token.start() < skip_to || !matches!(token.kind, Kind::Foreign | Kind::Mark) {
            continue;
        }
        let Some(c) = text.get(token.start()..).and_then(|rest| rest.chars().next()) else { continue };
        if c.is_ascii() || hidden_name(c).is_some() || damaged.binary_search(&source.line_number(token.start())).is_ok()
        {
            continue;
        }
        if token.kind == Kind::Foreign {
            found.push(outside_quotes(token, text));
            continue;
        }
        found.push(full_width(c, token.start()));
        if c == '“' {
            // What stands between “ and ” was meant as text: one finding is enough.
            let rest = text.get(token.start()..).unwrap_or_default();
            let line = rest.lines().next().unwrap_or_default();
            skip_to = line.find('”').map_or(token.end(), |at| token.start() + at + '”'.len_utf8());
        }
    }
    found
}

fn outside_quotes(token: &Token, text: &str) -> Diagnostic {
    let words = text.get(token.start()..token.end()).unwrap_or_default();
    let shown: String = words.chars().take(12).collect();
    Diagnostic::error(
        "text-outside-quotes",
        Span { start: token.start(), end: token.end() },
        Bilingual::new(format!("“{shown}”没有放在引号里"), format!("“{shown}” stands outside quotes")),
    )
    .because(Bilingual::new(
        "引号外面只能写字段名、数字和固定的词；台词要放在引号里才读得到。",
        "Outside quotes there are only field names, numbers and fixed words; speech is read only inside quotes.",
    ))
    .mend(Bilingual::new(
        "在这段话前后各加一个英文双引号 \"；如果是备注，在前面写 //",
        "Put a straight double quote \" on both sides; for a note, write // before it",
    ))
}

fn full_width(c: char, start: usize) -> Diagnostic {
    let (zh, en, mend) = full_width_name(c);
    let shown = if c.is_whitespace() { String::new() } else { format!(" {c}") };
    let help = match mend {
        Some(' ') => Bilingual::new("删掉它，改成一个普通空格", "Delete it and type an ordinary space"),
        Some(narrow) => Bilingual::new(
            format!("切换到英文输入法，改成 {narrow}"),
            format!("Switch the keyboard to English and write {narrow}"),
        ),
        None => Bilingual::new(
            "删掉它；如果是台词，放进英文双引号里",
            "Delete it; if it is speech, put it in straight double quotes",
        ),
    };
    Diagnostic::error(
        "full-width-punctuation",
        Span { start, end: start + c.len_utf8() },
        Bilingual::new(format!("引号外面有一个{zh}{shown}"), format!("There is a {en}{shown} outside quotes")),
    )
    .because(Bilingual::new(
        "引号外面的标点是格式的一部分，只认英文半角。",
        "Punctuation outside quotes is part of the format, which knows only the half-width kind.",
    ))
    .mend(help)
}

/// What it is called in Chinese and English, and what to write instead.
fn full_width_name(c: char) -> (&'static str, &'static str, Option<char>) {
    match c {
        '，' => ("全角逗号", "full-width comma", Some(',')),
        '、' => ("顿号", "Chinese enumeration comma", Some(',')),
        '：' => ("全角冒号", "full-width colon", Some(':')),
        '；' => ("全角分号", "full-width semicolon", Some(',')),
        '。' => ("中文句号", "Chinese full stop", Some(',')),
        '（' => ("全角左括号", "full-width opening bracket", Some('(')),
        '）' => ("全角右括号", "full-width closing bracket", Some(')')),
        '【' | '［' => ("全角左方括号", "full-width opening square bracket", Some('[')),
        '】' | '］' => ("全角右方括号", "full-width closing square bracket", Some(']')),
        '｛' => ("全角左花括号", "full-width opening brace", Some('(')),
        '｝' => ("全角右花括号", "full-width closing brace", Some(')')),
        '“' | '”' | '＂' | '「' | '」' => ("中文引号", "curly or corner quote", Some('"')),
        '‘' | '’' => ("中文单引号", "curly single quote", Some('"')),
        '\u{3000}' => ("全角空格", "full-width space", Some(' ')),
        c if c.is_whitespace() => ("特殊空格", "special space", Some(' ')),
        c => {
            let narrow = u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32);
            ("全角字符", "character of the wrong kind", narrow.filter(|_| is_full_width_form(c)))
        }
    }
}
