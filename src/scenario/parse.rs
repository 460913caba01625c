//! Bytes to a document, or the reasons why not, each with its place. Never fails and never panics.

use ron::extensions::Extensions;

use super::document::Document;
use super::precheck::precheck;
use super::tokens::tokens;
use super::{decode, migrate, unreadable};
use crate::diag::{Diagnostic, Source, with_spans};

/// What came of reading a file.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The text, for showing places. Without its byte-order mark; only the head of a file that is too big.
    pub source: Source,
    /// The document, where the text could be read. It may still break rules.
    pub document: Option<Document>,
    /// What is wrong so far, in order of place. With an error among them the file must not be used.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the bytes of the file called `name`.
#[must_use]
pub fn parse(name: &str, bytes: &[u8]) -> Parsed {
    let (source, mut diagnostics, readable) = decode::decode(name, bytes);
    if !readable {
        return Parsed { source, document: None, diagnostics };
    }
    let tokens = tokens(source.text());
    let slips = precheck(&source, &tokens);
    if !slips.is_empty() {
        diagnostics.extend(slips);
        return Parsed { source, document: None, diagnostics };
    }
    if let Some(newer) = migrate::check_format(&source, &tokens) {
        diagnostics.push(newer);
        return Parsed { source, document: None, diagnostics };
    }
    match read(source.text()) {
        Ok(document) => Parsed { source, document: Some(document), diagnostics },
        Err(error) => {
            diagnostics.push(unreadable::explain(&source, &tokens, &error));
            Parsed { source, document: None, diagnostics }
        }
    }
}

fn read(text: &str) -> Result<Document, ron::error::SpannedError> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    with_spans(text, |text| options.from_str(text))
}
