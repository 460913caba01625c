//! `dead-end`: from every turn the talk goes on and can come to its end. Doesn't ask whether the end is a good one.

use super::flow::is_answering;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "dead-end",
    severity: Severity::Error,
    why: ("学员走到这里就再也出不去，只能强行退出。", "A trainee who comes here can't get out except by quitting."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    let can_end = scene.flow.can_end();
    for (index, turn) in scene.document.turns.iter().enumerate() {
        let word = turn.id.as_str();
        if is_answering(turn) && turn.replies.is_empty() && turn.heard.is_empty() {
            found.add(
                turn.id.span,
                Bilingual::new(format!("“{word}”没有回应，也没有下一步"), format!("“{word}” has no replies and leads nowhere")),
                Bilingual::new(
                    "加上 replies；如果客户接着说，写 then: [(go: \"…\")]；谈话到此为止就写 then: [(go: \"end\")]",
                    "Add replies; if the customer goes on, write then: [(go: \"…\")]; if the talk is over, then: [(go: \"end\")]",
                ),
            );
        } else if turn.then.last().is_some_and(|route| route.when.is_some()) {
            found.add(
                turn.then.last().and_then(|route| route.go.span).or(turn.id.span),
                Bilingual::new(
                    format!("“{word}”的每一条出路都有条件，可能一条都走不通"),
                    format!("Every way out of “{word}” has a condition; perhaps none of them holds"),
                ),
                Bilingual::new("最后加一条没有 when 的：(go: \"…\")", "Add a last one without when: (go: \"…\")"),
            );
        } else if !can_end.contains(&index) {
            found.add(
                turn.id.span,
                Bilingual::new(format!("从“{word}”走不到结束"), format!("The end can't be reached from “{word}”")),
                Bilingual::new(
                    "让后面的某个回应通到 end，或者删掉只会绕圈的 gives_up",
                    "Let some reply behind it lead to end, or delete the gives_up that only goes round",
                ),
            );
        }
    }
}
