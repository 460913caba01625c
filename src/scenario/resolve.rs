//! From what was written to what it means: names become indices. Reports nothing; the rules did that before.

use std::collections::BTreeMap;

use super::condition::{Named, WrittenCondition};
use super::document::{self, Anchors, Document, END, Name, SettingKind};
#[expect(clippy::wildcard_imports, reason = "the two files are the two halves of one list of types")]
use super::graph::*;
use super::written::{ChanceEdit, WrittenTag};
use crate::rubric::{Chance, DEFAULT_WINDOW, Evidence, Move, Strength, Words};
use crate::text::Bilingual;

/// Rule name journalled for moves that the author tagged.
pub const AUTHOR: &str = "author";

/// The meaning of a document whose names all exist; `None` where one doesn't (the rules name it).
#[must_use]
pub fn resolve(document: &Document, fingerprint: &str) -> Option<Scenario> {
    if document.turns.is_empty() || document.stages.is_empty() || document.endings.is_empty() {
        return None;
    }
    let names = Names::of(document);
    let mut stage = StageIx(0);
    let mut turns = Vec::with_capacity(document.turns.len());
    for turn in &document.turns {
        if let Some(name) = &turn.stage {
            stage = StageIx(names.stages.get(name)?);
        }
        turns.push(names.turn(turn, stage)?);
    }
    Some(Scenario {
        id: document.id.value.clone(),
        fingerprint: fingerprint.to_owned(),
        title: document.title.bilingual(),
        trade: document.trade,
        level: document.level,
        minutes: document.minutes,
        sources: document.sources.iter().map(document::Phrase::bilingual).collect(),
        brief: document.brief.bilingual(),
        role: document.role.bilingual(),
        customer: names.customer(&document.customer)?,
        people: document.people.iter().map(|person| person.name.bilingual()).collect(),
        calm: document.calm.min(100),
        agreements: labelled(&document.agreements),
        stages: document.stages.iter().map(stage_of).collect(),
        settings: document.settings.iter().map(|setting| names.setting(setting)).collect::<Option<_>>()?,
        authority: labelled(&document.authority),
        cannot: document
            .cannot
            .iter()
            .map(|cannot| Cannot { text: cannot.text.bilingual(), instead: cannot.instead.bilingual() })
            .collect(),
        facts: document.facts.iter().map(fact_of).collect(),
        burdens: document.burdens.iter().map(|burden| word_lists(&burden.words)).collect(),
        clues: document.clues.iter().map(|clue| names.clue(clue)).collect::<Option<_>>()?,
        promises: document
            .promises
            .iter()
            .map(|promise| PromiseNote {
                id: promise.id.value.clone(),
                text: promise.text.bilingual(),
                within_authority: promise.within.as_ref().is_some_and(|name| names.authority.get(name).is_some()),
            })
            .collect(),
        bounces: phrases(&document.bounces),
        deadlines: document.deadlines.iter().map(|deadline| names.deadline(deadline)).collect::<Option<_>>()?,
        turns,
        follow_up: document.follow_up.iter().map(|follow_up| names.follow_up(follow_up)).collect::<Option<_>>()?,
        endings: document.endings.iter().map(|ending| names.ending(ending)).collect::<Option<_>>()?,
        goldens: document.goldens.iter().map(golden_of).collect(),
        excellent_weight: None,
    })
}

/// Where each id stands in its list.
struct Index(BTreeMap<String, u16>);

impl Index {
    fn of<'a>(names: impl Iterator<Item = &'a Name>) -> Self {
        Self(names.zip(0..).map(|(name, ix)| (name.value.clone(), ix)).collect())
    }

    fn get(&self, name: &Name) -> Option<u16> {
        self.0.get(name.as_str()).copied()
    }
}

struct Names {
    turns: Index,
    replies: Vec<Index>,
    stages: Index,
    settings: Index,
    people: Index,
    facts: Index,
    clues: Index,
    agreements: Index,
    promises: Index,
    authority: Index,
}

impl Names {
    fn of(document: &Document) -> Self {
        Self {
            turns: Index::of(document.turns.iter().map(|turn| &turn.id)),
            replies: document.turns.iter().map(|turn| Index::of(turn.replies.iter().map(|reply| &reply.id))).collect(),
            stages: Index::of(document.stages.iter().map(|stage| &stage.id)),
            settings: Index::of(document.settings.iter().map(|setting| &setting.id)),
            people: Index::of(document.people.iter().map(|person| &person.id)),
            facts: Index::of(document.facts.iter().map(|fact| &fact.id)),
            clues: Index::of(document.clues.iter().map(|clue| &clue.id)),
            agreements: Index::of(document.agreements.iter().map(|agreement| &agreement.id)),
            promises: Index::of(document.promises.iter().map(|promise| &promise.id)),
            authority: Index::of(document.authority.iter().map(|authority| &authority.id)),
        }
    }

    fn target(&self, name: &Name) -> Option<Target> {
        if name.as_str() == END {
            return Some(Target::End);
        }
        self.turns.get(name).map(|ix| Target::Turn(TurnIx(ix)))
    }

