//! `tags-against-words`: a reply whose words plainly hurt, in both languages, says so in its moves. Judges no feeling tags.

use super::{Findings, Rule, Scene};
use crate::diag::Severity;
use crate::reading::{Context, Reader, read};
use crate::rubric::Move;
use crate::scenario::document::{Anchors, Reply, Turn};
use crate::text::{Bilingual, Lang};

pub(super) const RULE: Rule = Rule {
    code: "tags-against-words",
    severity: Severity::Warning,
    why: (
        "同一句话，自己打出来会扣分，选出来却不扣，学员会觉得不公平。",
        "Typed, these words would cost points; picked, they don't. Trainees would call that unfair.",
    ),
    check,
};

/// Replies beyond these are left unread: reading takes its time, and no real scene has so many.
const READ: usize = 400;
/// Longer words than this (in bytes) are too long anyway.
const LONGEST: usize = 1_000;

fn check(scene: &Scene, found: &mut Findings) {
    let known = Lang::ALL.map(|lang| Known::of(scene, lang));
    let replies = scene.document.turns.iter().flat_map(|turn| turn.replies.iter().map(move |reply| (turn, reply)));
    for (turn, reply) in replies.take(READ) {
        if found.is_full() {
            break;
        }
        let too_long = reply.text.zh.value.len().max(reply.text.en.value.len()) > LONGEST;
        if too_long || reply.critical.is_some() || reply.moves.iter().any(|tag| tag.shows.is_harm()) {
            continue; // which harm it is, the author knows best
        }
        let [zh, en] = [known[0].harms(turn, reply), known[1].harms(turn, reply)];
        let Some((shows, words)) = en.into_iter().find(|(shows, _)| zh.iter().any(|(other, _)| other == shows)) else {
            continue;
        };
        let said = zh.into_iter().find(|(other, _)| *other == shows).map_or_else(String::new, |(_, said)| said);
        let (name, tag) = (shows.name(), shows.id());
        found.add(
            reply.text.zh.span.or(reply.id.span),
            Bilingual::new(
                format!("“{said}”读起来是“{}”，却没有标出来", name.zh),
                format!("“{words}” {}, but isn't tagged", name.en),
            ),
            Bilingual::new(
                format!("在 moves 里加上 {tag}，或者换一种说法"),
                format!("Add {tag} to moves, or say it another way"),
            ),
        );
    }
}

/// What the reader is told about the scene in one language.
struct Known {
    lang: Lang,
    authority: Vec<String>,
    facts: Vec<(String, Vec<String>)>,
    burdens: Vec<Vec<String>>,
}

impl Known {
    fn of(scene: &Scene, lang: Lang) -> Self {
        let document = scene.document;
        let list = |anchors: &Anchors| -> Vec<String> {
            let written = if lang == Lang::Zh { &anchors.zh } else { &anchors.en };
            written.iter().map(|anchor| anchor.value.clone()).collect()
        };
        Self {
            lang,
            authority: document.authority.iter().map(|entry| entry.text.bilingual().get(lang).to_owned()).collect(),
            facts: document.facts.iter().map(|fact| (fact.id.value.clone(), list(&fact.words))).collect(),
            burdens: document.burdens.iter().map(|burden| list(&burden.words)).collect(),
        }
    }

    /// The harms that the reader finds in the words of `reply`, with the words.
    fn harms(&self, turn: &Turn, reply: &Reply) -> Vec<(Move, String)> {
        let customer = turn.says.first().map(|says| says.bilingual().get(self.lang).to_owned()).unwrap_or_default();
        let context = Context {
            lang: self.lang,
            customer: &customer,
            authority: &self.authority,
            facts: &self.facts,
            burdens: &self.burdens,
            earlier: &[],
        };
        let words = reply.text.bilingual();
        let words = words.get(self.lang);
        let reading = read(Reader::builtin(), words, &context);
        let harms = reading.moves.into_iter().filter(|evidence| evidence.shows.is_harm());
        harms.map(|evidence| (evidence.shows, evidence.words.of(words).to_owned())).collect()
    }
}
