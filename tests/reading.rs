//! Reading typed replies, seen from outside: every rule's own sentences, pictures of evidence, context, and any input.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::path::Path;

use heartfirst::reading::{Context, Guess, Reader, Reading, Rule, Scope, read, read_with};
use heartfirst::rubric::{Move, Strength, Words};
use heartfirst::text::Lang;
use proptest::prelude::*;

fn context(lang: Lang) -> Context<'static> {
    Context { lang, ..Context::default() }
}

// The lexicon proves itself.

#[test]
fn the_lexicon_is_sound() {
    assert_eq!(Reader::builtin().faults(), []);
}

#[test]
fn every_move_has_a_rule_in_both_languages() {
    for lang in Lang::ALL {
        let rules = Reader::builtin().rules(lang);
        let missing: Vec<&str> = Move::ALL
            .iter()
            .filter(|shows| !rules.iter().any(|rule| rule.shows == **shows))
            .map(|shows| shows.id())
            .collect();
        assert!(missing.is_empty(), "{lang:?}: {missing:?}");
    }
}

#[test]
fn every_rule_passes_its_own_sentences() {
    let mut wrong = String::new();
    for lang in Lang::ALL {
        for rule in Reader::builtin().rules(lang) {
            // A rule that never counts by itself has nothing to say yes to.
            if (rule.yes.len() < 2 && !rule.miss_only) || rule.no.len() < 2 {
                let _ = writeln!(wrong, "{}: two sentences of each kind are the least", rule.id);
            }
            for sentence in rule.yes.iter().filter(|sentence| !shown(rule, lang, sentence)) {
                let _ = writeln!(wrong, "{}: misses {sentence}", rule.id);
            }
            for sentence in rule.no.iter().filter(|sentence| shown(rule, lang, sentence)) {
                let _ = writeln!(wrong, "{}: wrongly finds {sentence}", rule.id);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn shown(rule: &Rule, lang: Lang, sentence: &str) -> bool {
    let customer = rule.after.first().map_or("", String::as_str);
    read(Reader::builtin(), sentence, &Context { customer, ..context(lang) }).shows(rule.shows)
}

#[test]
fn a_broken_pack_is_left_out_and_named() {
    let reader = Reader::of(&[
        ("mine", "(lang: zh, rules: [(id: \"a\", shows: thank, any: [\"[谢\"], yes: [], no: [])])"),
        ("other", "("),
    ]);
    let places: Vec<&str> = reader.faults().iter().map(|fault| fault.place.as_str()).collect();
    assert_eq!(places, ["other", "a"]);
    assert_eq!(read(&reader, "谢谢您", &context(Lang::Zh)).moves, []);
}

// Pictures: a reply, and beneath it what counts and what nearly did.

#[test]
fn chinese_pictures() {
    check_pictures(Lang::Zh);
}

#[test]
fn english_pictures() {
    check_pictures(Lang::En);
}

#[track_caller]
fn check_pictures(lang: Lang) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evidence").join(lang.code());
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 6);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let drawn: Vec<String> = text.trim_end().split("\n---\n").map(|case| draw(case, lang)).collect();
        let drawn = drawn.join("\n---\n") + "\n";
        if std::env::var_os("DRAW").is_some() {
            std::fs::write(&file, &drawn).unwrap();
            continue;
        }
        assert!(text == drawn, "{}\nwritten:\n{text}\nread:\n{drawn}", file.display());
    }
}

/// The case with its picture drawn anew: title, `customer:`, `earlier:` and `>` lines stay, the rest is what was read.
fn draw(case: &str, lang: Lang) -> String {
    let line = |mark: &str| case.lines().find_map(|line| line.strip_prefix(mark)).unwrap_or_default();
    let reply = line("> ");
    let earlier: Vec<String> =
        case.lines().filter_map(|line| line.strip_prefix("earlier: ")).map(str::to_owned).collect();
    let head = case.lines().take_while(|line| !line.starts_with("> "));
    let mut drawn: Vec<String> = head.map(str::to_owned).collect();
    drawn.push(format!("> {reply}"));
    let context = Context { customer: line("customer: "), earlier: &earlier, ..context(lang) };
    drawn.extend(picture(reply, &read(Reader::builtin(), reply, &context)));
    drawn.join("\n")
}

fn picture(reply: &str, reading: &Reading) -> Vec<String> {
    let moves = reading.moves.iter().map(|found| format!("{}: {}", found.shows.id(), found.words.of(reply)));
    let misses = reading.near_misses.iter().map(|miss| {
        let scope = format!("{:?}", miss.scope).to_lowercase();
        format!("not {} ({scope}): {}", miss.shows.id(), miss.words.of(reply))
    });
    let lines: Vec<String> = moves.chain(misses).collect();
    if lines.is_empty() { vec!["nothing".to_owned()] } else { lines }
}

// Context.

#[test]
fn names_facts_and_grows_specific() {
    let facts = [("two-top-ups".to_owned(), vec!["加了两次".to_owned()])];
    let burdens = [vec!["接孩子".to_owned()]];
    let context = Context { facts: &facts, burdens: &burdens, ..context(Lang::Zh) };
    let strength = |reply: &str| read(Reader::builtin(), reply, &context).moves.first().map(|found| found.strength);
    let names = |reply: &str| read(Reader::builtin(), reply, &context).names;
    assert_eq!(strength("机油加了两次灯还亮,换谁都窝火。"), Some(Strength::Specific));
    assert_eq!(strength("赶着接孩子还卡在这儿,换谁都急。"), Some(Strength::Specific));
    assert_eq!(strength("换谁都窝火。"), Some(Strength::General));
    assert_eq!(names("机油加了两次灯还亮。"), ["two-top-ups"]);
    assert_eq!(names("没加了两次那么多吧。"), [] as [&str; 0]);
}

#[test]
fn a_promise_within_authority_is_no_overpromise() {
    let authority = ["运费由店里全额承担".to_owned()];
    let reply = "往后您的运费由店里全额承担,永远不收您一分钱。";
    assert!(read(Reader::builtin(), reply, &context(Lang::Zh)).shows(Move::Overpromise));
    let within = Context { authority: &authority, ..context(Lang::Zh) };
    assert!(!read(Reader::builtin(), "运费由店里全额承担,保证不让您多花一分。", &within).shows(Move::Overpromise));
}

#[test]
fn what_was_not_recognised_is_told() {
    let reply = "窗外的桂花今年开得特别早。实在对不起。";
    let reading = read(Reader::builtin(), reply, &context(Lang::Zh));
    assert_eq!(reading.unread.iter().map(|words| words.of(reply)).collect::<Vec<_>>(), ["窗外的桂花今年开得特别早"]);
}

#[test]
fn a_reply_is_read_in_the_language_it_is_typed_in() {
    assert!(read(Reader::builtin(), "I'm so sorry.", &context(Lang::Zh)).shows(Move::Apologise));
    assert!(read(Reader::builtin(), "实在对不起。", &context(Lang::En)).shows(Move::Apologise));
}

#[test]
fn full_width_and_upper_case_read_alike() {
    assert!(
        read(Reader::builtin(), "ＳＯＲＲＹ ＡＢＯＵＴ ＴＨＥ ＷＡＩＴ！", &context(Lang::En)).shows(Move::Apologise)
    );
    assert!(read(Reader::builtin(), "I CAN’T refund that.", &context(Lang::En)).shows(Move::Refuse));
}

#[test]
fn a_guess_counts_when_likely_and_not_vetoed() {
    let reply = "我理解您的心情,但是规定就是规定。这事往后有我。";
    let at = |words: &str| {
        let start = reply.find(words).unwrap();
        Words { start: u32::try_from(start).unwrap(), end: u32::try_from(start + words.len()).unwrap() }
    };
    let guess = |shows, words: &str, per_mille| Guess { shows, words: at(words), per_mille };
    let guesses = [
        guess(Move::AcknowledgeFeeling, "我理解您的心情", 990),
        guess(Move::TakeOwnership, "这事往后有我", 700),
        guess(Move::Rude, "这事往后有我", 700),
        guess(Move::Thank, "这事往后有我", 300),
    ];
    let reading = read_with(Reader::builtin(), reply, &context(Lang::Zh), &guesses);
    assert!(reading.shows(Move::TakeOwnership));
    for shows in [Move::AcknowledgeFeeling, Move::Rude, Move::Thank] {
        assert!(!reading.shows(shows), "{shows:?}");
    }
    assert!(reading.near_misses.iter().any(|miss| miss.scope == Scope::Cancelled));
}

#[test]
fn a_reading_survives_the_journal() {
    let reading = read(Reader::builtin(), "我理解您的心情,但是退不了。", &context(Lang::Zh));
    let line = serde_json::to_string(&reading).unwrap();
    assert_eq!(serde_json::from_str::<Reading>(&line).unwrap(), reading);
    assert_eq!(reading.engine, heartfirst::reading::ENGINE);
}

// A small labelled set, written for this test; the floor is what rules alone must hold.

#[test]
fn rules_alone_hold_their_floor() {
    let labelled: &[(Lang, &str, &[Move])] = &[
        (Lang::Zh, "您这一路淋着雨过来,心里肯定憋着火。", &[Move::AcknowledgeFeeling]),
        (Lang::Zh, "衣服是我们洗缩水的,真的很抱歉。", &[Move::Apologise]),
        (Lang::Zh, "谢谢您特意绕回来跟我们说。", &[Move::Thank]),
        (Lang::Zh, "那台机器是哪天买的?", &[Move::AskFacts]),
        (Lang::Zh, "您先到会客室坐,我给您倒杯温水。", &[Move::OfferQuietPlace]),
        (Lang::Zh, "明天上午十点前我给您回电话。", &[Move::CommitTime]),
        (Lang::Zh, "这样处理您看满意吗,还有没有别的顾虑?", &[Move::CheckSatisfaction]),
        (Lang::Zh, "这事跟我们没关系,您找快递去。", &[Move::BlameOthers]),
        (Lang::Zh, "您有证据吗?", &[Move::Argue]),
        (Lang::Zh, "没什么大不了的,忍一忍就过去了。", &[Move::Minimise]),
        (Lang::Zh, "回去等通知吧。", &[Move::Stall]),
        (Lang::Zh, "爱买不买,没钱别来。", &[Move::Rude]),
        (Lang::En, "Carrying that up four flights twice, anyone would be livid.", &[Move::AcknowledgeFeeling]),
        (Lang::En, "We shrank your jumper and I'm ashamed of it.", &[Move::Apologise]),
        (Lang::En, "Thanks for coming back to tell us.", &[Move::Thank]),
        (Lang::En, "Which day did you buy the heater?", &[Move::AskFacts]),
        (Lang::En, "Come through to the lounge and have a cup of tea.", &[Move::OfferQuietPlace]),
        (Lang::En, "I'll call you by ten tomorrow morning.", &[Move::CommitTime]),
        (Lang::En, "Does that settle it, or is there anything else?", &[Move::CheckSatisfaction]),
        (Lang::En, "Nothing to do with us, take it up with the courier.", &[Move::BlameOthers]),
        (Lang::En, "Have you got any proof?", &[Move::Argue]),
        (Lang::En, "Relax, it's only a dent.", &[Move::Minimise]),
        (Lang::En, "We'll see what we can do.", &[Move::Stall]),
        (Lang::En, "Cry me a river, sunshine.", &[Move::Rude]),
    ];
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for (lang, reply, moves) in labelled {
        let reading = read(Reader::builtin(), reply, &context(*lang));
        right += moves.iter().filter(|shows| reading.shows(**shows)).count();
        missed += moves.iter().filter(|shows| !reading.shows(**shows)).count();
        wrong += Move::ALL.iter().filter(|shows| reading.shows(**shows) && !moves.contains(shows)).count();
    }
    let f1 = 200 * right / (2 * right + wrong + missed);
    assert!(f1 >= 80, "F1 {f1}: right {right}, wrong {wrong}, missed {missed}");
}

// Any input is safe.

fn check_safe(reply: &str, lang: Lang) -> Result<(), TestCaseError> {
    let earlier = [reply.to_owned()];
    let facts = [("fact".to_owned(), vec![reply.chars().take(5).collect()])];
    let context = Context { customer: reply, earlier: &earlier, facts: &facts, ..context(lang) };
    let reading = read(Reader::builtin(), reply, &context);
    let places = reading.moves.iter().map(|found| found.words).chain(reading.near_misses.iter().map(|miss| miss.words));
    for words in places.chain(reading.unread.iter().copied()) {
        prop_assert!(reply.get(words.range()).is_some_and(|slice| !slice.is_empty()), "{words:?} of {reply:?}");
    }
    prop_assert_eq!(&reading, &read(Reader::builtin(), reply, &context));
    Ok(())
}

/// Scraps of real wordings in any order, with odd signs between them.
fn scraps() -> impl Strategy<Value = String> {
    let rules = Lang::ALL.into_iter().flat_map(|lang| Reader::builtin().rules(lang));
    let sentences: Vec<String> = rules.flat_map(|rule| rule.yes.iter().chain(&rule.no)).cloned().collect();
    let odd = prop::sample::select(vec![
        "", "“", "”", "‘", "’", "\"", "…", "\u{200b}", "\u{feff}", "😀", "ﬁ", "㈱", "\n", "İ", "e\u{301}", "，", "n't",
        "'", "4:",
    ]);
    let piece = (prop::sample::select(sentences), 0..40_usize, odd).prop_map(|(text, cut, odd)| {
        let head: String = text.chars().take(cut).collect();
        head + odd
    });
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_safe(reply in ".{0,200}") {
        check_safe(&reply, Lang::Zh)?;
        check_safe(&reply, Lang::En)?;
    }

    #[test]
    fn scraps_of_wordings_are_safe(reply in scraps()) {
        check_safe(&reply, Lang::Zh)?;
        check_safe(&reply, Lang::En)?;
    }
}

#[test]
fn a_megabyte_is_read_in_bounded_time() {
    for scrap in ["我", "给您", "i will ", "not ", "“", "三点前我给您退换补修", "if you "] {
        let reply = scrap.repeat(1_000_000 / scrap.len());
        let start = std::time::Instant::now();
        let reading = read(Reader::builtin(), &reply, &context(Lang::Zh));
        assert!(start.elapsed().as_secs() < 5, "{scrap}: {:?}", start.elapsed());
        assert!(reading.moves.iter().all(|found| found.words.end <= 20_000));
    }
}
