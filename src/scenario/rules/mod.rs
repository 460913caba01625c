//! What a scene must keep to, one rule a file; the page of each is `tests/rules/<code>.md`. Plays no scene: see `simulate`.

mod chances;
mod findings;
mod flow;
mod kind;
mod scene;
mod walk;

macro_rules! table {
    ($($module:ident)*) => {
        $(mod $module;)*

        /// Every rule, in the order in which the manual shows them.
        pub const RULES: &[Rule] = &[$($module::RULE),*];
    };
}

table! {
    // what is written
    missing_translation wrong_language too_long too_many hidden_character strength_range nothing_there
    // names
    id_form file_name duplicate_id
    unknown_turn unknown_reply unknown_fact unknown_clue unknown_promise unknown_agreement unknown_stage unknown_person
    unknown_setting unknown_authority
    // the course of the talk
    unreachable_turn dead_end endless_loop then_and_replies too_few_replies no_way_to_recover setting_without_reason
    no_ending unreachable_ending
    // what it measures
    no_way_to_pass no_way_to_fail chance_that_cannot_be_met key_point_never_opened replies_alike tags_against_place
    promise_beyond_authority golden_unknown_action missing_golden
}

use findings::Findings;
use scene::Scene;

use super::document::Document;
use crate::diag::{Diagnostic, Severity};

/// One rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Stable name, also of its file and its page.
    pub code: &'static str,
    /// How bad breaking it is, as a rule.
    pub severity: Severity,
    /// Why it matters to the trainee: Chinese, English.
    why: (&'static str, &'static str),
    check: fn(&Scene<'_>, &mut Findings),
}

/// What is wrong with `document`, in order of place. Without an error among it the document can be resolved.
#[must_use]
pub fn check(document: &Document) -> Vec<Diagnostic> {
    run(&Scene::new(document, None))
}

/// The same for the document of the file called `name` (`oil-consumption.ron`, with or without folders).
#[must_use]
pub fn check_file(document: &Document, name: &str) -> Vec<Diagnostic> {
    run(&Scene::new(document, Some(name)))
}

fn run(scene: &Scene) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // A file beyond the limits is refused before anything is compared with everything.
    let crowded = apply(&too_many::RULE, scene);
    if crowded.is_empty() {
        found.extend(RULES.iter().flat_map(|rule| apply(rule, scene)));
    } else {
        found.extend(crowded);
    }
    found.sort_by_key(|diagnostic| diagnostic.span);
    found
}

fn apply(rule: &Rule, scene: &Scene) -> Vec<Diagnostic> {
    let mut findings = Findings::new(*rule);
    (rule.check)(scene, &mut findings);
    findings.into_diagnostics()
}
