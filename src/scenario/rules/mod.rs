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
    tags_against_words promise_beyond_authority golden_unknown_action missing_golden
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
    run(&Scene::new(document, None), Care::Quick)
}

/// The same for the document of the file called `name` (`oil-consumption.ron`, with or without folders).
#[must_use]
pub fn check_file(document: &Document, name: &str) -> Vec<Diagnostic> {
    run(&Scene::new(document, Some(name)), Care::Quick)
}

/// The same with the rules that read every reply as a trainee's typing is read: for authors, too slow for each start.
#[must_use]
pub fn review_file(document: &Document, name: &str) -> Vec<Diagnostic> {
    run(&Scene::new(document, Some(name)), Care::Thorough)
}

/// Whether replies are read as well.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    Quick,
    Thorough,
}

fn run(scene: &Scene, care: Care) -> Vec<Diagnostic> {
    // A file beyond the limits is refused before anything is compared with everything.
    let crowded = apply(&too_many::RULE, scene);
    if !crowded.is_empty() {
        return crowded;
    }
    let slow = |rule: &Rule| rule.code == tags_against_words::RULE.code;
    let wanted = RULES.iter().filter(|rule| care == Care::Thorough || !slow(rule));
    let mut found: Vec<Diagnostic> = wanted.flat_map(|rule| apply(rule, scene)).collect();
    found.sort_by_key(|diagnostic| diagnostic.span);
    found
}

fn apply(rule: &Rule, scene: &Scene) -> Vec<Diagnostic> {
    let mut findings = Findings::new(*rule);
    (rule.check)(scene, &mut findings);
    findings.into_diagnostics()
}
