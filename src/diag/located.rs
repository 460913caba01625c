//! A diagnostic for machines: places as numbers, words in both languages. Draws no carets; see `render`.

use serde::Serialize;

use super::{Diagnostic, Severity, Source, Span};
use crate::text::Bilingual;

/// What `--format json` shows; places are `null` when the whole file is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Located {
    /// Stable name of the rule.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: Severity,
    /// The file's name as the user gave it.
    pub file: String,
    /// First line, from one.
    pub line: Option<usize>,
    /// First character in the line, from one.
    pub column: Option<usize>,
    /// Last line.
    pub end_line: Option<usize>,
    /// One past the last character.
    pub end_column: Option<usize>,
    /// What is wrong.
    pub message: Bilingual,
    /// Why it matters.
    pub why: Option<Bilingual>,
    /// How to mend it.
    pub help: Option<Bilingual>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

/// Another place that belongs to a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    /// Line, from one.
    pub line: usize,
    /// Character in the line, from one.
    pub column: usize,
    /// What is there.
    pub message: Bilingual,
}

impl Located {
    /// `diagnostic` with its places counted in `source`.
    #[must_use]
    pub fn new(source: &Source, diagnostic: &Diagnostic) -> Self {
        let ends = diagnostic.span.map(|span| (source.position(span.start), source.position(span.end)));
        let related = |(span, message): &(Span, Bilingual)| {
            let position = source.position(span.start);
            Related { line: position.line, column: position.column, message: message.clone() }
        };
        Self {
            code: diagnostic.code,
            severity: diagnostic.severity,
            file: source.name().to_owned(),
            line: ends.map(|(start, _)| start.line),
            column: ends.map(|(start, _)| start.column),
            end_line: ends.map(|(_, end)| end.line),
            end_column: ends.map(|(_, end)| end.column),
            message: diagnostic.message.clone(),
            why: diagnostic.why.clone(),
            help: diagnostic.help.clone(),
            related: diagnostic.related.iter().map(related).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_reads_places_and_both_languages() {
        let source = Source::new("a.ron", "(\n  标题");
        let diagnostic =
            Diagnostic::error("missing-comma", Span { start: 4, end: 10 }, Bilingual::new("少", "missing"));
        let json = serde_json::to_value(Located::new(&source, &diagnostic)).unwrap_or_default();
        let expected = serde_json::json!({
            "code": "missing-comma", "severity": "error", "file": "a.ron",
            "line": 2, "column": 3, "end_line": 2, "end_column": 5,
            "message": { "zh": "少", "en": "missing" }, "why": null, "help": null, "related": [],
        });
        assert_eq!(json, expected);
    }
}
