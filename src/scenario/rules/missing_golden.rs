//! `missing-golden`: the five talks that prove a scene are there. Doesn't play them.

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "missing-golden",
    severity: Severity::Warning,
    why: (
        "没有这几段样例，就没有证据说这个情景分得出好坏。",
        "Without them nothing shows that the scene tells good handling from bad.",
    ),
    check,
};

/// What every scene proves itself by: the best, three ways to miss, and the worst.
const WANTED: [(&str, &str, &str); 5] = [
    ("excellent", "最好的处理", "the best handling"),
    ("cold", "只办事不理人", "correct but cold"),
    ("soothing", "只安慰不办事", "soothing for ever"),
    ("argumentative", "跟客户争", "arguing"),
    ("critical", "严重失误", "a critical slip"),
];

fn check(scene: &Scene, found: &mut Findings) {
    let missing: Vec<_> = WANTED.into_iter().filter(|(name, ..)| !scene.has(Kind::Golden, name)).collect();
    if missing.is_empty() {
        return;
    }
    let zh: Vec<String> = missing.iter().map(|(name, zh, _)| format!("{name}（{zh}）")).collect();
    let en: Vec<String> = missing.iter().map(|(name, _, en)| format!("{name} ({en})")).collect();
    found.add(
        scene.place(),
        Bilingual::new(format!("缺少样例对话：{}", zh.join("、")), format!("Goldens are missing: {}", en.join(", "))),
        Bilingual::new("在 goldens 里各写一段，分数高的在前", "Write one of each in goldens, the highest score first"),
    );
}
