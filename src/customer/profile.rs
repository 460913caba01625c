//! How each temperament responds, as data from `assets/temperaments.ron`. Decides nothing by itself; see `react`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{Push, Temperament};
use crate::rubric::Move;

/// The built-in pack; the file explains each figure.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pack {
    pub base: BTreeMap<Move, Push>,
    pub specific: i32,
    pub soothing_again: Vec<i32>,
    pub soothing_too_long: Push,
    pub most_relief: Push,
    pub bounce: Push,
    pub silence: Push,
    pub noted: Push,
    pub kept: Push,
    pub broken: Push,
    pub kinds: BTreeMap<Temperament, Kind>,
}

/// One temperament.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    pub patience: u8,
    pub scales: BTreeMap<Move, i32>,
}

pub(super) fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(load)
}

#[expect(clippy::expect_used, reason = "a file of the program itself, read by every test")]
fn load() -> Pack {
    ron::from_str(include_str!("../../assets/temperaments.ron"))
        .expect("assets/temperaments.ron is part of the program")
}

/// Bounces and misses a customer of this kind bears at one turn before going on alone.
#[must_use]
pub fn patience(temperament: Temperament) -> u8 {
    pack().kinds.get(&temperament).map_or(2, |kind| kind.patience)
}

/// What this move does to this customer, said in general.
pub(super) fn push(temperament: Temperament, shows: Move) -> Push {
    let pack = pack();
    let base = pack.base.get(&shows).copied().unwrap_or_default();
    let scale = pack.kinds.get(&temperament).and_then(|kind| kind.scales.get(&shows)).copied().unwrap_or(100);
    scaled(base, scale)
}

/// `push` times `percent`, halves rounded away from nought.
pub(super) fn scaled(push: Push, percent: i32) -> Push {
    let scale = |value: i32| (value * percent + 50 * value.signum()) / 100;
    Push { heat: scale(push.heat), trust: scale(push.trust) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_move_and_every_kind_has_figures() {
        for shows in Move::ALL {
            assert!(pack().base.contains_key(shows), "{} has no base", shows.id());
        }
        for kind in Temperament::ALL {
            assert!(pack().kinds.contains_key(&kind), "{kind:?} is missing");
        }
    }
}
