//! What holds whatever the trainee does and whatever an author writes. Knows no scene by name.

mod house;

use std::sync::{Arc, LazyLock};

use heartfirst::learning::Attempt;
use heartfirst::rubric::Rubric;
use heartfirst::scenario::Scenario;
use heartfirst::session::debrief::debrief;
use heartfirst::session::golden::header;
use heartfirst::session::load::load;
use heartfirst::session::{Event, Mode, Refused, Session, settings, typed};
use heartfirst::text::{Bilingual, Lang};
use house::journal_again;
use proptest::collection::vec;
use proptest::prelude::*;

static RUBRIC: LazyLock<Arc<Rubric>> = LazyLock::new(house::rubric);
static SCENES: LazyLock<Vec<Arc<Scenario>>> = LazyLock::new(|| house::all(&RUBRIC));
static TEXTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let name = |path: &std::path::Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    house::files().iter().map(|path| (name(path), std::fs::read(path).expect("a scene"))).collect()
});

/// What the trainee tries; numbers are taken modulo what there is.
#[derive(Debug, Clone)]
enum Try {
    Pick(usize),
    PickNamed(String),
    Say(String),
    SayReply(usize, usize),
    Listen,
    Observe,
    Note(usize),
    Change(usize),
    Breathe,
    Hint,
    Leave,
}

/// Words as trainees type them, cut and mixed, with what a keyboard can add to them.
const WORDS: [&str; 28] = [
    "对不起",
    "我能理解您的心情",
    "您先别急",
    "我马上帮您查",
    "这是公司规定",
    "明天上午十点前给您回电话",
    "不可能",
    "您听我说",
    "麻烦您",
    "泡了半小时",
    "孩子",
    "，",
    "。",
    "“",
    "\n",
    "9:30",
    "😀",
    "ＡＢＣ",
    "I'm sorry",
    "I understand",
    "that's our policy",
    "calm down",
    "by ten tomorrow",
    "not my fault",
    ". ",
    ", but ",
    "\u{200b}",
    "\u{202e}",
];

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => vec(prop::sample::select(WORDS.to_vec()), 0..12).prop_map(|parts| parts.concat()),
        1 => "\\PC{0,60}",
        1 => any::<String>().prop_map(|text| text.chars().take(80).collect()),
    ]
}

fn attempt_at() -> impl Strategy<Value = Try> {
    let n = 0..1000_usize;
    prop_oneof![
        20 => n.clone().prop_map(Try::Pick),
        1 => "[a-z-]{0,12}".prop_map(Try::PickNamed),
        5 => words().prop_map(Try::Say),
        3 => (n.clone(), n.clone()).prop_map(|(turn, reply)| Try::SayReply(turn, reply)),
        3 => Just(Try::Listen),
        2 => Just(Try::Observe),
        2 => n.clone().prop_map(Try::Note),
        2 => n.prop_map(Try::Change),
        2 => Just(Try::Breathe),
        1 => Just(Try::Hint),
        1 => prop::bool::weighted(0.1).prop_map(|leaves| if leaves { Try::Leave } else { Try::Observe }),
    ]
}

fn at<T>(list: &[T], n: usize) -> Option<&T> {
    list.get(n.checked_rem(list.len())?)
}

/// The event that is meant, whether it can happen or not.
fn event(session: &Session, tried: &Try, lang: Lang) -> Event {
    let scene = session.scenario();
    let state = session.state();
    match tried {
        Try::Pick(n) => {
            let offered = state.offered(scene);
            Event::Picked(at(&offered, *n).map_or_else(|| "listen".to_owned(), |offered| offered.reply.id.clone()))
        }
        Try::PickNamed(id) => Event::Picked(id.clone()),
        Try::Say(words) => typed(session, words, lang),
        // A written reply typed word for word, also where it doesn't belong.
        Try::SayReply(turn, reply) => {
            let reply = at(&scene.turns, *turn).and_then(|turn| at(&turn.replies, *reply));
            typed(session, reply.map_or("", |reply| reply.text.get(lang)), lang)
        }
        Try::Listen => Event::Listened,
        Try::Observe => Event::Observed,
        Try::Note(n) => Event::Noted(at(&scene.facts, *n).map_or_else(String::new, |fact| fact.id.clone())),
        Try::Change(n) => {
            let there = settings(scene, state);
            Event::ChangedSetting(at(&there, *n).map_or_else(String::new, |(_, setting, _)| setting.id.clone()))
        }
        Try::Breathe => Event::Breathed,
        Try::Hint => Event::HintAsked,
        Try::Leave => Event::Left,
    }
}

fn opened(scene: usize, seed: u64, mode: Mode, lang: Lang) -> Session {
    let scene = at(&SCENES, scene).expect("scenes");
    let mut header = header(scene, &RUBRIC, seed, lang);
    header.mode = mode;
    Session::open(Arc::clone(scene), Arc::clone(&RUBRIC), header)
}

