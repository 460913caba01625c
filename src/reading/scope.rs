//! Decides how a wording is said: plainly, negated, quoted, only perhaps, taken back. Never decides what it means.

use std::ops::Range;

use super::clauses::{Link, Parsed};
use super::find::Matches;
use super::lexicon::{Lexicon, Role};
use super::pack::{Ask, Rule};
use super::types::Scope;
use crate::rubric::Move;
use crate::text::Lang;

/// A rule's wording in the reply, and how it is said.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Which rule of the lexicon.
    pub rule: usize,
    /// First and last clause.
    pub clauses: (usize, usize),
    pub scope: Scope,
}

/// Bytes that may stand between a negating word and the anchor it turns round.
fn negation_reach(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 9,
        Lang::En => 14,
    }
}

/// Words that make what follows somebody else's.
const REPORTED: [&[&str]; 2] = [
    &[
        "您说",
        "你说",
        "您是说",
        "您觉得",
        "您认为",
        "您刚才说",
        "您刚说",
        "有人说",
        "同事说",
        "他说",
        "她说",
        "别人说",
        "您提到",
        "谁说",
        "跟您说过的",
    ],
    &[
        "you said",
        "you say",
        "you are saying",
        "you were told",
        "told you",
        "you think",
        "you feel",
        "he said",
        "she said",
        "they said",
        "who said",
    ],
];

/// Every hit of a rule that its own conditions allow, with its scope, in order of appearance.
pub(super) fn found(lexicon: &Lexicon, text: &str, parsed: &Parsed, matches: &Matches, customer: &str) -> Vec<Found> {
    let look = Look { lexicon, text, parsed, matches };
    let mut found: Vec<Found> = Vec::new();
    for hit in &matches.all {
        let Some(pattern) = lexicon.patterns.get(hit.pattern) else { continue };
        let Some(rule) = lexicon.rules.get(pattern.rule) else { continue };
        if pattern.role != Role::Hit || !look.allows(pattern.rule, rule, hit.clauses, customer) {
            continue;
        }
        let scope = match look.scope(rule, &hit.parts, hit.clauses) {
            Scope::Asserted if rule.miss_only => continue,
            Scope::Asserted if look.is_hollow(pattern.rule, hit.clauses) => Scope::Hypothetical,
            scope => scope,
        };
        let fresh = Found { rule: pattern.rule, clauses: hit.clauses, scope };
        match found.iter_mut().find(|known| known.rule == fresh.rule && known.clauses == fresh.clauses) {
            // Said plainly once is said plainly.
            Some(known) if fresh.scope == Scope::Asserted => known.scope = Scope::Asserted,
            Some(_) => {}
            None => found.push(fresh),
        }
    }
    found.sort_by_key(|found| (found.clauses, found.rule));
    found
}

struct Look<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    parsed: &'a Parsed,
    matches: &'a Matches,
}

