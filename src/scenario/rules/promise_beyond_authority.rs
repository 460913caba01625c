//! `promise-beyond-authority`: a promise no authority covers is tagged as over-promising. Covered ones are free.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::rubric::Move;
use crate::scenario::document::Name;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "promise-beyond-authority",
    severity: Severity::Warning,
    why: (
        "超出权限的承诺不算失误，学员就学会了乱答应。",
        "If a promise beyond authority costs nothing, trainees learn to promise anything.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let beyond = |name: &&Name| {
        let promise = scene.document.promises.iter().find(|promise| promise.id == **name);
        promise.is_some_and(|promise| promise.within.is_none())
    };
    for reply in scene.document.turns.iter().flat_map(|turn| &turn.replies) {
        if reply.moves.iter().any(|tag| tag.shows == Move::Overpromise) {
            continue;
        }
        for promise in reply.change.promises.iter().filter(beyond) {
            let word = promise.as_str();
            found.add(
                promise.span,
                Bilingual::new(
                    format!("承诺“{word}”没有权限支持，这个回应却没标 overpromise"),
                    format!("No authority covers the promise “{word}”, yet the reply isn't tagged overpromise"),
                ),
                Bilingual::new(
                    "在 moves 里加上 overpromise，或者给这个承诺写上 within",
                    "Add overpromise to moves, or give the promise its within",
                ),
            );
        }
    }
}
