//! Plays: talks a trainer could read, each line checked against the real engine, and every talk replayed.
//!
//! `scene NAME`, `seed N`, `lang zh|en` and `mode exam` come first; `> ACTION` acts as in a script; `= …` says what
//! must hold then. What can be said is in [`holds`].
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that can't go on says so and stops")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use heartfirst::rubric::Rubric;
use heartfirst::session::golden::header;
use heartfirst::session::load::load;
use heartfirst::session::script::parse_line;
use heartfirst::session::{Effect, Gate, Mode, Phase, Refused, Session, TurnCard, What, settings};
use heartfirst::text::Lang;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plays")
}

/// A talk under test, and what its last action led to.
struct Play {
    session: Session,
    lang: Lang,
    /// Entries of the talk before the last action.
    before: usize,
    refused: Option<Refused>,
}

impl Play {
    fn open(scene: &str, seed: u64, lang: Lang, mode: Mode) -> Self {
        let name = format!("{scene}.ron");
        let bytes = fs::read(folder().join(&name)).expect("the scene of the play");
        let rubric = Arc::new(Rubric::builtin());
        let loaded = load(&name, &bytes, &rubric);
        assert!(loaded.diagnostics.is_empty(), "{name} is sound: {:?}", loaded.diagnostics);
        let scenario = loaded.scenario.expect("a scene");
        let mut header = header(&scenario, &rubric, seed, lang);
        header.mode = mode;
        Self { session: Session::open(scenario, rubric, header), lang, before: 0, refused: None }
    }

    fn act(&mut self, line: &str) {
        self.before = self.session.talk().entries().len();
        let action = parse_line(line).expect("an action").expect("not a comment");
        let event = action.event(&self.session, self.lang);
        self.refused = self.session.act(event, 0).err();
    }

    /// What the last action led to.
    fn effects(&self) -> impl Iterator<Item = &Effect> {
        self.session.talk().entries()[self.before..].iter().filter_map(|entry| match &entry.what {
            What::Effect(effect) => Some(effect),
            What::Trainee(_) => None,
        })
    }

    fn said(&self) -> Vec<String> {
        let scenario = self.session.scenario();
        self.effects()
            .filter_map(|effect| match effect {
                Effect::Says(line) => {
                    let who = line.speaker(scenario).get(self.lang);
                    Some(format!("{who}: {}", line.words(scenario).get(self.lang)))
                }
                _ => None,
            })
            .collect()
    }

    fn card(&self) -> Option<&TurnCard> {
        self.effects().find_map(|effect| match effect {
            Effect::Judged(card) => Some(card),
            _ => None,
        })
    }

