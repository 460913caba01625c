//! `chance-that-cannot-be-met`: a chance can be met by some reply while it is open. Typed answers are left aside.

use std::collections::BTreeSet;

use super::chances::chances;
use super::flow::is_answering;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::rubric::{Chance, KeyPoint};
use crate::scenario::document::Reply;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "chance-that-cannot-be-met",
    severity: Severity::Warning,
    why: (
        "用选项练习的学员拿不到这一项的分，怎么选都不行。",
        "A trainee who picks replies can't earn this point, whatever they pick.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for (index, turn) in scene.document.turns.iter().enumerate() {
        if !is_answering(turn) || turn.replies.is_empty() {
            continue;
        }
        for chance in chances(scene, index) {
            if can_meet(scene, index, chance) {
                continue;
            }
            let point = chance.point.name();
            let ids: Vec<&str> = chance.point.met_by().iter().map(|shows| shows.id()).collect();
            let ids = ids.join(" ");
            found.add(
                turn.id.span,
                Bilingual::new(
                    format!("“{}”给了“{}”的机会，却没有回应能做到", turn.id.as_str(), point.zh),
                    format!("“{}” opens “{}”, but no reply can meet it", turn.id.as_str(), point.en),
                ),
                Bilingual::new(
                    format!("写一个带 {ids} 的回应，或者 chances: [drop({})]", chance.point.id()),
                    format!("Write a reply that shows {ids}, or chances: [drop({})]", chance.point.id()),
                ),
            );
        }
    }
}

/// Does a reply at this turn, or at one reached while the window is open, meet the chance?
fn can_meet(scene: &Scene, turn: usize, chance: Chance) -> bool {
    let mut here = BTreeSet::from([turn]);
    for _ in 0..chance.window.clamp(1, 9) {
        let mut turns = here.iter().filter_map(|at| scene.document.turns.get(*at));
        if turns.any(|turn| turn.replies.iter().any(|reply| meets(reply, chance.point))) {
            return true;
        }
        here = here.iter().flat_map(|at| waiting_after(scene, *at)).collect();
    }
    false
}

/// The turns that wait for the next answer after one at `turn`: passing ones are gone through.
fn waiting_after(scene: &Scene, turn: usize) -> BTreeSet<usize> {
    let mut waiting = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut todo: Vec<usize> = scene.flow.next(turn).collect();
    while let Some(at) = todo.pop() {
        if !seen.insert(at) {
            continue;
        }
        if scene.document.turns.get(at).is_some_and(is_answering) {
            waiting.insert(at);
        } else {
            todo.extend(scene.flow.next(at));
        }
    }
    waiting
}

fn meets(reply: &Reply, point: KeyPoint) -> bool {
    let shown = &reply.moves;
    let met = shown.iter().any(|tag| point.met_by().contains(&tag.shows));
    let answers = point == KeyPoint::RespondPromptly && shown.iter().any(|tag| !tag.shows.is_harm());
    met || answers
}
