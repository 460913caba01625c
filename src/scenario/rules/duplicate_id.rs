//! `duplicate-id`: no two things of a kind have the same id; replies count within their turn. Other kinds may share it.

use std::collections::BTreeMap;

use super::kind::Kind;
use super::walk;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::scenario::document::Name;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-id",
    severity: Severity::Error,
    why: ("写到这个名字时，不知道指的是哪一个。", "Where the id is used nobody can tell which of the two is meant."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let mut first: BTreeMap<(Kind, usize, &str), &Name> = BTreeMap::new();
    let mut turn = 0;
    for (kind, id) in walk::definitions(scene.document) {
        if kind == Kind::Turn {
            turn += 1;
        }
        let home = if kind == Kind::Reply { turn } else { 0 };
        let Some(earlier) = first.insert((kind, home, id.as_str()), id) else { continue };
        let (zh, en) = kind.words();
        let word = id.as_str();
        found.add(
            id.span,
            Bilingual::new(format!("有两个{zh}都叫“{word}”"), format!("Two {en} entries are called “{word}”")),
            Bilingual::new(
                format!("给其中一个改名，例如 \"{word}-2\"，用到它的地方也一起改"),
                format!("Rename one of them, for instance \"{word}-2\", and mend the places that mean it"),
            ),
        );
        found.beside(earlier.span, Bilingual::new("另一个在这里", "the other is here"));
    }
}
