//! `key-point-never-opened`: a scene gives most of the nine key points a chance. Few-cornered scenes on purpose may ignore it.

use std::collections::BTreeSet;

use super::chances::chances;
use super::flow::is_answering;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::rubric::KeyPoint;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "key-point-never-opened",
    severity: Severity::Warning,
    why: (
        "练不到的要点没有分数，学员的强弱就看不全。",
        "Points that never come up aren't scored, so the trainee's picture has gaps.",
    ),
    check,
};

/// Key points a scene should open.
const ENOUGH: usize = 6;

fn check(scene: &Scene, found: &mut Findings) {
    let turns = scene.document.turns.iter().enumerate().filter(|(_, turn)| is_answering(turn));
    let opened: BTreeSet<KeyPoint> =
        turns.flat_map(|(index, _)| chances(scene, index)).map(|chance| chance.point).collect();
    if opened.len() >= ENOUGH || scene.document.turns.is_empty() {
        return;
    }
    let missing: Vec<KeyPoint> = KeyPoint::ALL.into_iter().filter(|point| !opened.contains(point)).collect();
    let zh: Vec<String> = missing.iter().map(|point| point.name().zh).collect();
    let en: Vec<String> = missing.iter().map(|point| point.name().en).collect();
    let count = opened.len();
    found.add(
        scene.place(),
        Bilingual::new(
            format!("九项重点只练到 {count} 项，没有：{}", zh.join("、")),
            format!("Only {count} of the nine key points come up; missing: {}", en.join(", ")),
        ),
        Bilingual::new(
            "在几轮里加上信号，例如 demand(2)、rule(2)、next_step(2)、bystanders(1)",
            "Give some turns more cues, such as demand(2), rule(2), next_step(2) or bystanders(1)",
        ),
    );
}
