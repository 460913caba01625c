//! A document with its names looked up once, for all rules. Judges nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::flow::Flow;
use super::kind::Kind;
use super::walk;
use crate::diag::Span;
use crate::scenario::document::{Document, Name, Stage, Turn};

/// A document as the rules see it.
pub(super) struct Scene<'a> {
    /// The document.
    pub document: &'a Document,
    /// The file's name without folders and `.ron`, where there is a file.
    pub stem: Option<&'a str>,
    /// Every name that refers to something.
    pub references: Vec<(Kind, &'a Name)>,
    /// Where turns lead.
    pub flow: Flow,
    known: BTreeMap<Kind, BTreeSet<&'a str>>,
    picks: BTreeSet<String>,
}

impl<'a> Scene<'a> {
    /// Looks up the names of `document`, which comes from the file `name`.
    pub(super) fn new(document: &'a Document, name: Option<&'a str>) -> Self {
        let mut known: BTreeMap<Kind, BTreeSet<&str>> = BTreeMap::new();
        for (kind, id) in walk::definitions(document) {
            known.entry(kind).or_default().insert(id.as_str());
        }
        let in_turn = |turn: &'a Turn| turn.replies.iter().map(move |reply| (turn, reply));
        let picks = document.turns.iter().flat_map(in_turn);
        let picks = picks.map(|(turn, reply)| format!("{}/{}", turn.id.as_str(), reply.id.as_str())).collect();
        let file = name.and_then(|name| name.rsplit(['/', '\\']).next());
        let stem = file.map(|file| file.strip_suffix(".ron").unwrap_or(file));
        Self { document, stem, references: walk::references(document), flow: Flow::new(document), known, picks }
    }

    /// The names of this kind, in alphabetical order; for replies those of the form `turn/reply`.
    pub(super) fn known(&self, kind: Kind) -> BTreeSet<&str> {
        if kind == Kind::Reply {
            return self.picks.iter().map(String::as_str).collect();
        }
        self.known.get(&kind).cloned().unwrap_or_default()
    }

    /// True if there is such a name.
    pub(super) fn has(&self, kind: Kind, name: &str) -> bool {
        match kind {
            Kind::Reply => self.picks.contains(name),
            _ => self.known.get(&kind).is_some_and(|names| names.contains(name)),
        }
    }

    /// The ids of replies, whatever their turn.
    pub(super) fn reply_ids(&self) -> BTreeSet<&str> {
        self.known.get(&Kind::Reply).cloned().unwrap_or_default()
    }

    /// Where the turn at this position takes place: a stage lasts until a later turn names another.
    pub(super) fn stage_of(&self, turn: usize) -> Option<&'a Stage> {
        let so_far = self.document.turns.iter().take(turn + 1);
        let stages = &self.document.stages;
        match so_far.filter_map(|turn| turn.stage.as_ref()).next_back() {
            Some(name) => stages.iter().find(|stage| stage.id == *name),
            None => stages.first(),
        }
    }

    /// Every reference of this kind that leads nowhere is a finding.
    pub(super) fn unknown(&self, kind: Kind, found: &mut super::Findings) {
        for (_, name) in self.references.iter().filter(|(of, _)| *of == kind) {
            if !self.has(kind, name.as_str()) {
                found.unknown(self, kind, name);
            }
        }
    }

    /// The place that stands for the whole scene: its id.
    pub(super) fn place(&self) -> Option<Span> {
        self.document.id.span
    }
}
