//! Diagnostics as text with carets, in one language. Prints nothing: it returns a `String`.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use super::{Diagnostic, Severity, Source, Span};
use crate::text::{Bilingual, Lang};

/// Places further apart than this many lines are shown one after the other.
const NEAR: usize = 8;
/// A line longer than this (in bytes) is cut to what stands around the caret.
const LONG_LINE: usize = 320;
/// How much of a long line is kept on each side of the caret.
const AROUND: usize = 96;

/// Whether the text carries terminal colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// Plain characters, for files, pipes and windows.
    #[default]
    Plain,
    /// With escape codes, for terminals.
    Coloured,
}

/// One diagnostic: severity and code, the line with its caret, why it matters, how to mend it.
#[must_use]
pub fn render(source: &Source, diagnostic: &Diagnostic, lang: Lang, ink: Ink) -> String {
    let words = |text: &Bilingual| normalize_untrusted_str(text.get(lang));
    let severity = match (diagnostic.severity, lang) {
        (Severity::Error, Lang::Zh) => Level::ERROR.with_name(Some("错误")),
        (Severity::Error, Lang::En) => Level::ERROR,
        (Severity::Warning, Lang::Zh) => Level::WARNING.with_name(Some("警告")),
        (Severity::Warning, Lang::En) => Level::WARNING,
    };
    let (why, help) = match lang {
        Lang::Zh => ("为什么", "怎么改"),
        Lang::En => ("why", "help"),
    };
    let excerpts = excerpts(source, diagnostic);
    let labels: Vec<Option<String>> =
        excerpts.iter().flat_map(|excerpt| &excerpt.marks).map(|mark| mark.label.map(words)).collect();
    let mut labels = labels.iter();

    let mut group = Group::with_title(severity.primary_title(diagnostic.message.get(lang)).id(diagnostic.code));
    if excerpts.is_empty() {
        group = group.element(Origin::path(source.name()));
    }
    for excerpt in &excerpts {
        let mut snippet = Snippet::source(excerpt.text.as_str()).line_start(excerpt.first_line);
        if excerpt.cut {
            // The column in the cut line isn't the column in the file.
            let position = source.position(excerpt.place);
            group = group.element(Origin::path(source.name()).line(position.line).char_column(position.column));
        } else {
            snippet = snippet.path(source.name());
        }
        for mark in &excerpt.marks {
            let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let label = labels.next().and_then(Option::as_deref);
            snippet = snippet.annotation(kind.span(mark.range.clone()).label(label));
        }
        group = group.element(snippet);
    }
    for (name, text) in [(why, &diagnostic.why), (help, &diagnostic.help)] {
        if let Some(text) = text {
            group = group.element(Level::HELP.with_name(Some(name)).message(words(text)));
        }
    }
    let renderer = match ink {
        Ink::Plain => Renderer::plain(),
        Ink::Coloured => Renderer::styled(),
    };
    renderer.render(&[group])
}

/// All of them, an empty line between two.
#[must_use]
pub fn render_all(source: &Source, diagnostics: &[Diagnostic], lang: Lang, ink: Ink) -> String {
    let rendered: Vec<String> = diagnostics.iter().map(|diagnostic| render(source, diagnostic, lang, ink)).collect();
    rendered.join("\n\n")
}

/// A few lines of the source with marks on them. Small however big the source is.
struct Excerpt<'a> {
    first_line: usize,
    place: usize,
    cut: bool,
    text: String,
    marks: Vec<Mark<'a>>,
}

struct Mark<'a> {
    range: Range<usize>,
    label: Option<&'a Bilingual>,
    primary: bool,
}

fn excerpts<'a>(source: &Source, diagnostic: &'a Diagnostic) -> Vec<Excerpt<'a>> {
    let Some(span) = diagnostic.span else { return Vec::new() };
    let line_of = |span: &Span| source.line_number(span.start);
    let home = line_of(&span);
    let mut near = vec![(span, None, true)];
    let mut far = Vec::new();
    for (place, label) in &diagnostic.related {
        let group = if line_of(place).abs_diff(home) <= NEAR { &mut near } else { &mut far };
        group.push((*place, Some(label), false));
    }
    let groups = std::iter::once(near).chain(far.into_iter().map(|mark| vec![mark]));
    groups.map(|marks| excerpt(source, &marks)).collect()
}

