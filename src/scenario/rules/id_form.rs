//! `id-form`: ids are short, lower-case and plain. Doesn't ask what they mean.

use super::kind::Kind;
use super::walk;
use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::scenario::document::END;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "id-form",
    severity: Severity::Error,
    why: (
        "名字会进文件名、成绩记录和脚本，只有简单的写法到处都认。",
        "Ids go into file names, records and scripts, and only the plain form works everywhere.",
    ),
    check,
};

/// Characters in an id.
const LONGEST: usize = 64;

fn check(scene: &Scene, found: &mut Findings) {
    let ids = walk::definitions(scene.document).into_iter();
    for (kind, id) in ids.map(|(kind, id)| (Some(kind), id)).chain([(None, &scene.document.id)]) {
        let word = id.as_str();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if word.is_empty() || word.len() > LONGEST || !word.chars().all(plain) {
            let shown: String = word.chars().take(24).collect();
            found.add(
                id.span.or(scene.place()),
                Bilingual::new(format!("“{shown}”不能当名字"), format!("“{shown}” can't be an id")),
                Bilingual::new(
                    format!("只用小写英文字母、数字和连字符 -，最多 {LONGEST} 个，例如 \"two-top-ups\""),
                    format!(
                        "Use lower-case letters, digits and hyphens only, at most {LONGEST}, such as \"two-top-ups\""
                    ),
                ),
            );
        } else if kind == Some(Kind::Turn) && word == END {
            found.add(
                id.span,
                Bilingual::new("对话轮不能叫 end", "A turn can't be called end"),
                Bilingual::new("换一个名字；end 表示谈话结束", "Take another name; end means that the talk is over"),
            );
        }
    }
}
