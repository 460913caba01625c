//! `no-way-to-pass`: the scene offers what a pass needs: a reply that meets the feeling, and a way to each agreement. Plays nothing.

use std::collections::BTreeSet;

use super::walk;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::rubric::Move;
use crate::scenario::document::Name;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "no-way-to-pass",
    severity: Severity::Error,
    why: (
        "再会说话的学员也及不了格，练习就成了冤枉。",
        "Even the best trainee could not pass, and practice would be unfair.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let document = scene.document;
    let mut moves = document.turns.iter().flat_map(|turn| &turn.replies).flat_map(|reply| &reply.moves);
    let meets = [Move::AcknowledgeFeeling, Move::Apologise, Move::LetVent, Move::Paraphrase, Move::TakeOwnership];
    if !document.turns.is_empty() && !moves.any(|tag| meets.contains(&tag.shows)) {
        found.add(
            scene.place(),
            Bilingual::new("没有一个回应照顾到客户的心情", "Not one reply meets the customer's feeling"),
            Bilingual::new(
                "至少写一个带 acknowledge_feeling、apologise、let_vent 或 paraphrase 的回应",
                "Write a reply that shows acknowledge_feeling, apologise, let_vent or paraphrase",
            ),
        );
    }
    let reached: BTreeSet<&str> =
        walk::changes(document).into_iter().flat_map(|change| &change.agrees).map(Name::as_str).collect();
    for agreement in document.agreements.iter().filter(|agreement| !reached.contains(agreement.id.as_str())) {
        let word = agreement.id.as_str();
        found.add(
            agreement.id.span,
            Bilingual::new(format!("约定“{word}”没有办法谈成"), format!("Nothing leads to the agreement “{word}”")),
            Bilingual::new(
                format!("在某个回应里写 change: (agrees: [\"{word}\"])"),
                format!("Write change: (agrees: [\"{word}\"]) in a reply"),
            ),
        );
    }
}