fn excerpt<'a>(source: &Source, marks: &[(Span, Option<&'a Bilingual>, bool)]) -> Excerpt<'a> {
    let on_lines: Vec<(usize, Span)> = marks
        .iter()
        .map(|(span, ..)| {
            let span = source.clamp(*span);
            (source.line_number(span.start), span)
        })
        .collect();
    let first_line = on_lines.iter().map(|(line, _)| *line).min().unwrap_or(1);
    let last_line = on_lines.iter().map(|(line, _)| *line).max().unwrap_or(1);
    let mut excerpt = Excerpt {
        first_line,
        place: marks.first().map_or(0, |(span, ..)| span.start),
        cut: false,
        text: String::new(),
        marks: Vec::new(),
    };
    for number in first_line..=last_line {
        let line = source.line(number);
        let start = source.line_start(number);
        let wanted: Vec<(Range<usize>, usize)> = on_lines
            .iter()
            .enumerate()
            .filter(|(_, (line, _))| *line == number)
            .map(|(index, (_, span))| {
                let from = (span.start - start).min(line.len());
                (from..(span.end - start).clamp(from, line.len()), index)
            })
            .collect();
        let shown = window(line, wanted.first().map_or(0..0, |(range, _)| range.clone()));
        excerpt.cut |= shown.start > 0;
        if number > first_line {
            excerpt.text.push('\n');
        }
        let base = excerpt.text.len();
        excerpt.text.push_str(line.get(shown.clone()).unwrap_or_default());
        for (range, index) in wanted {
            let Some((_, label, primary)) = marks.get(index) else { continue };
            let place = |at: usize| base + at.clamp(shown.start, shown.end) - shown.start;
            excerpt.marks.push(Mark { range: place(range.start)..place(range.end), label: *label, primary: *primary });
        }
    }
    excerpt
}

/// The part of `line` worth showing around `mark`: all of it unless it is very long.
fn window(line: &str, mark: Range<usize>) -> Range<usize> {
    if line.len() <= LONG_LINE {
        return 0..line.len();
    }
    let start = line.floor_char_boundary(mark.start.saturating_sub(AROUND));
    let end = mark.end.min(mark.start + AROUND) + AROUND;
    start..line.ceil_char_boundary(end.min(line.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_under_chinese() {
        let source = Source::new("talk.ron", "turns: [\n  (id: \"开场\", go: \"en\"),\n]");
        let span = Span { start: 30, end: 32 };
        let diagnostic = Diagnostic::error("unknown-turn", span, Bilingual::new("没有这一轮", "No such turn"))
            .because(Bilingual::new("走不下去。", "The talk stops."))
            .mend(Bilingual::new("改成 end。", "Write end."));
        let picture = render(&source, &diagnostic, Lang::Zh, Ink::Plain);
        assert_eq!(
            picture,
            "错误[unknown-turn]: 没有这一轮\n --> talk.ron:2:18\n  |\n2 |   (id: \"开场\", go: \"en\"),\n  |                    ^^\n  |\n  = 为什么: 走不下去。\n  = 怎么改: 改成 end。"
        );
    }

    #[test]
    fn no_span_can_break_the_picture() {
        let long = "长".repeat(5_000);
        for text in ["", "\n", "机油\r\n\t灯", long.as_str()] {
            let source = Source::new("t", text);
            for (start, end) in [(0, 0), (1, 2), (4, 4_000), (9_000, 20_000), (20_000, 3)] {
                let words = Bilingual::new("字", "word");
                let diagnostic = Diagnostic::error("x", Span { start, end }, words.clone())
                    .beside(Span { start: end, end: start }, words);
                assert!(render(&source, &diagnostic, Lang::En, Ink::Coloured).len() < 4_000);
            }
        }
    }
}
