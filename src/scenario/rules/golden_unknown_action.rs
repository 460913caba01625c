//! `golden-unknown-action`: every line of a golden is an action the app knows, about something there is. Doesn't play it.

use std::collections::BTreeSet;

use super::kind::Kind;
use super::{Findings, Rule, Scene};
use crate::diag::{Severity, nearest};
use crate::text::Bilingual;

pub(super) const RULE: Rule = Rule {
    code: "golden-unknown-action",
    severity: Severity::Error,
    why: ("样例走不下去，就证明不了这个情景量得准。", "A golden that stops half-way proves nothing about the scene."),
    check,
};

/// What a script line can do, and what its second word names.
const ACTIONS: [(&str, Wants); 9] = [
    ("pick", Wants::Reply),
    ("say", Wants::Words),
    ("listen", Wants::Nothing),
    ("observe", Wants::Nothing),
    ("note", Wants::Fact),
    ("setting", Wants::Setting),
    ("breathe", Wants::Nothing),
    ("hint", Wants::Nothing),
    ("leave", Wants::Nothing),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    Nothing,
    Words,
    Reply,
    Fact,
    Setting,
}

fn check(scene: &Scene, found: &mut Findings) {
    for line in scene.document.goldens.iter().flat_map(|golden| &golden.script) {
        let text = line.as_str().trim();
        let comment = text.is_empty() || text.starts_with('#') || text.starts_with("//");
        if comment || found.is_full() {
            continue;
        }
        if let Some((message, help)) = complaint(scene, text) {
            found.add(line.span.or(scene.place()), message, help);
        }
    }
}

fn complaint(scene: &Scene, line: &str) -> Option<(Bilingual, Bilingual)> {
    let (verb, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    let Some((_, wants)) = ACTIONS.iter().find(|(known, _)| *known == verb) else {
        let verbs = ACTIONS.map(|(known, _)| known);
        let shown: String = verb.chars().take(24).collect();
        return Some((
            Bilingual::new(format!("不认识“{shown}”这个动作"), format!("The action “{shown}” isn't known")),
            did_you_mean(verb, &verbs),
        ));
    };
    let (names, zh, en): (BTreeSet<&str>, &str, &str) = match wants {
        Wants::Nothing if rest.is_empty() => return None,
        Wants::Nothing => {
            return Some((
                Bilingual::new(format!("{verb} 后面不用写别的"), format!("{verb} takes nothing after it")),
                Bilingual::new(format!("只写 {verb}"), format!("Write {verb} alone")),
            ));
        }
        Wants::Words if !rest.is_empty() => return None,
        Wants::Words => {
            return Some((
                Bilingual::new("say 后面没有话", "say has no words behind it"),
                Bilingual::new("写成 say 您请说", "Write say Please go on"),
            ));
        }
        Wants::Reply => (scene.reply_ids(), "回应", "reply"),
        Wants::Fact => (scene.known(Kind::Fact), "事实", "fact"),
        Wants::Setting => (scene.known(Kind::Setting), "换场方式", "setting"),
    };
    (!names.contains(rest)).then(|| {
        let shown: String = rest.chars().take(24).collect();
        let names: Vec<&str> = names.into_iter().collect();
        (
            Bilingual::new(format!("没有叫“{shown}”的{zh}"), format!("There is no {en} called “{shown}”")),
            did_you_mean(rest, &names),
        )
    })
}

fn did_you_mean(word: &str, known: &[&str]) -> Bilingual {
    if let Some(near) = nearest(word, known.iter().copied()) {
        return Bilingual::new(format!("是不是想写 {near}？"), format!("Did you mean {near}?"));
    }
    let some = known.iter().copied().take(9).collect::<Vec<_>>().join(" ");
    Bilingual::new(format!("可以写的有：{some}"), format!("There are: {some}"))
}
