//! Every name, reference and wording of a document, in the order of the language. Judges nothing.

use super::kind::Kind;
use crate::diag::Spanned;
use crate::scenario::condition::{Named, WrittenCondition};
use crate::scenario::document::{Document, END, Name, Phrase, Reply, Turn, WrittenChange};

/// Every id that is defined, with its kind.
pub(super) fn definitions(document: &Document) -> Vec<(Kind, &Name)> {
    let mut found = Vec::new();
    let mut add = |kind: Kind, id| found.push((kind, id));
    document.people.iter().for_each(|person| add(Kind::Person, &person.id));
    document.agreements.iter().for_each(|agreement| add(Kind::Agreement, &agreement.id));
    document.stages.iter().for_each(|stage| add(Kind::Stage, &stage.id));
    document.settings.iter().for_each(|setting| add(Kind::Setting, &setting.id));
    document.authority.iter().for_each(|authority| add(Kind::Authority, &authority.id));
    document.cannot.iter().for_each(|cannot| add(Kind::Cannot, &cannot.id));
    document.facts.iter().for_each(|fact| add(Kind::Fact, &fact.id));
    document.burdens.iter().for_each(|burden| add(Kind::Burden, &burden.id));
    document.clues.iter().for_each(|clue| add(Kind::Clue, &clue.id));
    document.promises.iter().for_each(|promise| add(Kind::Promise, &promise.id));
    document.deadlines.iter().for_each(|deadline| add(Kind::Deadline, &deadline.id));
    for turn in &document.turns {
        add(Kind::Turn, &turn.id);
        turn.replies.iter().for_each(|reply| add(Kind::Reply, &reply.id));
    }
    document.endings.iter().for_each(|ending| add(Kind::Ending, &ending.id));
    document.goldens.iter().for_each(|golden| add(Kind::Golden, &golden.name));
    found
}

/// Every name that refers to something defined elsewhere.
pub(super) fn references(document: &Document) -> Vec<(Kind, &Name)> {
    let mut found: Vec<(Kind, &Name)> = Vec::new();
    found.extend(document.customer.secret.iter().map(|name| (Kind::Fact, name)));
    for setting in &document.settings {
        found.extend(setting.stages.iter().map(|name| (Kind::Stage, name)));
    }
    for clue in &document.clues {
        found.extend(clue.at.iter().map(|name| (Kind::Turn, name)));
    }
    for promise in &document.promises {
        found.extend(promise.within.iter().map(|name| (Kind::Authority, name)));
    }
    for deadline in &document.deadlines {
        found.push((Kind::Stage, &deadline.stage));
    }
    for turn in &document.turns {
        found.extend(turn.stage.iter().map(|name| (Kind::Stage, name)));
        found.extend(turn.by.iter().map(|name| (Kind::Person, name)));
    }
    for follow in &document.follow_up {
        found.extend([(Kind::Promise, &follow.promise), (Kind::Turn, &follow.kept), (Kind::Turn, &follow.broken)]);
    }
    for change in changes(document) {
        in_change(change, &mut found);
    }
    for condition in conditions(document) {
        in_condition(condition, &mut found);
    }
    let ways = destinations(document).into_iter().filter(|name| name.as_str() != END);
    found.extend(ways.map(|name| (Kind::Turn, name)));
    found
}

/// Every place where the talk goes on; the only ones that may say `end`.
fn destinations(document: &Document) -> Vec<&Name> {
    let mut found: Vec<&Name> = document.deadlines.iter().map(|deadline| &deadline.go).collect();
    for turn in &document.turns {
        found.extend(turn.replies.iter().map(|reply| &reply.go));
        found.extend(turn.heard.iter().map(|heard| &heard.go));
        found.extend(turn.then.iter().map(|route| &route.go));
        found.extend(&turn.gives_up);
    }
    found
}

/// Every change the scene can make.
pub(super) fn changes(document: &Document) -> Vec<&WrittenChange> {
    let mut found = Vec::new();
    for turn in &document.turns {
        found.push(&turn.change);
        found.extend(turn.replies.iter().map(|reply| &reply.change));
        found.extend(turn.heard.iter().map(|heard| &heard.change));
    }
    found
}

