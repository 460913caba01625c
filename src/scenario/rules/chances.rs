//! The chances a turn can open, whatever path led to it. Scores nothing.

use super::Scene;
use crate::rubric::{Chance, Cue, CueKind, DEFAULT_WINDOW, default_chances};
use crate::scenario::written::ChanceEdit;

/// Every chance that `turn` can open; more than any one path opens, never less.
pub(super) fn chances(scene: &Scene, turn: usize) -> Vec<Chance> {
    let Some(written) = scene.document.turns.get(turn) else { return Vec::new() };
    let cues: Vec<Cue> = written.cues.iter().map(|cue| cue.cue()).collect();
    let quiet = scene.stage_of(turn).is_some_and(|stage| stage.quiet.is_some());
    let provoked_before = scene.document.turns.iter().enumerate().any(|(from, before)| {
        let disputes = |kind: CueKind| matches!(kind, CueKind::Provocation | CueKind::Rule);
        before.cues.iter().any(|cue| disputes(cue.cue().kind)) && scene.flow.next(from).any(|to| to == turn)
    });
    let mut chances = default_chances(&cues, turn == 0, quiet, provoked_before);
    for edit in &written.chances {
        let (point, added) = match *edit {
            ChanceEdit::Add(point, weight) => (point, Some((weight, DEFAULT_WINDOW))),
            ChanceEdit::AddWithin(point, weight, window) => (point, Some((weight, window))),
            ChanceEdit::Drop(point) => (point, None),
        };
        chances.retain(|chance| chance.point != point);
        chances.extend(added.map(|(weight, window)| Chance { point, weight, window }));
    }
    chances
}