    /// Does `claim` hold? `Err` with what holds instead.
    fn holds(&self, claim: &str) -> Result<(), String> {
        let (word, rest) = claim.split_once(' ').unwrap_or((claim, ""));
        let scenario = self.session.scenario();
        let state = self.session.state();
        let lang = self.lang;
        let found = |wanted: bool, instead: String| if wanted { Ok(()) } else { Err(instead) };
        let names = |ids: Vec<&str>| found(ids.contains(&rest), format!("{ids:?}"));
        match word {
            "heat" => number(rest, f64::from(state.emotion.heat.get())),
            "trust" => number(rest, f64::from(state.emotion.trust.get())),
            "feel" => number(rest, self.card().map_or(-1.0, |card| f64::from(card.feel))),
            "order" => number(rest, self.card().and_then(|card| card.order).map_or(-1.0, f64::from)),
            "answers" => number(rest, f64::from(state.answers)),
            "score" => number(rest, self.session.scorecard().score.unwrap_or(-1.0)),
            "recovery" => number(rest, self.session.scorecard().r.unwrap_or(-1.0)),
            "gate" => found((state.gate == Gate::Open) == (rest == "open"), format!("{:?}", state.gate)),
            "turn" => found(scenario.turn(state.turn).id == rest, scenario.turn(state.turn).id.clone()),
            "stage" => {
                let name = scenario.stage(state.stage).name.get(lang);
                found(name.contains(rest), name.to_owned())
            }
            "says" => found(self.said().iter().any(|line| line.contains(rest)), format!("{:?}", self.said())),
            "nobody" => found(self.said().is_empty() && rest == "speaks", format!("{:?}", self.said())),
            "bounces" => found(self.card().is_some_and(|card| card.bounced), format!("{:?}", self.card())),
            "lands" => found(self.card().is_some_and(|card| !card.bounced), format!("{:?}", self.card())),
            "silence" => found(self.effects().any(|effect| *effect == Effect::Silence), "no silence".to_owned()),
            "shows" => {
                let shown: Vec<&str> =
                    self.card().map(|card| card.shown.iter().map(|seen| seen.shows.id()).collect()).unwrap_or_default();
                found(shown.join(" ") == rest, shown.join(" "))
            }
            "refused" => {
                let why = self.refused.as_ref().map(|refused| refused.message().get(lang).to_owned());
                found(why.as_deref().is_some_and(|why| why.contains(rest)), format!("{why:?}"))
            }
            "warned" => {
                let warned = self.effects().any(|effect| matches!(effect, Effect::Warned(..)));
                found(warned, "no warning".to_owned())
            }
            "hint" => found(self.effects().any(|effect| matches!(effect, Effect::Hint(_))), "no hint".to_owned()),
            "sees" => names(ids(self.effects(), |effect| match effect {
                Effect::Saw(ix) => scenario.clues.get(ix.index()).map(|clue| clue.id.as_str()),
                Effect::NothingToSee => Some("nothing"),
                _ => None,
            })),
            "learns" => names(ids(self.effects(), |effect| match effect {
                Effect::Learned(ix) => scenario.facts.get(ix.index()).map(|fact| fact.id.as_str()),
                _ => None,
            })),
            "notes" => names(ids(self.effects(), |effect| match effect {
                Effect::NotedDown(ix) => scenario.facts.get(ix.index()).map(|fact| fact.id.as_str()),
                _ => None,
            })),
            "agrees" => names(ids(self.effects(), |effect| match effect {
                Effect::Agreed(ix) => scenario.agreements.get(ix.index()).map(|one| one.id.as_str()),
                _ => None,
            })),
            "promises" => names(ids(self.effects(), |effect| match effect {
                Effect::Promised(ix) => scenario.promises.get(ix.index()).map(|one| one.id.as_str()),
                _ => None,
            })),
            "keeps" => names(ids(self.effects(), |effect| match effect {
                Effect::PromiseKept(ix) => scenario.promises.get(ix.index()).map(|one| one.id.as_str()),
                _ => None,
            })),
            "breaks" => names(ids(self.effects(), |effect| match effect {
                Effect::PromiseBroken(ix) => scenario.promises.get(ix.index()).map(|one| one.id.as_str()),
                _ => None,
            })),
            "offers" => {
                let mark = |offered: &heartfirst::session::Offered<'_>| {
                    format!("{}{}", offered.reply.id, if offered.unavailable.is_some() { "!" } else { "" })
                };
                let offered: Vec<String> = state.offered(scenario).iter().map(mark).collect();
                found(offered.join(" ") == rest, offered.join(" "))
            }
            "settings" => {
                let here = settings(scenario, state);
                let here: Vec<String> = here
                    .iter()
                    .map(|(_, setting, why)| format!("{}{}", setting.id, if why.is_some() { "!" } else { "" }))
                    .collect();
                found(here.join(" ") == rest, here.join(" "))
            }
            "ends" => {
                let ending = match state.phase {
                    Phase::Over { ending, .. } => scenario.endings.get(ending.index()).map(|one| one.id.as_str()),
                    Phase::Answering => None,
                };
                found(ending == Some(rest), format!("{ending:?}"))
            }
            "goes" => found(!state.is_over() && rest == "on", format!("{:?}", state.phase)),
            "outcome" => {
                let outcome = state.outcome(scenario).map(heartfirst::rubric::Outcome::id);
                found(outcome == Some(rest), format!("{outcome:?}"))
            }
            "point" => {
                let (id, wanted) = rest.split_once(' ').expect("point ID STATE");
                let card = self.session.scorecard();
                let point = card.points.iter().find(|score| score.point.id() == id).expect("a point");
                found(point.state.id() == wanted, point.state.id().to_owned())
            }
            "passes" => found(self.session.scorecard().pass, "it does not".to_owned()),
            "capped" => found(!self.session.scorecard().caps.is_empty(), "nothing holds it down".to_owned()),
            _ => Err(format!("nothing is known of `{word}`")),
        }
    }
}

fn ids<'a>(effects: impl Iterator<Item = &'a Effect>, id: impl Fn(&Effect) -> Option<&'a str>) -> Vec<&'a str> {
    effects.filter_map(id).collect()
}

