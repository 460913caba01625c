//! `no-way-to-fail`: the scene offers something wrong to say. Plays nothing.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "no-way-to-fail",
    severity: Severity::Warning,
    why: ("怎么答都对，就看不出会不会。", "Where every answer is right nobody finds out whether they can do it."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let mut replies = scene.document.turns.iter().flat_map(|turn| &turn.replies).peekable();
    if replies.peek().is_none() || replies.any(|reply| reply.moves.iter().any(|tag| tag.shows.is_harm())) {
        return;
    }
    found.add(
        scene.place(),
        Bilingual::new("没有一个回应会伤到客户", "Not one reply does any harm"),
        Bilingual::new(
            "写几个看似合理、其实伤人的回应，例如 minimise、deny、policy_as_wall",
            "Write some that sound reasonable and hurt, such as minimise, deny or policy_as_wall",
        ),
    );
}
