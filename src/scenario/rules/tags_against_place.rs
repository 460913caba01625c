//! `tags-against-place`: the moves of a reply agree with each other and with its place. Doesn't read its words.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::rubric::{CriticalKind, Move};
use crate::scenario::document::Reply;
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "tags-against-place",
    severity: Severity::Warning,
    why: ("标签互相矛盾，分数就说不出道理。", "Tags that contradict each other make a score nobody can explain."),
    check,
};

fn check(scene: &Scene, found: &mut Findings) {
    for (index, turn) in scene.document.turns.iter().enumerate() {
        let quiet = scene.stage_of(index).is_some_and(|stage| stage.quiet.is_some());
        for reply in &turn.replies {
            if let Some((message, help)) = against(reply, quiet || !scene.document.settings.is_empty()) {
                found.add(reply.id.span, message, help);
            }
        }
    }
}

fn against(reply: &Reply, can_move: bool) -> Option<(Bilingual, Bilingual)> {
    let shows = |wanted: Move| reply.moves.iter().any(|tag| tag.shows == wanted);
    let others = |wanted: Move| reply.moves.iter().any(|tag| tag.shows != wanted && !tag.shows.is_harm());
    let word = reply.id.as_str();
    if let Some((kind, wanted)) = wanted_by_critical(reply).filter(|(_, wanted)| !shows(*wanted)) {
        let tag = wanted.id();
        return Some((
            Bilingual::new(
                format!("“{word}”是“{}”，却没有标 {tag}", kind.zh),
                format!("“{word}” counts as “{}” but isn't tagged {tag}", kind.en),
            ),
            Bilingual::new(format!("在 moves 里加上 {tag}"), format!("Add {tag} to moves")),
        ));
    }
    if shows(Move::StockPhrase) && others(Move::StockPhrase) {
        return Some((
            Bilingual::new(
                format!("“{word}”标了 stock_phrase，又标了别的好话"),
                format!("“{word}” is tagged stock_phrase beside something better"),
            ),
            Bilingual::new(
                "全是套话才标 stock_phrase；有一句实在话就只标那一句",
                "stock_phrase is for nothing but formula; with one real clause tag that clause alone",
            ),
        ));
    }
    if shows(Move::Refuse) && (shows(Move::OfferRemedy) || shows(Move::OfferOptions)) {
        return Some((
            Bilingual::new(
                format!("“{word}”既标了 refuse 又标了办法"),
                format!("“{word}” is tagged refuse and offers a way"),
            ),
            Bilingual::new(
                "有别的办法就不算 refuse，留下 offer_remedy 或 offer_options",
                "With another way it is no refusal: keep offer_remedy or offer_options",
            ),
        ));
    }
    (shows(Move::OfferQuietPlace) && !can_move).then(|| {
        (
            Bilingual::new(
                format!("“{word}”请客户换地方，可这里没有别处可去"),
                format!("“{word}” invites to a quieter place, but there is none"),
            ),
            Bilingual::new(
                "给这个场所加上 quiet: (zh: \"…\", en: \"…\")",
                "Give the stage quiet: (zh: \"…\", en: \"…\")",
            ),
        )
    })
}

/// What a critical reply must show besides. Ignored safety and told secrets have no move of their own.
fn wanted_by_critical(reply: &Reply) -> Option<(Bilingual, Move)> {
    let kind = reply.critical.as_ref()?.kind;
    match kind {
        CriticalKind::Insult => Some((kind.name(), Move::Rude)),
        CriticalKind::FalsePromise => Some((kind.name(), Move::Overpromise)),
        CriticalKind::Safety | CriticalKind::Privacy => None,
    }
}