/// `61`, `below 40`, `at least 40`, `none`.
fn number(claim: &str, value: f64) -> Result<(), String> {
    let figure = |text: &str| text.parse::<f64>().map_err(|_| format!("`{text}` is no number"));
    let holds = if claim == "none" {
        value < 0.0
    } else if let Some(most) = claim.strip_prefix("below ") {
        value < figure(most)?
    } else if let Some(least) = claim.strip_prefix("at least ") {
        value >= figure(least)?
    } else {
        (value - figure(claim)?).abs() < 1e-9
    };
    if holds { Ok(()) } else { Err(value.to_string()) }
}

/// Plays a file; each slip names its line.
fn perform(name: &str, text: &str) -> Vec<String> {
    let (mut scene, mut seed, mut lang, mut mode) = (String::new(), 1, Lang::Zh, Mode::Alone);
    let mut play: Option<Play> = None;
    let mut slips = Vec::new();
    let mut allowed = true;
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        let here = format!("{name}:{}", at + 1);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(action) = line.strip_prefix("> ") {
            let play = play.get_or_insert_with(|| Play::open(&scene, seed, lang, mode));
            if !allowed {
                slips.push(format!("{here}: the action before was refused: {:?}", play.refused));
            }
            play.act(action);
            allowed = play.refused.is_none();
        } else if let Some(claim) = line.strip_prefix("= ") {
            let play = play.get_or_insert_with(|| Play::open(&scene, seed, lang, mode));
            allowed |= claim.starts_with("refused");
            if let Err(instead) = play.holds(claim) {
                slips.push(format!("{here}: `{claim}` does not hold: {instead}"));
            }
        } else {
            assert!(play.is_none(), "{here}: settings come before the first action");
            match line.split_once(' ') {
                Some(("scene", name)) => name.clone_into(&mut scene),
                Some(("seed", number)) => seed = number.parse().expect("a seed"),
                Some(("lang", code)) => lang = Lang::from_code(code).expect("a language"),
                Some(("mode", "exam")) => mode = Mode::Exam,
                _ => slips.push(format!("{here}: `{line}` makes no sense")),
            }
        }
    }
    let play = play.expect("a play with actions");
    if !allowed {
        slips.push(format!("{name}: the last action was refused: {:?}", play.refused));
    }
    slips.extend(replayed(name, &play.session));
    slips
}

/// The journal gives the same talk and the same score again.
fn replayed(name: &str, session: &Session) -> Option<String> {
    let again = session.journal().replay(session.scenario(), session.rubric());
    let Ok(again) = again else { return Some(format!("{name}: the journal can't be replayed: {again:?}")) };
    let same = again.talk().entries() == session.talk().entries() && again.scorecard() == session.scorecard();
    (!same).then(|| format!("{name}: the replay differs"))
}

#[test]
fn every_play_holds() {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder()).expect("tests/plays").map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "play"));
    files.sort();
    assert!(files.len() >= 8, "the plays are there: {}", files.len());
    let perform_file = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a play");
        perform(&path.file_name().expect("a name").to_string_lossy(), &text)
    };
    let slips: Vec<String> = files.iter().flat_map(perform_file).collect();
    assert!(slips.is_empty(), "\n{}", slips.join("\n"));
}

/// A play that claims what isn't so is caught, at its line.
#[test]
fn false_claims_are_caught() {
    let text = "scene corner-shop\n> pick swap\n= heat below 10\n= gate open\n= lands\n= says Guten Tag\n= turn plan\n";
    let slips = perform("false", text);
    let lines: Vec<&str> = slips.iter().filter_map(|slip| slip.split(": ").next()).collect();
    assert_eq!(lines, ["false:3", "false:4", "false:5", "false:6", "false:7"]);
    assert!(perform("refused", "scene corner-shop\n> pick nothing\n").len() == 1);
}

/// The scene of the plays keeps the rules for scenes.
#[test]
fn the_scene_keeps_the_rules() {
    let bytes = fs::read(folder().join("corner-shop.ron")).expect("the scene");
    let parsed = heartfirst::scenario::parse::parse("corner-shop.ron", &bytes);
    let document = parsed.document.expect("a document");
    let found = heartfirst::scenario::rules::check_file(&document, "corner-shop.ron");
    assert!(found.is_empty(), "{found:#?}");
}
