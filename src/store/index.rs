//! The heads of all attempts in one file, so that a long list opens at once. Holds nothing that the attempts don't.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::attempts::hex;
use super::disk::Listed;
use crate::learning::{Head, Summary};
use crate::rubric::{KeyPoint, PointState};
use crate::session::{Header, Mode};
use crate::text::Lang;

/// What the first line begins with; another number is another shape, and the file is made again.
const TITLE: &str = "heartfirst-heads 1 ";

/// Heads by the file they were read from. A file whose length changed is read again.
pub type Known = BTreeMap<Listed, Head>;

/// The nine: which, state and credit.
type Points = Vec<(u8, PointState, Option<f64>)>;
/// Finish, score, range, the three parts, pass.
type Figures = (String, Option<f64>, Option<(f64, f64)>, Option<f64>, Option<f64>, Option<f64>, bool);

/// One head as a row: positions instead of names keep ten thousand of them small.
#[derive(Serialize, Deserialize)]
struct Row(
    (String, u64),
    (u32, String, String, String, String, String),
    (u64, Lang, Mode, String, String),
    Figures,
    Points,
    (Vec<String>, String, String, bool, u32, u32),
);

/// The bytes of the index; heads that a row can't hold are left out, and read from their files.
#[must_use]
pub fn write(known: &Known) -> Vec<u8> {
    let rows: Vec<Row> = known.iter().filter_map(|(file, head)| row(file, head)).collect();
    let body = serde_json::to_vec(&rows).unwrap_or_default();
    let mut bytes = format!("{TITLE}{}\n", hex(&body)).into_bytes();
    bytes.extend(body);
    bytes
}

/// Reads an index; empty where it is garbled in any way: it is only a copy.
#[must_use]
pub fn read(bytes: &[u8]) -> Known {
    let body = || {
        let rest = bytes.strip_prefix(TITLE.as_bytes())?;
        let at = rest.iter().position(|byte| *byte == b'\n')?;
        let (seal, body) = (rest.get(..at)?, rest.get(at + 1..)?);
        (seal == hex(body).as_bytes()).then_some(body)
    };
    let rows: Vec<Row> = body().and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default();
    rows.into_iter().map(head).collect()
}

fn row(file: &Listed, head: &Head) -> Option<Row> {
    let (header, result) = (head.header.clone(), head.result.clone());
    let points = result.points.iter().map(|(id, (state, credit))| {
        let ix = KeyPoint::IDS.iter().position(|known| known == id)?;
        Some((u8::try_from(ix).ok()?, *state, *credit))
    });
    // JSON has no words for infinities: such figures can only come from edited files.
    let figures = [result.score, result.e, result.k, result.r, result.range.map(|range| range.0 + range.1)];
    let credits = result.points.values().map(|(_, credit)| *credit);
    if !figures.into_iter().chain(credits).flatten().all(f64::is_finite) {
        return None;
    }
    let points: Points = points.collect::<Option<_>>()?;
    Some(Row(
        (file.name.clone(), file.length),
        (header.format, header.app, header.id, header.scenario, header.fingerprint, header.rubric),
        (header.seed, header.lang, header.mode, header.started, header.trainee),
        (result.finished, result.score, result.range, result.e, result.k, result.r, result.pass),
        points,
        (result.caps, result.outcome, result.ending, result.assisted, result.picked, result.typed),
    ))
}

fn head(row: Row) -> (Listed, Head) {
    let Row((name, length), header, play, figures, points, rest) = row;
    let (format, app, id, scenario, fingerprint, rubric) = header;
    let (seed, lang, mode, started, trainee) = play;
    let (finished, score, range, e, k, r, pass) = figures;
    let (caps, outcome, ending, assisted, picked, typed) = rest;
    let header = Header { format, app, id, scenario, fingerprint, rubric, seed, lang, mode, started, trainee };
    let named = |(ix, state, credit): (u8, PointState, Option<f64>)| {
        KeyPoint::IDS.get(usize::from(ix)).map(|id| ((*id).to_owned(), (state, credit)))
    };
    let points = points.into_iter().filter_map(named).collect();
    let result =
        Summary { finished, score, range, e, k, r, pass, points, caps, outcome, ending, assisted, picked, typed };
    (Listed { name, length }, Head { header, result })
}
