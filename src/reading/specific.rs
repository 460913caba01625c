//! Whether words name something of this case: a fact of the scene, a burden of the customer. Never invents either.

use super::clauses::Parsed;
use super::find::Matches;
use super::normalise::Normal;
use super::types::Context;
use crate::text::Lang;

/// Where the case is named in a reply.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Ids of facts, in the order of the scene.
    pub facts: Vec<String>,
    /// Byte offsets (plain text) where a fact or burden is named.
    pub at: Vec<usize>,
}

/// Looks for the wordings of facts and burdens; negated and quoted ones don't name.
pub(super) fn named(text: &str, parsed: &Parsed, matches: &Matches, context: &Context<'_>) -> Named {
    let mut named = Named::default();
    let reach = if context.lang == Lang::Zh { 9 } else { 12 };
    let plainly = |anchor: &str| -> Vec<usize> {
        let anchor = Normal::of(anchor).text;
        if anchor.trim().is_empty() {
            return Vec::new();
        }
        let places = text.match_indices(anchor.trim()).map(|(at, _)| at);
        let asserted = places.filter(|&at| {
            let from =
                parsed.clause_at(at).and_then(|clause| parsed.clauses.get(clause)).map_or(0, |clause| clause.at.start);
            let from = from.max(at.saturating_sub(reach));
            !matches.negators.iter().any(|not| not.start >= from && not.end <= at)
        });
        asserted.collect()
    };
    for (id, anchors) in context.facts {
        let places: Vec<usize> = anchors.iter().flat_map(|anchor| plainly(anchor)).collect();
        if !places.is_empty() && !named.facts.contains(id) {
            named.facts.push(id.clone());
        }
        named.at.extend(places);
    }
    for anchor in context.burdens.iter().flatten() {
        named.at.extend(plainly(anchor));
    }
    named
}
