//! `no-ending`: some ending always holds. Doesn't ask whether the others ever do.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "no-ending",
    severity: Severity::Error,
    why: (
        "谈完了却没有结局，学员不知道客户最后怎么样。",
        "The talk would close without an ending and leave the trainee in the dark.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let help = Bilingual::new("在 endings 最后加一个没有 when 的结局", "Add a last ending without when");
    let endings = &scene.document.endings;
    match endings.last() {
        None => found.add(scene.place(), Bilingual::new("没有结局", "There is no ending"), help),
        Some(last) if endings.iter().all(|ending| ending.when.is_some()) => found.add(
            last.id.span,
            Bilingual::new(
                "每个结局都有条件，可能一个都不成立",
                "Every ending has a condition; perhaps none of them holds",
            ),
            help,
        ),
        Some(_) => {}
    }
}
