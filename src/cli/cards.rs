//! The order of the reply cards: drawn by seed and turn, so that the best one has no place of its own. Hides none.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore as _, SeedableRng as _};

use crate::session::{Offered, Session};

/// Streams of the seed from here on order cards; those before it draw wordings.
const FIRST_STREAM: u64 = 1 << 32;

/// The replies offered now, in the order they are shown: the same seed deals the same for ever.
pub(super) fn dealt(session: &Session) -> Vec<Offered<'_>> {
    let state = session.state();
    let mut cards = state.offered(session.scenario());
    let mut chance = ChaCha8Rng::seed_from_u64(state.seed);
    chance.set_stream(FIRST_STREAM + state.turn.index() as u64);
    // A key for every reply of the turn, so that a card that leaves doesn't move the others about.
    let count = session.scenario().turn(state.turn).replies.len();
    let keys: Vec<u64> = (0..count).map(|_| chance.next_u64()).collect();
    cards.sort_by_key(|card| keys.get(card.ix.index()).copied().unwrap_or_default());
    cards
}
