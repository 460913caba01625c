//! Files as they go wrong in real life: each is refused with its name, place, caret and mend, in both languages.
//! The pictures beside the files are what a trainer reads; `UPDATE_PICTURES=1` redraws them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use heartfirst::diag::{Diagnostic, Ink, Located, render};
use heartfirst::scenario::parse::{Parsed, parse};
use heartfirst::scenario::rules::check_file;
use heartfirst::text::Lang;

/// Every refusal is given within this; an unoptimised build on a busy machine only shows what grows out of hand.
const PATIENCE: Duration = Duration::from_millis(if cfg!(debug_assertions) { 20_000 } else { 200 });

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

fn examine(name: &str, bytes: &[u8]) -> (Parsed, Vec<Diagnostic>) {
    let mut quickest = Duration::MAX;
    for _ in 0..3 {
        let begin = Instant::now();
        let parsed = parse(name, bytes);
        let mut found = parsed.diagnostics.clone();
        found.extend(parsed.document.iter().flat_map(|document| check_file(document, name)));
        let drawn: usize = found.iter().map(|one| render(&parsed.source, one, Lang::Zh, Ink::Plain).len()).sum();
        assert!(drawn < 1 << 20, "{name}: {drawn} bytes of pictures");
        quickest = quickest.min(begin.elapsed());
        if quickest < PATIENCE {
            return (parsed, found);
        }
    }
    panic!("{name} took {quickest:?}");
}

/// A finding of this name at this place first, and none of another name.
#[track_caller]
fn check_refused(name: &str, bytes: &[u8], code: &str, line: usize, column: usize) -> (Parsed, Diagnostic) {
    let (parsed, found) = examine(name, bytes);
    let codes: Vec<&str> = found.iter().map(|one| one.code).collect();
    assert!(!codes.is_empty() && codes.iter().all(|found| *found == code), "{name}: {codes:?}");
    let one = found.into_iter().next().expect("one finding");
    let located = Located::new(&parsed.source, &one);
    assert!(one.is_error(), "{name}: not an error");
    assert_eq!((located.line, located.column), (Some(line), Some(column)), "{name}: place");
    for lang in Lang::ALL {
        let picture = render(&parsed.source, &one, lang, Ink::Plain);
        assert!(picture.contains(&format!("[{code}]")), "{name}: code");
        assert!(picture.contains(&format!("{name}:{line}:{column}")), "{name}: place in\n{picture}");
        assert!(picture.contains('^'), "{name}: no caret in\n{picture}");
        let (why, help) = if lang == Lang::Zh { ("= 为什么: ", "= 怎么改: ") } else { ("= why: ", "= help: ") };
        assert!(picture.contains(why) && picture.contains(help), "{name}: no help in\n{picture}");
    }
    (parsed, one)
}

#[track_caller]
fn check_file_refused(stem: &str, code: &str, line: usize, column: usize) {
    let name = format!("{stem}.ron");
    let bytes = fs::read(folder().join(&name)).unwrap_or_else(|_| panic!("tests/broken/{name}"));
    let (parsed, one) = check_refused(&name, &bytes, code, line, column);
    let drawn = Lang::ALL.map(|lang| render(&parsed.source, &one, lang, Ink::Plain) + "\n").join("\n");
    let path = folder().join(format!("{stem}.txt"));
    if fs::read_to_string(&path).ok().as_ref() != Some(&drawn) {
        assert!(std::env::var_os("UPDATE_PICTURES").is_some(), "{stem}.txt shows something else than\n{drawn}");
        fs::write(path, drawn).expect("the picture can be written");
    }
}

#[test]
fn each_slip_is_named_with_its_place_and_mend() {
    for (stem, code, line, column) in FILES {
        check_file_refused(stem, code, *line, *column);
    }
    let known: Vec<String> = FILES.iter().map(|(stem, ..)| format!("{stem}.ron")).collect();
    let entries = fs::read_dir(folder()).expect("tests/broken");
    for name in entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()) {
        assert!(!name.ends_with(".ron") || known.contains(&name), "{name} is not in the table");
    }
}

/// File, code, line, column.
const FILES: &[(&str, &str, usize, usize)] = &[
    ("bidi-override", "hidden-character", 103, 26),
    ("bom", "byte-order-mark", 1, 1),
    ("bracket-left-open", "unbalanced-bracket", 5, 10),
    ("curly-quotes", "full-width-punctuation", 11, 14),
    ("deep-nesting", "too-deep", 72, 191),
    ("full-width-brackets", "full-width-punctuation", 11, 9),
    ("full-width-comma", "full-width-punctuation", 5, 25),
    ("full-width-space", "full-width-punctuation", 6, 1),
    ("gbk", "not-utf8", 5, 16),
    ("missing-comma-inside", "missing-comma", 5, 25),
    ("missing-comma", "missing-comma", 5, 56),
    ("missing-english", "missing-translation", 11, 9),
    ("missing-field-trade", "missing-field", 2, 1),
    ("newer", "newer-format", 3, 11),
    ("no-way-out", "dead-end", 141, 12),
    ("not-a-number", "wrong-type", 14, 35),
    ("quote-inside", "quote-inside-text", 66, 23),
    ("unclosed-quote", "unclosed-quote", 11, 14),
    ("unknown-field", "unknown-field", 14, 5),
    ("unknown-move", "unknown-word", 133, 19),
    ("unknown-turn-name", "unknown-turn", 87, 34),
    ("unreachable", "unreachable-turn", 146, 12),
    ("utf-16", "not-utf8", 5, 16),
];