/// Every condition, from outside; the parts of each are inside it.
pub(super) fn conditions(document: &Document) -> Vec<&WrittenCondition> {
    let mut found: Vec<&WrittenCondition> = Vec::new();
    found.extend(document.settings.iter().filter_map(|setting| setting.when.as_ref()));
    found.extend(document.deadlines.iter().filter_map(|deadline| deadline.unless.as_ref()));
    for turn in &document.turns {
        found.extend(turn.replies.iter().filter_map(|reply| reply.when.as_ref()));
        found.extend(turn.heard.iter().map(|heard| &heard.when));
        found.extend(turn.then.iter().filter_map(|route| route.when.as_ref()));
    }
    found.extend(document.follow_up.iter().filter_map(|follow| follow.kept_when.as_ref()));
    found.extend(document.endings.iter().filter_map(|ending| ending.when.as_ref()));
    found
}

fn in_change<'a>(change: &'a WrittenChange, found: &mut Vec<(Kind, &'a Name)>) {
    found.extend(change.agrees.iter().map(|name| (Kind::Agreement, name)));
    let promises = [&change.promises, &change.keeps, &change.breaks];
    found.extend(promises.into_iter().flatten().map(|name| (Kind::Promise, name)));
    found.extend(change.learns.iter().map(|name| (Kind::Fact, name)));
}

fn in_condition<'a>(condition: &'a WrittenCondition, found: &mut Vec<(Kind, &'a Name)>) {
    match condition {
        WrittenCondition::All(inner) | WrittenCondition::Any(inner) => {
            for part in inner {
                in_condition(part, found);
            }
        }
        WrittenCondition::Not(inner) => in_condition(inner, found),
        WrittenCondition::Named(named, name) => found.push((kind_of(*named), name)),
        WrittenCondition::Shows(_) | WrittenCondition::Plain(_) | WrittenCondition::Number(..) => {}
    }
}

fn kind_of(named: Named) -> Kind {
    match named {
        Named::Fact | Named::Names => Kind::Fact,
        Named::Clue => Kind::Clue,
        Named::Agreed => Kind::Agreement,
        Named::Promised | Named::Kept | Named::Broken => Kind::Promise,
        Named::Been => Kind::Turn,
        Named::Picked => Kind::Reply,
        Named::Setting => Kind::Setting,
    }
}

/// Every wording in both languages.
pub(super) fn phrases(document: &Document) -> Vec<&Phrase> {
    let mut found = vec![&document.title];
    found.extend(&document.sources);
    found.extend([&document.brief, &document.role, &document.customer.name, &document.customer.want]);
    found.extend(document.people.iter().map(|person| &person.name));
    found.extend(document.agreements.iter().chain(&document.authority).map(|labelled| &labelled.text));
    for stage in &document.stages {
        found.push(&stage.name);
        found.extend(&stage.quiet);
    }
    for setting in &document.settings {
        found.extend([&setting.label, &setting.says]);
        found.extend(&setting.unavailable);
    }
    found.extend(document.cannot.iter().flat_map(|cannot| [&cannot.text, &cannot.instead]));
    for fact in &document.facts {
        found.push(&fact.text);
        found.extend(fact.yes.iter().chain(&fact.no));
    }
    found.extend(document.clues.iter().flat_map(|clue| [&clue.seen, &clue.means]));
    found.extend(document.promises.iter().map(|promise| &promise.text));
    found.extend(&document.bounces);
    document.turns.iter().for_each(|turn| in_turn(turn, &mut found));
    found.extend(document.endings.iter().map(|ending| &ending.says));
    found
}

fn in_turn<'a>(turn: &'a Turn, found: &mut Vec<&'a Phrase>) {
    found.extend(&turn.does);
    found.extend(turn.says.iter().chain(&turn.hot).chain(&turn.cool));
    for reply in &turn.replies {
        found.extend(in_reply(reply));
    }
    found.extend(turn.otherwise.iter().chain(&turn.bounces).chain(&turn.model));
    found.extend(&turn.hint);
}

fn in_reply(reply: &Reply) -> impl Iterator<Item = &Phrase> {
    let warning = reply.critical.as_ref().map(|critical| &critical.warning);
    [&reply.text, &reply.why].into_iter().chain(&reply.unavailable).chain(warning)
}

/// Every piece of text, names and script lines included.
pub(super) fn texts(document: &Document) -> Vec<&Spanned<String>> {
    let mut found = vec![&document.id];
    found.extend(definitions(document).into_iter().map(|(_, id)| id));
    found.extend(references(document).into_iter().map(|(_, name)| name));
    found.extend(phrases(document).into_iter().flat_map(|phrase| [&phrase.zh, &phrase.en]));
    let anchors =
        document.facts.iter().map(|fact| &fact.words).chain(document.burdens.iter().map(|burden| &burden.words));
    found.extend(anchors.flat_map(|words| words.zh.iter().chain(&words.en)));
    found.extend(document.goldens.iter().flat_map(|golden| &golden.script));
    found
}
