//! Problems in a file, and where they are. Never decides what is a problem: rules do.

mod span;

pub(crate) use span::with_spans;
pub use span::{Span, Spanned};

use crate::text::Bilingual;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