#[test]
fn a_file_too_big_is_refused_unread() {
    let scene = fs::read(folder().join("missing-comma.ron")).expect("a file");
    let big: Vec<u8> = scene.iter().copied().cycle().take(2 << 20).collect();
    check_refused("big.ron", &big, "file-too-big", 1, 1);
}

/// Hostile files: refused whole, at once, whatever they hold.
#[test]
fn bombs_are_refused_at_once() {
    for part in BOMBS {
        let bomb = part.repeat((1 << 20) / part.len());
        let (parsed, found) = examine("bomb.ron", bomb.as_bytes());
        assert!(parsed.document.is_none() && found.iter().any(Diagnostic::is_error), "{part:?}");
    }
}

/// Each is repeated up to the size limit.
const BOMBS: &[&str] = &[
    "(", "[", "\"", "，", "“", "(zh:", "/*", "'", "'\\", "r#\"", "\u{202E}", "\\", "\n", "a", "1", "机油 ", "\"\"a ",
    "turns:[", ")", "//\n(", "\"a\nb", "r\"x", "(\n", "x:1,",
];

/// A scene just under the size limit made of nothing but turns or replies.
#[test]
fn crowds_are_refused_at_once() {
    let base = fs::read_to_string(folder().join("../rules/base.ron")).expect("the base scene");
    let (head, rest) = base.split_once("  turns: [\n").expect("turns");
    let (_, tail) = rest.split_once("\n  endings: [").expect("endings");
    let crowd = |part: &dyn Fn(usize) -> String, count: usize| -> String {
        let turns: String = (0..count).map(part).collect();
        format!("{head}  turns: [\n{turns}],\n  endings: [{tail}")
    };
    let turn = |n: usize| format!("(id:\"t{n}\",says:[(zh:\"好\",en:\"a\")],then:[(go:\"t{}\")]),\n", n + 1);
    let many = crowd(&turn, 12_000);
    let (_, found) = examine("kettle-leaks-again.ron", many.as_bytes());
    assert_eq!(found.iter().map(|one| one.code).collect::<Vec<_>>(), ["too-many"]);
    let reply = |n: usize, r: usize| {
        format!("(id:\"r{r}\",text:(zh:\"好\",en:\"a\"),moves:[],go:\"q{n}\",why:(zh:\"好\",en:\"a\")),")
    };
    let crowded = |n: usize| {
        let replies: String = (0..50).map(|r| reply(n, r)).collect();
        format!("(id:\"t{n}\",says:[(zh:\"好\",en:\"a\")],replies:[{replies}]),\n")
    };
    let (_, found) = examine("kettle-leaks-again.ron", crowd(&crowded, 240).as_bytes());
    assert!(found.iter().any(|one| one.code == "unknown-turn"));
}

mod mutations {
    use proptest::prelude::*;

    use super::{examine, folder};

    /// A cut, an insertion or a replacement somewhere in a good scene.
    fn mutated() -> impl Strategy<Value = Vec<u8>> {
        let base = std::fs::read(folder().join("../rules/base.ron")).expect("the base scene");
        let length = base.len();
        let bits = prop::sample::select(vec![
            "",
            "(",
            ")",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "，",
            "：",
            "“",
            "\\",
            "//",
            "/*",
            "'",
            "\u{0}",
            "\u{202E}",
            "9999",
            "-1",
            "end",
            "\u{3000}",
            "r#\"",
            "\n",
            "{",
            "Some(",
            "id: \"plan\",",
            "not(",
            "NaN",
            "then: [],",
            "\u{FEFF}",
        ]);
        let edit = (0..length, 0_usize..40, bits);
        prop::collection::vec(edit, 1..4).prop_map(move |edits| {
            let mut text = base.clone();
            for (at, cut, bit) in edits {
                let at = at.min(text.len());
                let end = (at + cut).min(text.len());
                text.splice(at..end, bit.bytes());
            }
            text
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes_are_taken_calmly(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            examine("x.ron", &bytes);
        }

        #[test]
        fn any_text_is_taken_calmly(text in "[\\PC\\n\"'()\\[\\]:,/*\\\\r#，“]{0,200}") {
            examine("x.ron", text.as_bytes());
        }

        #[test]
        fn a_damaged_scene_is_taken_calmly(bytes in mutated()) {
            let (parsed, found) = examine("kettle-leaks-again.ron", &bytes);
            prop_assert!(parsed.document.is_some() || !found.is_empty(), "refused without a word");
            for one in &found {
                let span = one.span.expect("a place");
                prop_assert!(parsed.source.text().get(span.range()).is_some(), "{}: a place outside the text", one.code);
            }
        }
    }
}
