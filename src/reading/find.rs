//! Finds where patterns stand in a reply: anchors first, then gaps. Says nothing about whether they count.

use std::ops::Range;

use super::clauses::Parsed;
use super::lexicon::{Lexicon, Pattern};
use super::pattern::{Gap, PARTS_AT_MOST};
use super::slots;
use crate::text::Lang;

/// Anchors looked at in one reply; more than that is noise.
const HITS_AT_MOST: usize = 3_000;
/// Comparisons spent on one reply.
const STEPS_AT_MOST: usize = 400_000;

/// An anchor in the text.
#[derive(Debug, Clone, Copy)]
struct Hit {
    literal: usize,
    start: usize,
    end: usize,
    clause: usize,
    sentence: usize,
}

/// A pattern in the text.
#[derive(Debug, Clone)]
pub(super) struct Match {
    pub pattern: usize,
    /// Where each part stands, in order.
    pub parts: Vec<Range<usize>>,
    /// First and last clause.
    pub clauses: (usize, usize),
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Matches {
    pub all: Vec<Match>,
    /// Where negating words stand.
    pub negators: Vec<Range<usize>>,
}

/// Looks for every pattern of `lexicon`.
pub(super) fn find(lexicon: &Lexicon, text: &str, parsed: &Parsed) -> Matches {
    let (hits, negators) = anchors(lexicon, text, parsed);
    let mut search = Search { lexicon, parsed, text, hits: &hits, steps: 0 };
    let mut all: Vec<Match> = Vec::new();
    for (index, hit) in hits.iter().enumerate() {
        for (pattern, part) in lexicon.tried_at.get(hit.literal).into_iter().flatten() {
            if let Some(found) = search.around(*pattern, *part, index) {
                all.push(found);
            }
        }
    }
    Matches { all, negators }
}

fn anchors(lexicon: &Lexicon, text: &str, parsed: &Parsed) -> (Vec<Hit>, Vec<Range<usize>>) {
    let mut hits: Vec<Hit> = Vec::new();
    let mut stops: Vec<Range<usize>> = Vec::new();
    let mut negators: Vec<Range<usize>> = Vec::new();
    let mut add = |literal: usize, start: usize, end: usize| {
        if hits.len() < HITS_AT_MOST
            && let Some(clause) = parsed.clause_at(start)
            && let Some(sentence) = parsed.clauses.get(clause).map(|clause| clause.sentence)
        {
            hits.push(Hit { literal, start, end, clause, sentence });
        }
    };
    for found in lexicon.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(text)) {
        let literal = found.pattern().as_usize();
        let Some(shape) = lexicon.literals.get(literal).copied() else { continue };
        let (start, mut end) = (found.start(), found.end());
        if shape.word_start && latin_before(text, start) || shape.word_end && latin_after(text, end) {
            continue;
        }
        if shape.any_ending {
            end += text.get(end..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_alphabetic).count());
        }
        if shape.stop {
            stops.push(start..end);
        }
        if shape.negator {
            negators.push(start..end);
        }
        add(literal, start, end);
    }
    for (slot, at) in slots::find(text) {
        if let Some(literal) = lexicon.slots.get(&slot) {
            add(*literal, at.start, at.end);
        }
    }
    let hidden = |start: usize, end: usize| {
        stops.iter().any(|stop| stop.start <= start && end <= stop.end && end - start < stop.len())
    };
    hits.retain(|hit| !hidden(hit.start, hit.end));
    negators.retain(|at| !hidden(at.start, at.end));
    hits.sort_unstable_by_key(|hit| (hit.start, hit.end, hit.literal));
    negators.sort_unstable_by_key(|at| (at.start, at.end));
    (hits, negators)
}

fn latin_before(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|head| head.bytes().next_back()).is_some_and(|byte| byte.is_ascii_alphanumeric())
}

fn latin_after(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|tail| tail.bytes().next()).is_some_and(|byte| byte.is_ascii_alphanumeric())
}

struct Search<'a> {
    lexicon: &'a Lexicon,
    parsed: &'a Parsed,
    text: &'a str,
    hits: &'a [Hit],
    steps: usize,
}

