//! Brackets: each with its partner, and none nested too deep. Knows nothing of what they hold.

use super::tokens::{Kind, Token};
use crate::diag::{Diagnostic, Source, Span};
use crate::text::Bilingual;

/// Brackets inside brackets: deeper than any real scene, shallow enough for any parser.
const DEEPEST: usize = 48;

/// Brackets without a partner, and brackets nested too deep.
pub(super) fn brackets(source: &Source, tokens: &[Token]) -> Option<Diagnostic> {
    let text = source.text();
    let of = |token: &Token| text.get(token.start()..token.end()).unwrap_or_default();
    let span = |token: &Token| Span { start: token.start(), end: token.end() };
    let mut open: Vec<Token> = Vec::new();
    let mut suspect: Option<Token> = None; // open, although the lines below stand no deeper
    for token in tokens.iter().filter(|token| token.kind != Kind::Comment) {
        let innermost = open.last().filter(|_| suspect.is_none() && token.kind != Kind::Close);
        if let (Some(innermost), Some(indent)) = (innermost, indent(source, token))
            && indent <= line_indent(source, innermost)
        {
            suspect = Some(*innermost);
        }
        match token.kind {
            Kind::Open if open.len() == DEEPEST => return Some(too_deep(span(token))),
            Kind::Open => open.push(*token),
            Kind::Close => match open.pop() {
                None => return Some(stray(of(token), span(token))),
                Some(opening) if partner(of(&opening)) != of(token) => {
                    open.push(opening);
                    return Some(match suspect {
                        Some(suspect) => never_closed(of(&suspect), span(&suspect)),
                        None => mismatch(of(&opening), span(&opening), of(token), span(token)),
                    });
                }
                // A closer further left than the suspect's line belongs to something outside it.
                Some(opening) => {
                    suspect = suspect.filter(|suspect| {
                        let left = indent(source, token).is_some_and(|at| at < line_indent(source, suspect));
                        *suspect != opening || left
                    });
                }
            },
            _ => {}
        }
    }
    let opening = suspect.unwrap_or(*open.last()?);
    Some(never_closed(of(&opening), span(&opening)))
}

/// How far in a token stands that is the first on its line.
fn indent(source: &Source, token: &Token) -> Option<usize> {
    let before = source.text().get(source.line_start(source.line_number(token.start()))..token.start())?;
    before.bytes().all(|byte| byte.is_ascii_whitespace()).then_some(before.len())
}

fn line_indent(source: &Source, token: &Token) -> usize {
    let line = source.line(source.line_number(token.start()));
    line.len() - line.trim_start().len()
}

fn never_closed(opens: &str, span: Span) -> Diagnostic {
    let closes = partner(opens);
    bracket(
        span,
        Bilingual::new(format!("这个 {opens} 没有闭合"), format!("This {opens} is never closed")),
        Bilingual::new(format!("在这一段的末尾补上 {closes}"), format!("Put {closes} where the part ends")),
    )
}

fn partner(open: &str) -> &'static str {
    match open {
        "(" => ")",
        "[" => "]",
        _ => "}",
    }
}

fn stray(closes: &str, span: Span) -> Diagnostic {
    bracket(
        span,
        Bilingual::new(format!("多了一个 {closes}，前面没有与它配对的括号"), format!("This {closes} closes nothing")),
        Bilingual::new("删掉它，或者在前面补上开头的括号", "Delete it, or open the bracket before it"),
    )
}

fn mismatch(opens: &str, opening: Span, closes: &str, closing: Span) -> Diagnostic {
    let wanted = partner(opens);
    bracket(
        closing,
        Bilingual::new(
            format!("这里应当是 {wanted}，写成了 {closes}"),
            format!("This should be {wanted}, but it is {closes}"),
        ),
        Bilingual::new(
            format!("改成 {wanted}；或者检查这两处之间是不是少了一个括号"),
            format!("Write {wanted}, or look for a bracket missing between the two places"),
        ),
    )
    .beside(opening, Bilingual::new("括号在这里打开", "opened here"))
}

fn bracket(span: Span, message: Bilingual, help: Bilingual) -> Diagnostic {
    Diagnostic::error("unbalanced-bracket", span, message)
        .because(Bilingual::new(
            "括号不配对，就分不清哪句台词属于哪一轮。",
            "Without its partner nobody can tell which line belongs to which turn.",
        ))
        .mend(help)
}

fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(
        "too-deep",
        span,
        Bilingual::new(format!("括号套了 {DEEPEST} 层以上"), format!("Brackets are nested more than {DEEPEST} deep")),
    )
    .because(Bilingual::new(
        "正常的情景不到十几层；再深多半是写错了，也可能拖垮程序。",
        "A real scene needs a dozen levels; more is a slip, or a file made to bring the app down.",
    ))
    .mend(Bilingual::new(
        "把条件拆开写，或者删掉多余的括号",
        "Write the condition in simpler parts, or delete the spare brackets",
    ))
}
