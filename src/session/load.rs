//! From the bytes of a file to a scene that can be played: parse, check, resolve, measure. Reads no files.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::golden::{measured, play_golden};
use crate::diag::{Diagnostic, Severity, Source};
use crate::rubric::Rubric;
use crate::scenario::document::Document;
use crate::scenario::parse::parse;
use crate::scenario::rules::{check_file, review_file};
use crate::scenario::{Scenario, resolve};
use crate::text::{Bilingual, Lang};

/// What came of a file.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Its text, for showing places.
    pub source: Source,
    /// The scene, where nothing is wrong that would keep it from being played.
    pub scenario: Option<Arc<Scenario>>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// SHA-256 of a file's bytes, in hex.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the scene in the file called `name`, to play it.
#[must_use]
pub fn load(name: &str, bytes: &[u8], rubric: &Arc<Rubric>) -> Loaded {
    load_with(name, bytes, rubric, check_file)
}

/// Reads it for its author: the slow rules look at it as well.
#[must_use]
pub fn review(name: &str, bytes: &[u8], rubric: &Arc<Rubric>) -> Loaded {
    load_with(name, bytes, rubric, review_file)
}

fn load_with(name: &str, bytes: &[u8], rubric: &Arc<Rubric>, rules: fn(&Document, &str) -> Vec<Diagnostic>) -> Loaded {
    let parsed = parse(name, bytes);
    let mut diagnostics = parsed.diagnostics;
    if let Some(document) = &parsed.document {
        diagnostics.extend(rules(document, name));
    }
    let sound = |diagnostics: &[Diagnostic]| diagnostics.iter().all(|found| found.severity != Severity::Error);
    let scenario = parsed
        .document
        .as_ref()
        .filter(|_| sound(&diagnostics))
        .and_then(|document| resolve(document, &fingerprint(bytes)))
        .map(|scenario| Arc::new(measured(scenario, rubric)));
    if let (Some(document), Some(scenario)) = (&parsed.document, &scenario) {
        diagnostics.extend(check_goldens(document, scenario, rubric));
    }
    Loaded { source: parsed.source, scenario, diagnostics }
}

/// Plays the goldens: each must run to the end, pass or not as declared, and score in the declared order.
fn check_goldens(document: &Document, scenario: &Arc<Scenario>, rubric: &Arc<Rubric>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut last: Option<(f64, &str)> = None;
    for (golden, written) in scenario.goldens.iter().zip(&document.goldens) {
        let about = |code, span, zh: String, en: String, help: (&str, &str)| Diagnostic {
            code,
            severity: Severity::Error,
            span,
            related: Vec::new(),
            message: Bilingual::new(zh, en),
            why: Some(Bilingual::new(
                "样板证明这个情景量的是什么；样板不成立，分数就没有凭据。",
                "Goldens prove what a scene measures; where one fails, its scores prove nothing.",
            )),
            help: Some(Bilingual::new(help.0, help.1)),
        };
        let name = &golden.name;
        let session = match play_golden(scenario, rubric, golden, Lang::Zh) {
            Ok(session) => session,
            Err(stopped) => {
                let line = written.script.get(stopped.line);
                found.push(about(
                    "golden-stuck",
                    line.and_then(|line| line.span).or(written.name.span),
                    format!("样板“{name}”走到第 {} 行走不下去：{}", stopped.line + 1, stopped.why.zh),
                    format!("Golden \"{name}\" gets stuck at line {}: {}", stopped.line + 1, stopped.why.en),
                    ("改这一行，或改它前面那一轮的去向。", "Change this line, or where the turn before it leads."),
                ));
                continue;
            }
        };
        if !session.state().is_over() {
            found.push(about(
                "golden-unfinished",
                written.script.last().and_then(|line| line.span).or(written.name.span),
                format!("样板“{name}”没走到结尾。"),
                format!("Golden \"{name}\" doesn't reach an ending."),
                ("把剧本接着写到情景结束。", "Go on writing the script until the scene ends."),
            ));
            continue;
        }
        let card = session.scorecard();
        if card.pass != golden.passes {
            let score = card.score.map_or("—".to_owned(), |score| score.to_string());
            let (zh, en) = if card.pass { ("通过了", "passes") } else { ("没通过", "does not pass") };
            found.push(about(
                "golden-pass",
                written.name.span,
                format!("样板“{name}”得 {score} 分，{zh}，与声明的相反。"),
                format!("Golden \"{name}\" scores {score} and {en}, against what it declares."),
                ("要么改剧本或情景，要么改 `passes`。", "Change the script or the scene, or `passes`."),
            ));
        }
        if let Some(score) = card.score {
            if let Some((before, better)) = last.filter(|(before, _)| score > *before) {
                found.push(about(
                    "golden-order",
                    written.name.span,
                    format!("样板“{name}”（{score} 分）高过排在前面的“{better}”（{before} 分）。"),
                    format!(
                        "Golden \"{name}\" ({score}) scores above \"{better}\" ({before}), which is listed before it."
                    ),
                    (
                        "样板按得分从高到低排；次序不对，说明情景奖励错了东西。",
                        "Goldens are listed best score first; a wrong order means the scene rewards the wrong thing.",
                    ),
                ));
            }
            last = Some((score, name));
        }
    }
    found
}