    fn customer(&self, customer: &document::Customer) -> Option<Customer> {
        Some(Customer {
            name: customer.name.bilingual(),
            temperament: customer.temperament,
            heat: customer.heat.min(100),
            trust: customer.trust.min(100),
            wants: customer.wants.clone(),
            want: customer.want.bilingual(),
            secret: match &customer.secret {
                Some(name) => Some(FactIx(self.facts.get(name)?)),
                None => None,
            },
            face: customer.face,
        })
    }

    fn setting(&self, setting: &document::Setting) -> Option<Setting> {
        let default = match setting.kind {
            SettingKind::Place => Move::OfferQuietPlace,
            SettingKind::Person => Move::Escalate,
            SettingKind::Time => Move::CommitTime,
        };
        let tags = if setting.moves.is_empty() {
            vec![WrittenTag { shows: default, strength: Strength::General }]
        } else {
            setting.moves.clone()
        };
        Some(Setting {
            id: setting.id.value.clone(),
            kind: setting.kind,
            label: setting.label.bilingual(),
            says: setting.says.bilingual(),
            shows: evidence(&tags),
            stages: setting.stages.iter().map(|name| self.stages.get(name).map(StageIx)).collect::<Option<_>>()?,
            when: self.optional(setting.when.as_ref())?,
            unavailable: setting.unavailable.as_ref().map(document::Phrase::bilingual),
        })
    }

    fn clue(&self, clue: &document::Clue) -> Option<Clue> {
        Some(Clue {
            id: clue.id.value.clone(),
            seen: clue.seen.bilingual(),
            means: clue.means.bilingual(),
            at: clue.at.iter().map(|name| self.turns.get(name).map(TurnIx)).collect::<Option<_>>()?,
        })
    }

    fn deadline(&self, deadline: &document::Deadline) -> Option<Deadline> {
        Some(Deadline {
            after: deadline.after,
            stage: StageIx(self.stages.get(&deadline.stage)?),
            unless: self.optional(deadline.unless.as_ref())?,
            go: self.target(&deadline.go)?,
        })
    }

    fn change(&self, change: &document::WrittenChange) -> Option<Change> {
        let promises = |names: &[Name]| -> Option<Vec<PromiseIx>> {
            names.iter().map(|name| self.promises.get(name).map(PromiseIx)).collect()
        };
        Some(Change {
            heat: change.heat,
            trust: change.trust,
            agrees: change
                .agrees
                .iter()
                .map(|name| self.agreements.get(name).map(AgreementIx))
                .collect::<Option<_>>()?,
            promises: promises(&change.promises)?,
            keeps: promises(&change.keeps)?,
            breaks: promises(&change.breaks)?,
            learns: change.learns.iter().map(|name| self.facts.get(name).map(FactIx)).collect::<Option<_>>()?,
        })
    }

    fn turn(&self, turn: &document::Turn, stage: StageIx) -> Option<Turn> {
        let mut added = Vec::new();
        let mut dropped = Vec::new();
        for edit in &turn.chances {
            match *edit {
                ChanceEdit::Add(point, weight) => added.push(Chance { point, weight, window: DEFAULT_WINDOW }),
                ChanceEdit::AddWithin(point, weight, window) => added.push(Chance { point, weight, window }),
                ChanceEdit::Drop(point) => dropped.push(point),
            }
        }
        Some(Turn {
            id: turn.id.value.clone(),
            stage,
            by: match &turn.by {
                Some(name) => Some(PersonIx(self.people.get(name)?)),
                None => None,
            },
            does: turn.does.as_ref().map(document::Phrase::bilingual),
            says: phrases(&turn.says),
            hot: phrases(&turn.hot),
            cool: phrases(&turn.cool),
            cues: turn.cues.iter().map(|cue| cue.cue()).collect(),
            added,
            dropped,
            change: self.change(&turn.change)?,
            patience: turn.patience,
            replies: turn.replies.iter().map(|reply| self.reply(reply)).collect::<Option<_>>()?,
            heard: turn.heard.iter().map(|heard| self.heard(heard)).collect::<Option<_>>()?,
            otherwise: phrases(&turn.otherwise),
            bounces: phrases(&turn.bounces),
            gives_up: match &turn.gives_up {
                Some(name) => self.target(name)?,
                None => Target::End,
            },
            then: turn.then.iter().map(|route| self.route(route)).collect::<Option<_>>()?,
            model: phrases(&turn.model),
            hint: turn.hint.as_ref().map(document::Phrase::bilingual),
        })
    }

    fn reply(&self, reply: &document::Reply) -> Option<Reply> {
        Some(Reply {
            id: reply.id.value.clone(),
            text: reply.text.bilingual(),
            shows: evidence(&reply.moves),
            go: self.target(&reply.go)?,
            change: self.change(&reply.change)?,
            when: self.optional(reply.when.as_ref())?,
            unavailable: reply.unavailable.as_ref().map(document::Phrase::bilingual),
            once: reply.once,
            critical: reply.critical.as_ref().map(|critical| (critical.kind, critical.warning.bilingual())),
            why: reply.why.bilingual(),
        })
    }

