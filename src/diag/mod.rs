//! Problems in a file, and where they are. Never decides what is a problem: rules do.

mod located;
mod render;
mod source;
mod span;
mod suggest;

pub use located::Located;
pub use render::{Ink, render, render_all};
pub use source::{Position, Source};
pub(crate) use span::with_spans;
pub use span::{Span, Spanned};
pub use suggest::nearest;

use serde::Serialize;

use crate::text::Bilingual;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The file can't be used.
    Error,
    /// It can, but a trainee will notice.
    Warning,
}

/// One thing wrong with a file, in words a trainer can act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable kebab-case name of the rule, also the name of its page.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Where; `None` if it is about the whole file.
    pub span: Option<Span>,
    /// Other places that belong to it, with a word each: both of two duplicates.
    pub related: Vec<(Span, Bilingual)>,
    /// What is wrong.
    pub message: Bilingual,
    /// Why it matters to the trainee.
    pub why: Option<Bilingual>,
    /// How to mend it.
    pub help: Option<Bilingual>,
}

impl Diagnostic {
    /// An error; it still wants its reason and its mend.
    #[must_use]
    pub fn error(code: &'static str, span: impl Into<Option<Span>>, message: Bilingual) -> Self {
        let span = span.into();
        Self { code, severity: Severity::Error, span, related: Vec::new(), message, why: None, help: None }
    }

    /// The same with the reason why it matters.
    #[must_use]
    pub fn because(self, why: Bilingual) -> Self {
        Self { why: Some(why), ..self }
    }

    /// The same with the way to mend it.
    #[must_use]
    pub fn mend(self, help: Bilingual) -> Self {
        Self { help: Some(help), ..self }
    }

    /// The same with another place that belongs to it.
    #[must_use]
    pub fn beside(mut self, span: Span, word: Bilingual) -> Self {
        self.related.push((span, word));
        self
    }

    /// True if the file can't be used.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
