//! What one rule found. Keeps the first few only: nobody mends five hundred at a time.

use super::Rule;
use super::kind::Kind;
use super::scene::Scene;
use crate::diag::{Diagnostic, Severity, Span, nearest};
use crate::scenario::document::{END, Name};
use crate::text::Bilingual;

/// Findings of one rule that are kept.
const MANY: usize = 30;

/// The findings of one rule.
pub(super) struct Findings {
    rule: Rule,
    found: Vec<Diagnostic>,
    dropped: bool,
}

impl Findings {
    pub(super) fn new(rule: Rule) -> Self {
        Self { rule, found: Vec::new(), dropped: false }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }

    /// True when further findings are dropped.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MANY
    }

    /// A finding at `span`: what is wrong, and how to mend it, each in Chinese and English.
    pub(super) fn add(&mut self, span: Option<Span>, message: Bilingual, help: Bilingual) {
        self.push(self.rule.severity, span, message, help);
    }

    /// The same as a warning, where the rule is not as strict as usual.
    pub(super) fn warn(&mut self, span: Option<Span>, message: Bilingual, help: Bilingual) {
        self.push(Severity::Warning, span, message, help);
    }

    /// Another place that belongs to the finding just made.
    pub(super) fn beside(&mut self, span: Option<Span>, word: Bilingual) {
        if let (false, Some(last), Some(span)) = (self.dropped, self.found.last_mut(), span) {
            last.related.push((span, word));
        }
    }

    /// A name that refers to nothing, with the nearest that does exist.
    pub(super) fn unknown(&mut self, scene: &Scene, kind: Kind, name: &Name) {
        if self.is_full() {
            return;
        }
        let (zh, en) = kind.words();
        let word = name.as_str();
        let message = Bilingual::new(format!("没有叫“{word}”的{zh}"), format!("There is no {en} called “{word}”"));
        let known = scene.known(kind);
        let help = match nearest(word, known.iter().copied().chain((kind == Kind::Turn).then_some(END))) {
            Some(near) => Bilingual::new(format!("是不是想写 \"{near}\"？"), format!("Did you mean \"{near}\"?")),
            None if known.is_empty() => Bilingual::new(
                format!("在 {} 里加上它，或者删掉这一处", kind.home()),
                format!("Add it to {}, or take this away", kind.home()),
            ),
            None => {
                let some: Vec<&str> = known.iter().copied().take(8).collect();
                let some = some.join(" ");
                Bilingual::new(
                    format!("现有的：{some}；没有的要写进 {}", kind.home()),
                    format!("There are: {some}; a new one is added to {}", kind.home()),
                )
            }
        };
        self.add(name.span, message, help);
    }

    fn push(&mut self, severity: Severity, span: Option<Span>, message: Bilingual, help: Bilingual) {
        self.dropped = self.is_full();
        if self.dropped {
            return;
        }
        let (zh, en) = self.rule.why;
        self.found.push(Diagnostic {
            code: self.rule.code,
            severity,
            span,
            related: Vec::new(),
            message,
            why: Some(Bilingual::new(zh, en)),
            help: Some(help),
        });
    }
}
