//! `replies-alike`: no two replies of a turn say or do the same. Replies of other turns aren't compared.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::scenario::document::Reply;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "replies-alike",
    severity: Severity::Warning,
    why: (
        "选哪个都一样，学员就不必分辨。",
        "Where two replies come to the same the trainee has nothing to tell apart.",
    ),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for turn in &scene.document.turns {
        for (index, reply) in turn.replies.iter().enumerate() {
            let twin = turn.replies.iter().take(index).find_map(|earlier| Some((earlier, likeness(earlier, reply)?)));
            let Some((earlier, message)) = twin else { continue };
            found.add(
                reply.id.span,
                message,
                Bilingual::new(
                    "改写其中一个，让它做不同的事；或者删掉它",
                    "Let one of them do something else, or delete it",
                ),
            );
            found.beside(earlier.id.span, Bilingual::new("另一个在这里", "the other is here"));
        }
    }
}

fn likeness(one: &Reply, other: &Reply) -> Option<Bilingual> {
    let (a, b) = (one.id.as_str(), other.id.as_str());
    let same_words = |one: &str, other: &str| one.trim() == other.trim();
    if same_words(one.text.zh.as_str(), other.text.zh.as_str())
        || same_words(one.text.en.as_str(), other.text.en.as_str())
    {
        return Some(Bilingual::new(
            format!("“{a}”和“{b}”说的是同一句话"),
            format!("“{a}” and “{b}” say the same words"),
        ));
    }
    let same = one.moves == other.moves
        && one.go == other.go
        && one.change == other.change
        && one.when == other.when
        && one.critical == other.critical;
    same.then(|| Bilingual::new(format!("“{a}”和“{b}”的效果完全一样"), format!("“{a}” and “{b}” have the same effect")))
}