impl Look<'_> {
    /// The rule's own conditions on the words around it.
    fn allows(&self, index: usize, rule: &Rule, clauses: (usize, usize), customer: &str) -> bool {
        let mut needed = rule.needs.is_empty();
        for other in &self.matches.all {
            let Some(pattern) = self.lexicon.patterns.get(other.pattern).filter(|pattern| pattern.rule == index) else {
                continue;
            };
            let here = other.clauses.0 <= clauses.1 && clauses.0 <= other.clauses.1;
            let near = self.sentence(other.clauses.0) <= self.sentence(clauses.1)
                && self.sentence(clauses.0) <= self.sentence(other.clauses.1);
            match pattern.role {
                Role::NotHere if here => return false,
                Role::NotNear if near => return false,
                Role::NotReply => return false,
                Role::Needs if near => needed = true,
                _ => {}
            }
        }
        needed
            && (rule.after.is_empty() || rule.after.iter().any(|word| customer.contains(word.as_str())))
            && (rule.ask != Ask::Only || (clauses.0..=clauses.1).any(|clause| self.is_question(clause)))
    }

    /// Words in the same sentence take the substance out of it.
    fn is_hollow(&self, index: usize, clauses: (usize, usize)) -> bool {
        self.matches.all.iter().any(|other| {
            let pattern = self.lexicon.patterns.get(other.pattern);
            pattern.is_some_and(|pattern| pattern.rule == index && pattern.role == Role::Hollow)
                && self.sentence(other.clauses.0) <= self.sentence(clauses.1)
                && self.sentence(clauses.0) <= self.sentence(other.clauses.1)
        })
    }

    fn sentence(&self, clause: usize) -> Option<usize> {
        self.parsed.clauses.get(clause).map(|clause| clause.sentence)
    }

    fn is_question(&self, clause: usize) -> bool {
        self.parsed.clauses.get(clause).is_some_and(|clause| clause.question)
    }

    fn scope(&self, rule: &Rule, parts: &[Range<usize>], clauses: (usize, usize)) -> Scope {
        let start = parts.first().map_or(0, |part| part.start);
        let clause = self.parsed.clauses.get(clauses.0);
        let head = clause.and_then(|clause| self.text.get(clause.at.start..start)).unwrap_or_default();
        let reported = REPORTED[usize::from(self.lexicon.lang == Lang::En)];
        if self.parsed.is_quoted(start) || (rule.shows.is_harm() && reported.iter().any(|words| head.contains(words))) {
            return Scope::Quoted;
        }
        if !rule.own_not
            && parts.iter().any(|part| self.is_negated(part, parts, clause.map_or(0, |clause| clause.at.start)))
        {
            return Scope::Negated;
        }
        if !rule.in_if && clause.is_some_and(|clause| clause.link == Link::Condition) {
            return Scope::Hypothetical;
        }
        if rule.ask == Ask::Never && self.is_question(clauses.1) {
            return Scope::Question;
        }
        if rule.bare && self.is_taken_back(clauses.1) {
            return Scope::Cancelled;
        }
        Scope::Asserted
    }

    /// A negating word stands shortly before this part, in the same clause, and is no part itself.
    fn is_negated(&self, part: &Range<usize>, parts: &[Range<usize>], clause_start: usize) -> bool {
        let clause = self.parsed.clause_at(part.start).and_then(|clause| self.parsed.clauses.get(clause));
        let from = clause.map_or(clause_start, |clause| clause.at.start);
        let reach = negation_reach(self.lexicon.lang);
        self.matches.negators.iter().any(|not| {
            not.start >= from
                && not.end <= part.start
                && part.start - not.end <= reach
                && !parts.iter().any(|own| own.start < not.end && not.start < own.end)
        })
    }

    /// A "but" follows in this sentence or opens the next one.
    fn is_taken_back(&self, clause: usize) -> bool {
        let sentence = self.parsed.clauses.get(clause).map_or(0, |clause| clause.sentence);
        self.parsed
            .clauses
            .iter()
            .skip(clause + 1)
            .take_while(|later| later.sentence <= sentence + 1)
            .any(|later| later.link == Link::Contrast)
    }
}

/// True where the weaker move is not counted beside the stronger one over the same words.
#[expect(clippy::unnested_or_patterns, reason = "one line for each move that wins")]
pub(super) fn overrides(stronger: Move, weaker: Move) -> bool {
    matches!(
        (stronger, weaker),
        (Move::OfferOptions, Move::OfferRemedy | Move::CheckSatisfaction | Move::AskFacts | Move::SeekAgreement)
            | (Move::CheckSatisfaction, Move::AskFacts)
            | (Move::OfferQuietPlace, Move::OfferRemedy | Move::SeekAgreement | Move::UpdateProgress)
            | (Move::LetVent, Move::AskFacts | Move::OfferRemedy)
            | (Move::Paraphrase | Move::SeekAgreement | Move::Escalate, Move::AskFacts)
            | (Move::UpdateProgress, Move::OfferRemedy)
            | (Move::OfferRemedy | Move::Escalate, Move::TakeOwnership)
            | (Move::Escalate, Move::UpdateProgress)
            | (Move::Argue, Move::AskFacts | Move::BlameCustomer)
            | (Move::BlameCustomer | Move::BlameOthers | Move::Rude | Move::Deny, Move::AskFacts)
            | (Move::Rush, Move::AskFacts | Move::UpdateProgress)
            | (Move::Refuse | Move::Argue | Move::Deny | Move::Stall, Move::UpdateProgress)
            | (Move::Overpromise, Move::CommitTime | Move::OfferRemedy | Move::TakeOwnership)
            | (Move::PolicyAsWall, Move::Refuse)
            | (Move::PolicyAsBenefit, Move::BlameCustomer | Move::ExplainCause)
    )
}