impl Search<'_> {
    /// The match of a pattern whose part `key` is the hit at `index`.
    fn around(&mut self, pattern: usize, key: usize, index: usize) -> Option<Match> {
        let shape = self.lexicon.patterns.get(pattern)?;
        let mut chosen = [usize::MAX; PARTS_AT_MOST];
        let chosen = chosen.get_mut(..shape.parts.len())?;
        *chosen.get_mut(key)? = index;
        if !(self.left(shape, key, chosen) && self.right(shape, key, chosen)) {
            return None;
        }
        let hits: Vec<&Hit> = chosen.iter().filter_map(|index| self.hits.get(*index)).collect();
        let (first, last) = (*hits.first()?, *hits.last()?);
        let parts = hits.iter().map(|hit| hit.start..hit.end).collect();
        Some(Match { pattern, parts, clauses: (first.clause, last.clause) })
    }

    fn left(&mut self, shape: &Pattern, part: usize, chosen: &mut [usize]) -> bool {
        let Some(here) = chosen.get(part).and_then(|index| self.hits.get(*index)).copied() else { return false };
        let Some(before) = part.checked_sub(1) else { return !shape.at_start || self.starts_clause(here) };
        let (Some(gap), Some(wanted)) = (shape.parts.get(part).map(|part| part.gap), shape.parts.get(before)) else {
            return false;
        };
        let from = here.start.saturating_sub(self.reach(gap) + 96);
        let mut index = self.hits.partition_point(|hit| hit.start < here.start);
        while let Some(left) = index.checked_sub(1).and_then(|left| self.hits.get(left).copied()) {
            index -= 1;
            self.steps += 1;
            if left.start < from || self.steps > STEPS_AT_MOST {
                return false;
            }
            if wanted.any.binary_search(&left.literal).is_ok() && self.joins(gap, left, here) {
                if let Some(slot) = chosen.get_mut(before) {
                    *slot = index;
                }
                if self.left(shape, before, chosen) {
                    return true;
                }
            }
        }
        false
    }

    fn right(&mut self, shape: &Pattern, part: usize, chosen: &mut [usize]) -> bool {
        let Some(here) = chosen.get(part).and_then(|index| self.hits.get(*index)).copied() else { return false };
        let Some(wanted) = shape.parts.get(part + 1) else { return !shape.at_end || self.ends_clause(here) };
        let to = here.end + self.reach(wanted.gap);
        let mut index = self.hits.partition_point(|hit| hit.start < here.end);
        while let Some(next) = self.hits.get(index).copied() {
            self.steps += 1;
            if next.start > to || self.steps > STEPS_AT_MOST {
                return false;
            }
            if wanted.any.binary_search(&next.literal).is_ok() && self.joins(wanted.gap, here, next) {
                if let Some(slot) = chosen.get_mut(part + 1) {
                    *slot = index;
                }
                if self.right(shape, part + 1, chosen) {
                    return true;
                }
            }
            index += 1;
        }
        false
    }

    /// Bytes that a gap may span.
    fn reach(&self, gap: Gap) -> usize {
        match (gap, self.lexicon.lang) {
            (Gap::None, _) => 1,
            (Gap::Short, Lang::Zh) => 12,
            (Gap::Short, Lang::En) => 14,
            (Gap::Clause, Lang::Zh) => 48,
            (Gap::Clause, Lang::En) => 56,
            (Gap::Sentence, _) => 130,
        }
    }

    fn joins(&self, gap: Gap, left: Hit, right: Hit) -> bool {
        if left.end > right.start || right.start - left.end > self.reach(gap) {
            return false;
        }
        match gap {
            Gap::None => self.text.get(left.end..right.start).is_some_and(|between| between.trim().is_empty()),
            Gap::Short | Gap::Clause => left.clause == right.clause,
            Gap::Sentence => left.sentence == right.sentence,
        }
    }

    /// True at the head of a clause, not counting a joining or filling word.
    fn starts_clause(&self, hit: Hit) -> bool {
        let head = self.parsed.clauses.get(hit.clause).and_then(|clause| self.text.get(clause.at.start..hit.start));
        head.is_some_and(|head| {
            matches!(
                head.trim(),
                "" | "那"
                    | "那么"
                    | "嗯"
                    | "哦"
                    | "好"
                    | "好的"
                    | "但"
                    | "但是"
                    | "可是"
                    | "可"
                    | "不过"
                    | "而且"
                    | "其实"
                    | "and"
                    | "so"
                    | "well"
                    | "but"
                    | "ok"
                    | "okay"
                    | "right"
                    | "yes"
                    | "then"
                    | "look"
                    | "please"
                    | "because"
                    | "if"
                    | "请"
            )
        })
    }

    fn ends_clause(&self, hit: Hit) -> bool {
        let tail = self.parsed.clauses.get(hit.clause).and_then(|clause| self.text.get(hit.end..clause.at.end));
        tail.is_some_and(|tail| {
            matches!(
                tail.trim(),
                "" | "了" | "啊" | "吧" | "呀" | "呢" | "哦" | "啦" | "哈" | "的" | "now" | "please" | "then"
            )
        })
    }
}
