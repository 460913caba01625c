//! Which version of the language a file is written in. Changes no file: an old one is read as it stands.

use super::document::FORMAT;
use super::tokens::{Kind, Token};
use crate::diag::{Diagnostic, Source, Span};
use crate::text::Bilingual;

/// A finding if this app can't read the format the file names; a file that names none is left to the parser.
pub(super) fn check_format(source: &Source, tokens: &[Token]) -> Option<Diagnostic> {
    let (format, span) = written_format(source.text(), tokens)?;

    if format == u64::from(FORMAT) {
        return None;
    }
    if format > u64::from(FORMAT) {
        let message = Bilingual::new(
            format!("这个文件是格式 {format}，要用更新版本的先心才能打开"),
            format!("This file has format {format}; it needs a newer Heartfirst"),
        );
        return Some(
            Diagnostic::error("newer-format", span, message)
                .because(Bilingual::new(
                    "这个版本不认识新的写法，硬读会漏掉内容，所以原样不动。",
                    "This version doesn't know the new language and would lose parts of it, so the file is left as it is.",
                ))
                .mend(Bilingual::new(
                    format!("更新先心；如果这是新写的情景，写 format: {FORMAT}"),
                    format!("Update Heartfirst; in a scene of your own write format: {FORMAT}"),
                )),
        );
    }
    let message = Bilingual::new(format!("没有格式 {format} 这个版本"), format!("There is no format {format}"));
    Some(
        Diagnostic::error("newer-format", span, message)
            .because(Bilingual::new("格式号决定文件怎么读。", "The number decides how the file is read."))
            .mend(Bilingual::new(format!("写 format: {FORMAT}"), format!("Write format: {FORMAT}"))),
    )
}

/// The number behind the top-level `format:`, and its place.
fn written_format(text: &str, tokens: &[Token]) -> Option<(u64, Span)> {
    let of = |token: &Token| text.get(token.start()..token.end()).unwrap_or_default();
    let mut depth = 0_usize;
    let mut code = tokens.iter().filter(|token| token.kind != Kind::Comment).peekable();
    while let Some(token) = code.next() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Word if depth == 1 && of(token) == "format" => {
                code.next_if(|mark| of(mark) == ":")?;
                let number = code.next()?;
                let format = of(number).parse().ok()?;
                return Some((format, Span { start: number.start(), end: number.end() }));
            }
            _ => {}
        }
    }
    None
}