    fn heard(&self, heard: &document::Heard) -> Option<Heard> {
        Some(Heard {
            when: self.condition(&heard.when)?,
            go: self.target(&heard.go)?,
            change: self.change(&heard.change)?,
        })
    }

    fn route(&self, route: &document::Route) -> Option<Route> {
        Some(Route { when: self.optional(route.when.as_ref())?, go: self.target(&route.go)? })
    }

    fn follow_up(&self, follow_up: &document::FollowUp) -> Option<FollowUp> {
        Some(FollowUp {
            promise: PromiseIx(self.promises.get(&follow_up.promise)?),
            kept_when: self.optional(follow_up.kept_when.as_ref())?,
            kept: TurnIx(self.turns.get(&follow_up.kept)?),
            broken: TurnIx(self.turns.get(&follow_up.broken)?),
        })
    }

    fn ending(&self, ending: &document::Ending) -> Option<Ending> {
        Some(Ending {
            id: ending.id.value.clone(),
            when: self.optional(ending.when.as_ref())?,
            outcome: ending.outcome,
            says: ending.says.bilingual(),
        })
    }

    /// `Some(None)` where nothing was written.
    #[expect(clippy::option_option, reason = "outer: does every name exist; inner: was a condition written")]
    fn optional(&self, written: Option<&WrittenCondition>) -> Option<Option<Condition>> {
        match written {
            Some(condition) => self.condition(condition).map(Some),
            None => Some(None),
        }
    }

    fn condition(&self, written: &WrittenCondition) -> Option<Condition> {
        let several = |inner: &[WrittenCondition]| -> Option<Vec<Condition>> {
            inner.iter().map(|condition| self.condition(condition)).collect()
        };
        Some(match written {
            WrittenCondition::All(inner) => Condition::All(several(inner)?),
            WrittenCondition::Any(inner) => Condition::Any(several(inner)?),
            WrittenCondition::Not(inner) => Condition::Not(Box::new(self.condition(inner)?)),
            WrittenCondition::Shows(shows) => Condition::Shows(*shows),
            WrittenCondition::Plain(plain) => Condition::Plain(*plain),
            WrittenCondition::Number(numeric, value) => Condition::Number(*numeric, *value),
            WrittenCondition::Named(named, name) => match named {
                Named::Fact => Condition::FactKnown(FactIx(self.facts.get(name)?)),
                Named::Clue => Condition::ClueSeen(ClueIx(self.clues.get(name)?)),
                Named::Names => Condition::Names(FactIx(self.facts.get(name)?)),
                Named::Agreed => Condition::Agreed(AgreementIx(self.agreements.get(name)?)),
                Named::Promised => Condition::Promised(PromiseIx(self.promises.get(name)?)),
                Named::Kept => Condition::Kept(PromiseIx(self.promises.get(name)?)),
                Named::Broken => Condition::Broken(PromiseIx(self.promises.get(name)?)),
                Named::Been => Condition::Been(TurnIx(self.turns.get(name)?)),
                Named::Setting => Condition::SettingChosen(SettingIx(self.settings.get(name)?)),
                Named::Picked => {
                    let (turn, reply) = name.value.split_once('/')?;
                    let turn = *self.turns.0.get(turn)?;
                    let reply = *self.replies.get(usize::from(turn))?.0.get(reply)?;
                    Condition::Picked(TurnIx(turn), ReplyIx(reply))
                }
            },
        })
    }
}

/// The author's tags as evidence; where in the words each stands is found when it is shown.
fn evidence(tags: &[WrittenTag]) -> Vec<Evidence> {
    let whole = Words { start: 0, end: u32::MAX };
    tags.iter()
        .map(|tag| Evidence { shows: tag.shows, words: whole, strength: tag.strength, rule: AUTHOR.to_owned() })
        .collect()
}

fn phrases(phrases: &[document::Phrase]) -> Vec<Bilingual> {
    phrases.iter().map(document::Phrase::bilingual).collect()
}

fn labelled(items: &[document::Labelled]) -> Vec<Labelled> {
    items.iter().map(|item| Labelled { id: item.id.value.clone(), text: item.text.bilingual() }).collect()
}

fn stage_of(stage: &document::Stage) -> Stage {
    Stage {
        name: stage.name.bilingual(),
        public: stage.public,
        quiet: stage.quiet.as_ref().map(document::Phrase::bilingual),
        channel: stage.channel,
    }
}

fn fact_of(fact: &document::Fact) -> Fact {
    Fact { id: fact.id.value.clone(), text: fact.text.bilingual(), words: word_lists(&fact.words) }
}

fn word_lists(anchors: &Anchors) -> WordLists {
    let values = |names: &[Name]| names.iter().map(|name| name.value.clone()).collect();
    WordLists { zh: values(&anchors.zh), en: values(&anchors.en) }
}

fn golden_of(golden: &document::Golden) -> Golden {
    Golden {
        name: golden.name.value.clone(),
        passes: golden.passes,
        script: golden.script.iter().map(|line| line.value.clone()).collect(),
    }
}