/// What must hold of a talk at any moment.
fn sound(session: &Session) -> Result<(), TestCaseError> {
    let emotion = session.state().emotion;
    prop_assert!(emotion.heat.get() <= 100 && emotion.trust.get() <= 100, "{emotion:?}");
    let card = session.scorecard();
    let within = |value: f64| (0.0..=100.0).contains(&value);
    for (name, figure) in [("score", card.score), ("e", card.e), ("k", card.k), ("r", card.r)] {
        prop_assert!(figure.is_none_or(within), "{name}: {figure:?}");
    }
    if let (Some(score), Some((low, high))) = (card.score, card.range) {
        prop_assert!(within(low) && within(high) && low <= score && score <= high, "{low} ≤ {score} ≤ {high}");
    }
    prop_assert_eq!(card.score.is_some(), card.range.is_some());
    prop_assert!(!card.pass || card.score.is_some(), "nothing passes without a score");
    for point in card.points {
        prop_assert!(point.credit.is_none_or(|credit| (0.0..=1.0).contains(&credit)), "{point:?}");
    }
    Ok(())
}

fn said(words: &Bilingual) -> bool {
    !words.zh.trim().is_empty() && !words.en.trim().is_empty()
}

/// A debrief can always be given, and no mark stands without words.
fn explained(session: &Session) -> Result<(), TestCaseError> {
    let debrief = debrief(session);
    prop_assert!(said(&debrief.headline) && said(&debrief.closing), "{:?}", debrief.headline);
    for row in &debrief.points {
        prop_assert!(!row.marks.is_empty() || said(&row.never), "{:?} says why it has no mark", row.point);
        for mark in &row.marks {
            prop_assert!(said(&mark.line) && said(&mark.cue), "{:?}: {mark:?}", row.point);
            prop_assert!(mark.quote.as_ref().is_none_or(said), "{:?}: {mark:?}", row.point);
            prop_assert!(mark.step.is_none_or(|step| step < debrief.steps.len()), "{:?}: {mark:?}", row.point);
        }
    }
    for cap in &debrief.caps {
        prop_assert!(said(&cap.name) && cap.quotes.iter().all(said), "{cap:?}");
    }
    let inside = |step: usize| step < debrief.steps.len();
    prop_assert!(debrief.best.is_none_or(inside) && debrief.turning.is_none_or(inside));
    prop_assert!(debrief.not_yet.iter().copied().all(inside));
    Ok(())
}

fn walk(session: &mut Session, tries: &[Try], lang: Lang) -> Result<(), TestCaseError> {
    for (n, tried) in (0_u64..).zip(tries) {
        let event = event(session, tried, lang);
        let events = session.journal().events.len();
        let before = (session.state().emotion, session.state().turn, session.talk().entries().len());
        let over = session.state().is_over();
        match session.act(event, n * 1000) {
            Ok(()) => prop_assert!(!over && session.journal().events.len() == events + 1),
            Err(refused) => {
                let after = (session.state().emotion, session.state().turn, session.talk().entries().len());
                prop_assert_eq!(before, after, "refused, so nothing has changed");
                prop_assert_eq!(session.journal().events.len(), events);
                prop_assert!(said(&refused.message()), "{refused:?} says why");
                prop_assert_eq!(over, refused == Refused::Over, "{:?}", refused);
            }
        }
        sound(session)?;
    }
    Ok(())
}

