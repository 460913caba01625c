//! Where turns can lead, conditions left aside. Plays nothing and weighs nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::document::{Document, END, Turn};

/// The graph of a document: turns by position, unknown names left out.
pub(super) struct Flow {
    next: Vec<BTreeSet<usize>>,
    passing: Vec<BTreeSet<usize>>,
    ends: Vec<bool>,
    reached: BTreeSet<usize>,
}

/// True for a turn that waits for an answer; the others pass on by themselves.
pub(super) fn is_answering(turn: &Turn) -> bool {
    turn.then.is_empty()
}

impl Flow {
    /// Follows every route of `document`.
    pub(super) fn new(document: &Document) -> Self {
        let mut index: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, turn) in document.turns.iter().enumerate() {
            index.entry(turn.id.as_str()).or_insert(at);
        }
        let find = |name: &str| index.get(name).copied();
        let mut flow = Self { next: Vec::new(), passing: Vec::new(), ends: Vec::new(), reached: BTreeSet::new() };
        for turn in &document.turns {
            let targets = targets(turn);
            flow.next.push(targets.iter().filter_map(|name| find(name)).collect());
            // A name nobody knows is a finding of its own, not a dead end as well.
            flow.ends.push(targets.iter().any(|name| *name == END || find(name).is_none()));
            flow.passing.push(turn.then.iter().filter_map(|route| find(route.go.as_str())).collect());
        }
        let follow_ups = document.follow_up.iter().flat_map(|follow| [follow.kept.as_str(), follow.broken.as_str()]);
        let strikes = document.deadlines.iter().map(|deadline| deadline.go.as_str());
        let roots = follow_ups.chain(strikes).filter_map(find).chain((!document.turns.is_empty()).then_some(0));
        flow.reached = closure(&flow.next, roots.collect());
        flow
    }

    /// The turns an answer at `turn` can lead to.
    pub(super) fn next(&self, turn: usize) -> impl Iterator<Item = usize> {
        self.next.get(turn).into_iter().flatten().copied()
    }

    /// True if the talk can come to `turn` at all.
    pub(super) fn is_reached(&self, turn: usize) -> bool {
        self.reached.contains(&turn)
    }

    /// The turns from which the end can be reached.
    pub(super) fn can_end(&self) -> BTreeSet<usize> {
        let mut back = vec![BTreeSet::new(); self.next.len()];
        for (from, targets) in self.next.iter().enumerate() {
            for to in targets {
                if let Some(sources) = back.get_mut(*to) {
                    sources.insert(from);
                }
            }
        }
        let ends = self.ends.iter().enumerate().filter(|(_, ends)| **ends).map(|(at, _)| at);
        closure(&back, ends.collect())
    }

    /// The turns that can come back to themselves by `then` alone.
    pub(super) fn circles(&self) -> Vec<usize> {
        // Turns that lead out of every circle are peeled off until only circles (and ways into them) are left.
        let mut left: BTreeSet<usize> = (0..self.passing.len()).collect();
        loop {
            let stays = |at: &usize| self.passing.get(*at).is_some_and(|to| to.iter().any(|to| left.contains(to)));
            let kept: BTreeSet<usize> = left.iter().copied().filter(|at| stays(at)).collect();
            if kept.len() == left.len() {
                break;
            }
            left = kept;
        }
        left.iter().copied().filter(|at| self.comes_back(*at)).collect()
    }

    fn comes_back(&self, turn: usize) -> bool {
        let first = self.passing.get(turn).cloned().unwrap_or_default();
        closure(&self.passing, first).contains(&turn)
    }
}

fn targets(turn: &Turn) -> Vec<&str> {
    let replies = turn.replies.iter().map(|reply| reply.go.as_str());
    let heard = turn.heard.iter().map(|heard| heard.go.as_str());
    let then = turn.then.iter().map(|route| route.go.as_str());
    let gives_up = turn.gives_up.as_ref().map_or(END, |name| name.as_str());
    let gives_up = is_answering(turn).then_some(gives_up);
    replies.chain(heard).chain(then).chain(gives_up).collect()
}

fn closure(next: &[BTreeSet<usize>], start: BTreeSet<usize>) -> BTreeSet<usize> {
    let mut seen = start;
    let mut todo: Vec<usize> = seen.iter().copied().collect();
    while let Some(at) = todo.pop() {
        for to in next.get(at).into_iter().flatten() {
            if seen.insert(*to) {
                todo.push(*to);
            }
        }
    }
    seen
}
