//! Weighs all hits of a reply against each other: what counts, what nearly did, and why. Adds no words of its own to the evidence.

use std::ops::Range;

use super::clauses::{Link, Parsed};
use super::guard::{self, Customer, Earlier};
use super::lexicon::Lexicon;
use super::normalise::Normal;
use super::scope::{Found, overrides};
use super::specific::Named;
use super::types::{Context, NearMiss, Reading, Scope};
use super::why;
use crate::rubric::{Evidence, Move, Strength, Words};
use crate::text::Lang;

/// All that is known about a reply before it is judged.
pub(super) struct Case<'a> {
    pub lexicon: &'a Lexicon,
    pub normal: &'a Normal,
    pub parsed: &'a Parsed,
    pub context: &'a Context<'a>,
    pub named: Named,
}

impl Case<'_> {
    /// What counts and what nearly did.
    pub fn judge(self, found: Vec<Found>) -> Reading {
        let mut found = found;
        self.discount(&mut found);
        self.weigh(&mut found);
        self.annex(&mut found);
        self.join(&mut found);
        let mut reading = Reading { engine: super::ENGINE.to_owned(), ..Reading::default() };
        for hit in &found {
            let Some(rule) = self.lexicon.rules.get(hit.rule) else { continue };
            let at = self.bytes(hit.clauses);
            let words = self.normal.words(at.start, at.end);
            if hit.scope == Scope::Asserted {
                let strength = if self.is_specific(&at) { Strength::Specific } else { rule.strength };
                push(&mut reading.moves, Evidence { shows: rule.shows, words, strength, rule: rule.id.clone() });
            }
        }
        for hit in &found {
            let Some(rule) = self.lexicon.rules.get(hit.rule) else { continue };
            let at = self.bytes(hit.clauses);
            let words = self.normal.words(at.start, at.end);
            let counts = reading.moves.iter().any(|seen| seen.shows == rule.shows && overlap(seen.words, words));
            let known = reading.near_misses.iter().any(|miss| miss.shows == rule.shows && overlap(miss.words, words));
            if hit.scope != Scope::Asserted && !counts && !known && why::is_taught(rule.shows, hit.scope) {
                let why = why::why(rule.shows, hit.scope);
                reading.near_misses.push(NearMiss {
                    shows: rule.shows,
                    words,
                    scope: hit.scope,
                    rule: rule.id.clone(),
                    why,
                });
            }
        }
        reading.moves.sort_by_key(|seen| (seen.words.start, seen.words.end, seen.shows));
        reading.near_misses.sort_by_key(|miss| (miss.words.start, miss.shows));
        reading.unread = self.unread(&found);
        reading.names = self.named.facts;
        reading
    }

    fn bytes(&self, clauses: (usize, usize)) -> Range<usize> {
        let start = self.parsed.clauses.get(clauses.0).map_or(0, |clause| clause.at.start);
        let end = self.parsed.clauses.get(clauses.1).map_or(start, |clause| clause.at.end);
        start..end.max(start)
    }

    fn text(&self, clauses: (usize, usize)) -> &str {
        self.normal.text.get(self.bytes(clauses)).unwrap_or_default()
    }

    fn shows(&self, hit: &Found) -> Option<Move> {
        self.lexicon.rules.get(hit.rule).map(|rule| rule.shows)
    }

    fn is_specific(&self, at: &Range<usize>) -> bool {
        self.named.at.iter().any(|named| at.contains(named))
    }

    /// Takes the worth from copied, repeated and heaped words; harm stays harm.
    fn discount(&self, found: &mut [Found]) {
        if found.is_empty() {
            return;
        }
        let lang = self.lexicon.lang;
        let earlier = Earlier::of(self.context.earlier, lang);
        let customer = Customer::of(self.context.customer, lang);
        let good = |hit: &Found| hit.scope == Scope::Asserted && self.shows(hit).is_some_and(|shows| !shows.is_harm());
        let mut moves: Vec<Move> = found.iter().filter(|hit| good(hit)).filter_map(|hit| self.shows(hit)).collect();
        moves.sort_unstable();
        moves.dedup();
        let mut clauses: Vec<(usize, usize)> = found.iter().filter(|hit| good(hit)).map(|hit| hit.clauses).collect();
        clauses.dedup();
        let places: Vec<Range<usize>> = clauses.iter().map(|clauses| self.bytes(*clauses)).collect();
        let piled =
            guard::is_prompt(&self.normal.text) || guard::is_pile(&self.normal.text, &places, moves.len(), lang);
        for hit in found.iter_mut().filter(|hit| good(hit)) {
            let text = self.text(hit.clauses);
            if piled {
                hit.scope = Scope::Piled;
            } else if customer.said(text) {
                hit.scope = Scope::Copied;
            } else if earlier.holds(text) {
                hit.scope = Scope::Repeated;
            }
        }
    }

    /// Settles what one move does to another: MOVES, "Close calls".
    fn weigh(&self, found: &mut Vec<Found>) {
        let seen: Vec<(Move, (usize, usize))> = found
            .iter()
            .filter(|hit| hit.scope == Scope::Asserted)
            .filter_map(|hit| Some((self.shows(hit)?, hit.clauses)))
            .collect();
        let any = |wanted: &[Move]| seen.iter().any(|(shows, _)| wanted.contains(shows));
        let inside = |shows: Move, clauses: (usize, usize)| {
            seen.iter().any(|(other, at)| overrides(*other, shows) && at.0 <= clauses.1 && clauses.0 <= at.1)
        };
        let later_way_out = |clauses: (usize, usize)| {
            seen.iter().any(|(shows, at)| {
                matches!(shows, Move::OfferRemedy | Move::OfferOptions | Move::Escalate) && at.1 >= clauses.0
            })
        };
        let lang = self.lexicon.lang;
        let formula = any(&[Move::StockPhrase]);
        let only_formula = seen.iter().all(|(shows, _)| matches!(shows, Move::StockPhrase | Move::Greet | Move::Stall));
        found.retain(|hit| {
            let Some(rule) = self.lexicon.rules.get(hit.rule) else { return false };
            if hit.scope != Scope::Asserted {
                return true;
            }
            match rule.shows {
                Move::Refuse if later_way_out(hit.clauses) => false,
                Move::Stall if any(&[Move::CommitTime]) => false,
                Move::Overpromise if guard::is_within(self.context.authority, self.text(hit.clauses), lang) => false,
                _ if rule.alone => only_formula,
                // A hello or a "please wait" around a formula is part of the formula.
                Move::Greet | Move::Stall if formula && only_formula => false,
                shows => !inside(shows, hit.clauses),
            }
        });
    }

    /// Gives the unclaimed clauses of a sentence to the hit beside them: "your third visit already, anyone would be cross"
    /// is one acknowledgement, not half of one. Moves that are said in one breath stay as short as they are.
    fn annex(&self, found: &mut [Found]) {
        let mut claimed = vec![false; self.parsed.clauses.len()];
        for hit in found.iter() {
            claimed.iter_mut().take(hit.clauses.1 + 1).skip(hit.clauses.0).for_each(|claimed| *claimed = true);
        }
        let free = |index: usize, beside: usize| {
            let sentence = |index: usize| self.parsed.clauses.get(index).map(|clause| clause.sentence);
            // A "but" parts what it stands between.
            let turn = self.parsed.clauses.get(index.max(beside)).is_some_and(|later| later.link == Link::Contrast);
            claimed.get(index) == Some(&false) && sentence(index) == sentence(beside) && !turn
        };
        for hit in found.iter_mut().filter(|hit| hit.scope == Scope::Asserted) {
            let Some(reach) = self.lexicon.rules.get(hit.rule).map(|rule| reach(rule.shows)) else { continue };
            let (first, last) = hit.clauses;
            while hit.clauses.0 > 0 && first - hit.clauses.0 < reach.0 && free(hit.clauses.0 - 1, hit.clauses.0) {
                hit.clauses.0 -= 1;
            }
            while hit.clauses.1 - last < reach.1 && free(hit.clauses.1 + 1, hit.clauses.1) {
                hit.clauses.1 += 1;
            }
        }
    }

    /// Makes one of two hits of one move side by side in a sentence.
    fn join(&self, found: &mut [Found]) {
        let sentence = |clause: usize| self.parsed.clauses.get(clause).map(|clause| clause.sentence);
        for later in 1..found.len() {
            let (before, rest) = found.split_at_mut(later);
            let Some(next) = rest.first_mut().filter(|next| next.scope == Scope::Asserted) else { continue };
            let shows = self.shows(next);
            for hit in before.iter_mut().filter(|hit| hit.scope == Scope::Asserted && self.shows(hit) == shows) {
                if hit.clauses.1 + 1 >= next.clauses.0 && sentence(hit.clauses.1) == sentence(next.clauses.0) {
                    next.clauses.0 = next.clauses.0.min(hit.clauses.0);
                    hit.clauses.1 = hit.clauses.1.max(next.clauses.1);
                }
            }
        }
    }

    /// Clauses of some length that no rule recognised, plainly or otherwise.
    fn unread(&self, found: &[Found]) -> Vec<Words> {
        let covered = |index: usize| found.iter().any(|hit| hit.clauses.0 <= index && index <= hit.clauses.1);
        let long = |at: &Range<usize>| {
            let text = self.normal.text.get(at.clone()).unwrap_or_default();
            match self.lexicon.lang {
                Lang::Zh => text.chars().filter(|letter| letter.is_alphanumeric()).count() >= 6,
                Lang::En => text.split_whitespace().count() >= 4,
            }
        };
        let clauses = self.parsed.clauses.iter().enumerate();
        let unread = clauses.filter(|(index, clause)| !covered(*index) && long(&clause.at));
        unread.map(|(_, clause)| self.normal.words(clause.at.start, clause.at.end)).collect()
    }
}

/// How many unclaimed clauses before and after a move usually belong to it.
fn reach(shows: Move) -> (usize, usize) {
    match shows {
        Move::CommitTime => (0, 0),
        Move::Greet | Move::Refuse => (1, 0),
        Move::Escalate => (0, 1),
        Move::Paraphrase | Move::ExplainCause => (2, 2),
        _ => (1, 1),
    }
}

/// Adds a hit; two hits of one move that share words become one.
fn push(moves: &mut Vec<Evidence>, fresh: Evidence) {
    match moves.iter_mut().find(|known| known.shows == fresh.shows && overlap(known.words, fresh.words)) {
        Some(known) => {
            known.words.start = known.words.start.min(fresh.words.start);
            known.words.end = known.words.end.max(fresh.words.end);
            known.strength = known.strength.max(fresh.strength);
        }
        None => moves.push(fresh),
    }
}

fn overlap(left: Words, right: Words) -> bool {
    left.start < right.end && right.start < left.end
}