fn mode() -> impl Strategy<Value = Mode> {
    prop_oneof![Just(Mode::Coached), Just(Mode::Alone), Just(Mode::Exam)]
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Zh), Just(Lang::En)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any walk through any scene: always sound, always explained, replayed to the letter, closed once over.
    #[test]
    fn any_talk_is_sound_and_can_be_explained(
        scene in 0..8_usize, seed: u64, mode in mode(), lang in lang(), tries in vec(attempt_at(), 0..45),
    ) {
        let mut session = opened(scene, seed, mode, lang);
        walk(&mut session, &tries, lang)?;
        explained(&session)?;
        // A journal goes through its text and comes back the same talk.
        let again = journal_again(&session);
        prop_assert_eq!(again.talk().entries(), session.talk().entries());
        prop_assert_eq!(again.scorecard(), session.scorecard());
        if !session.state().is_over() {
            prop_assert_eq!(session.act(Event::Left, 0), Ok(()));
            explained(&session)?;
        }
        prop_assert_eq!(session.act(Event::Listened, 0), Err(Refused::Over));
        prop_assert!(session.state().outcome(session.scenario()).is_some());
        let attempt = Attempt::of(&session, "2026-01-01T00:00:00Z");
        prop_assert_eq!(attempt.verify(session.scenario(), &RUBRIC), []);
        let kept: Attempt = ron::from_str(&ron::to_string(&attempt).unwrap()).unwrap();
        prop_assert_eq!(kept, attempt);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Picking at random always reaches an end, and never at a place without a way on.
    #[test]
    fn picking_on_always_ends(scene in 0..8_usize, seed: u64, picks in vec(0..1000_usize, 400)) {
        let mut session = opened(scene, seed, Mode::Alone, Lang::Zh);
        for n in picks {
            if session.state().is_over() {
                break;
            }
            let there = session.state().offered(session.scenario()).iter().any(|reply| reply.unavailable.is_none());
            prop_assert!(there, "turn {} offers a reply", session.scenario().turn(session.state().turn).id);
            let event = event(&session, &Try::Pick(n), Lang::Zh);
            let _ = session.act(event, 0);
        }
        prop_assert!(session.state().is_over());
        sound(&session)?;
        explained(&session)?;
    }

    /// Typing something unreadable and nothing else tires the customer out: the talk ends by itself.
    #[test]
    fn unreadable_answers_end_too(scene in 0..8_usize, seed: u64, words in "[a-z]{3,9}( [a-z]{3,9}){0,3}") {
        let mut session = opened(scene, seed, Mode::Alone, Lang::En);
        for _ in 0..300 {
            if session.state().is_over() {
                break;
            }
            let event = typed(&session, &words, Lang::En);
            prop_assert_eq!(session.act(event, 0), Ok(()));
        }
        prop_assert!(session.state().is_over());
        explained(&session)?;
    }
}

/// How an author's slip changes a file.
#[derive(Debug, Clone)]
enum Slip {
    Cut(usize, usize),
    Insert(usize, String),
    Byte(usize, u8),
    Swap(usize, usize),
    End(usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    let n = any::<usize>();
    let written = prop_oneof![
        Just("，"),
        Just("“"),
        Just("\""),
        Just("("),
        Just("["),
        Just("]),"),
        Just("\u{feff}"),
        Just("99999999999"),
        Just("turns: ["),
        Just("id: \"x\","),
        Just("/*"),
        Just("\u{202e}"),
        Just("true"),
        Just("Some("),
    ];
    prop_oneof![
        (n, 1..400_usize).prop_map(|(at, many)| Slip::Cut(at, many)),
        (n, written).prop_map(|(at, text)| Slip::Insert(at, text.to_owned())),
        (n, any::<u8>()).prop_map(|(at, byte)| Slip::Byte(at, byte)),
        (n, n).prop_map(|(a, b)| Slip::Swap(a, b)),
        n.prop_map(Slip::End),
    ]
}

fn slipped(bytes: &mut Vec<u8>, slip: &Slip) {
    let place = |n: usize, bytes: &[u8]| n % bytes.len().max(1);
    match slip {
        Slip::Cut(at, many) => {
            let at = place(*at, bytes);
            bytes.drain(at..(at + many).min(bytes.len()));
        }
        Slip::Insert(at, text) => {
            let at = place(*at, bytes).min(bytes.len());
            bytes.splice(at..at, text.bytes());
        }
        Slip::Byte(at, byte) => {
            let at = place(*at, bytes);
            if let Some(old) = bytes.get_mut(at) {
                *old = *byte;
            }
        }
        Slip::Swap(a, b) => {
            // Two lines change places.
            let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
            let (a, b) = (a % lines.len(), b % lines.len());
            lines.swap(a, b);
            *bytes = lines.join(&b'\n');
        }
        Slip::End(at) => bytes.truncate(place(*at, bytes)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// However a scene is garbled: an answer in words, never a panic; what can't be played says why.
    #[test]
    fn garbled_scenes_are_answered_in_words(scene in 0..8_usize, slips in vec(slip(), 1..4)) {
        let (name, bytes) = at(&TEXTS, scene).expect("scenes");
        let mut bytes = bytes.clone();
        for slip in &slips {
            slipped(&mut bytes, slip);
        }
        let loaded = load(name, &bytes, &RUBRIC);
        prop_assert!(loaded.scenario.is_some() || !loaded.diagnostics.is_empty(), "it says why");
        for found in &loaded.diagnostics {
            prop_assert!(said(&found.message), "{found:?}");
            let inside = |span: heartfirst::diag::Span| span.range().end <= loaded.source.text().len();
            prop_assert!(found.span.is_none_or(inside), "{found:?}");
        }
    }

    /// The same for what was never a scene.
    #[test]
    fn any_bytes_are_answered_in_words(bytes in vec(any::<u8>(), 0..600)) {
        let loaded = load("any.ron", &bytes, &RUBRIC);
        prop_assert!(loaded.scenario.is_none() && !loaded.diagnostics.is_empty());
    }
}
