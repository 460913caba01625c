//! What the core costs. Proves nothing about a machine: look at the ratios within one run.
//!
//! `cargo bench` (or `cargo bench --no-default-features`, which builds no window).

use std::hint::black_box;
use std::sync::Arc;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use heartfirst::reading::Reader;
use heartfirst::rubric::Rubric;
use heartfirst::scenario::Scenario;
use heartfirst::scenario::document::Document;
use heartfirst::session::debrief::debrief;
use heartfirst::session::golden::play_golden;
use heartfirst::session::load::load;
use heartfirst::session::{Event, Session, read_in, step};
use heartfirst::text::Lang;

const SCENES: [(&str, &[u8]); 2] = [
    ("hotel-pool.ron", include_bytes!("../scenarios/hotel-pool.ron")),
    ("oil-consumption.ron", include_bytes!("../scenarios/oil-consumption.ron")),
];

fn main() {
    divan::main();
}

fn rubric() -> Arc<Rubric> {
    Arc::new(Rubric::builtin())
}

fn scene(rubric: &Arc<Rubric>) -> Arc<Scenario> {
    load(SCENES[0].0, SCENES[0].1, rubric).scenario.expect("a scene")
}

/// The golden called excellent, as it went.
fn excellent(rubric: &Arc<Rubric>) -> Session {
    let scene = scene(rubric);
    let golden = scene.golden("excellent").expect("a golden").clone();
    play_golden(&scene, rubric, &golden, Lang::Zh).expect("it plays")
}

/// Picks at random, talk after talk: what a simulation of thousands of talks would cost.
#[divan::bench]
fn step_picks(bencher: Bencher) {
    let rubric = rubric();
    let scene = scene(&rubric);
    let mut dice = 0x9e37_79b9_u64;
    let mut draw = move |many: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        usize::try_from(dice % many.max(1) as u64).unwrap_or(0)
    };
    bencher.counter(ItemsCount::new(1000_usize)).bench_local(|| {
        let mut state = heartfirst::session::open(&scene, &rubric, 1).0;
        for _ in 0..1000 {
            let offered = state.offered(&scene);
            let id = offered.get(draw(offered.len())).map(|offer| offer.reply.id.clone());
            let next = id.and_then(|id| step(&scene, &rubric, &state, &Event::Picked(id)).ok());
            state = match next {
                Some((next, _)) if !next.is_over() => next,
                _ => heartfirst::session::open(&scene, &rubric, 1).0,
            };
        }
        black_box(state.answers)
    });
}

/// Replies of about 20, 60 and 200 characters.
const REPLIES: [(&str, Lang, &str); 2] = [
    ("zh", Lang::Zh, "真对不住，林先生，八点五十的车，池子九点才开，换谁都窝火。您先说，我都记着。"),
    ("en", Lang::En, "I'm sorry, Mr Lin: a pool that opens at nine is no use to somebody whose car leaves at ten to. "),
];

fn reply(which: usize, length: usize) -> (Lang, String) {
    let (_, lang, text) = REPLIES[which];
    (lang, text.chars().cycle().take(length).collect())
}

#[divan::bench(args = [20, 60, 200])]
fn read_zh(bencher: Bencher, length: usize) {
    read(bencher, reply(0, length));
}

#[divan::bench(args = [20, 60, 200])]
fn read_en(bencher: Bencher, length: usize) {
    read(bencher, reply(1, length));
}

fn read(bencher: Bencher, (lang, text): (Lang, String)) {
    let rubric = rubric();
    let scene = scene(&rubric);
    bencher.counter(BytesCount::of_str(&text)).bench(|| read_in(&scene, black_box(&text), "", &[], lang));
}

/// Parse, check, resolve and play the goldens; compare with `bare_ron`.
#[divan::bench(args = [0, 1])]
fn check(bencher: Bencher, which: usize) {
    let rubric = rubric();
    let (name, bytes) = SCENES[which];
    bencher.counter(BytesCount::of_slice(bytes)).bench(|| load(name, black_box(bytes), &rubric).diagnostics.len());
}

/// The floor under `check`: the same file into the same document, and nothing else.
#[divan::bench(args = [0, 1])]
fn bare_ron(bencher: Bencher, which: usize) {
    let bytes = SCENES[which].1;
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    bencher.counter(BytesCount::of_slice(bytes)).bench(|| options.from_bytes::<Document>(black_box(bytes)).is_ok());
}

/// The lexicon of both languages, as at the first typed reply.
#[divan::bench]
fn start_reader(bencher: Bencher) {
    let packs: Vec<(String, String)> = ["zh", "en"]
        .iter()
        .flat_map(|lang| ["common", "feeling", "issue", "harm"].map(|part| format!("{lang}/{part}")))
        .map(|name| {
            let path = format!("{}/assets/lexicon/{name}.ron", env!("CARGO_MANIFEST_DIR"));
            (name, std::fs::read_to_string(path).expect("a pack"))
        })
        .collect();
    let packs: Vec<(&str, &str)> = packs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    bencher.bench(|| Reader::of(black_box(&packs)).faults().len());
}

/// A finished talk from its journal to all that the debrief shows.
#[divan::bench]
fn replay_and_debrief(bencher: Bencher) {
    let rubric = rubric();
    let session = excellent(&rubric);
    bencher.bench(|| {
        let again = session.journal().replay(session.scenario(), &rubric).expect("it replays");
        debrief(&again).steps.len()
    });
}

/// The replay alone.
#[divan::bench]
fn replay(bencher: Bencher) {
    let rubric = rubric();
    let session = excellent(&rubric);
    bencher.bench(|| session.journal().replay(session.scenario(), &rubric).is_ok());
}
