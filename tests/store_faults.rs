//! What goes wrong with files: torn, flipped, newer, doubled, left over. The rest must load, and nothing may be lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::naive_bytecount,
    reason = "tests stop at the first surprise"
)]

#[path = "store_common/mod.rs"]
mod common;

use std::fs::{self, File};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use common::{SCENE, attempt, header, id, names, scene, settled, store, talk};
use heartfirst::learning::Head;
use heartfirst::session::load::fingerprint;
use heartfirst::session::{Event, Session};
use heartfirst::store::disk::RealDisk;
use heartfirst::store::{Bad, Folders, Notice, Store, Ways, attempts, drafts};
use proptest::prelude::*;

fn long_talk() -> Session {
    let scene = scene();
    let mut session = talk(&scene, header(&scene, &id(1)), &[]);
    for (at, event) in
        [Event::Observed, Event::Noted("child".to_owned()), Event::Listened, Event::Breathed].into_iter().enumerate()
    {
        session.act(event, at as u64).unwrap();
    }
    session
}

#[test]
fn an_attempt_torn_at_any_byte_is_known_as_such() {
    let attempt = attempt(&scene(), &id(1));
    let text = attempts::write(&attempt).unwrap().into_bytes();
    for at in 0..text.len() {
        match attempts::read(&text[..at]) {
            Err(Bad::Garbled(_)) => {}
            // Only the seal is gone: the record is whole, and said to be unsealed.
            Ok(kept) => assert!(kept.attempt == attempt && !kept.intact, "{at}"),
            Err(other) => panic!("{at}: {other:?}"),
        }
    }
    assert!(attempts::read(&text).unwrap().intact);
}

#[test]
fn an_attempt_with_any_byte_flipped_is_known_as_such() {
    let text = attempts::write(&attempt(&scene(), &id(1))).unwrap().into_bytes();
    for at in 0..text.len() {
        for flip in [0x01, 0x80] {
            let mut flipped = text.clone();
            flipped[at] ^= flip;
            assert!(!attempts::read(&flipped).is_ok_and(|kept| kept.intact), "{at}");
        }
    }
}

#[test]
fn a_draft_torn_at_any_byte_keeps_every_whole_line() {
    let session = long_talk();
    let text = drafts::write(session.journal()).unwrap().into_bytes();
    let first = text.iter().position(|byte| *byte == b'\n').unwrap();
    for at in 0..=text.len() {
        match drafts::read("x.draft", &text[..at]) {
            Err(Bad::Garbled(_)) => assert!(at < first, "{at}"),
            Ok(draft) => {
                let events = &session.journal().events;
                let whole = text[..at].iter().filter(|byte| **byte == b'\n').count() - usize::from(at > first);
                assert!(draft.journal.events.len() >= whole, "{at}");
                assert_eq!(draft.journal.events, events[..draft.journal.events.len()], "{at}");
                assert_eq!(
                    draft.torn,
                    at > first && text[at - 1] != b'\n' && draft.journal.events.len() == whole,
                    "{at}"
                );
            }
            Err(other) => panic!("{at}: {other:?}"),
        }
    }
}

#[test]
fn a_draft_with_any_byte_flipped_keeps_the_lines_before_it() {
    let session = long_talk();
    let text = drafts::write(session.journal()).unwrap().into_bytes();
    let first = text.iter().position(|byte| *byte == b'\n').unwrap();
    for at in first + 1..text.len() {
        let mut flipped = text.clone();
        flipped[at] ^= 0x01;
        let draft = drafts::read("x.draft", &flipped).unwrap();
        let before = text[first + 1..at].iter().filter(|byte| **byte == b'\n').count();
        assert!(draft.journal.events.len() >= before, "{at}");
        assert_eq!(draft.journal.events[..before], session.journal().events[..before], "{at}");
        draft.resume(&scene(), &common::rubric()).unwrap();
    }
}

#[test]
fn bad_files_are_set_aside_and_named_and_the_rest_loads() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let mut first = store(folder.path());
    for n in 1..=3 {
        first.finish(&attempt(&scene, &id(n)), SCENE.as_bytes());
    }
    settled(&first);
    drop(first);
    let names_before = names(&folder.path().join("attempts"));
    let torn = folder.path().join("attempts").join(&names_before[1]);
    let text = fs::read(&torn).unwrap();
    fs::write(&torn, &text[..text.len() / 3]).unwrap();
    fs::write(folder.path().join("attempts/holiday.ron"), b"\xff\x00 not ours").unwrap();
    let draft = drafts::write(long_talk().journal()).unwrap().replace(&id(1), &id(9));
    fs::write(folder.path().join("drafts/x.draft"), &draft[..draft.len() - 5]).unwrap();
    fs::write(folder.path().join("drafts/y.draft"), b"").unwrap();

    let mut second = store(folder.path());
    let told = second.poll();
    let named = |wanted: &str| told.iter().any(|notice| matches!(notice, Notice::SetAside(name, _) if name == wanted));
    assert!(named(&names_before[1]) && named("holiday.ron") && named("y.draft"), "{told:?}");
    assert!(told.contains(&Notice::DraftTorn("x.draft".to_owned(), 3)), "{told:?}");
    assert_eq!(told.len(), 4);
    assert_eq!(second.attempts().len(), 2);
    assert_eq!(second.drafts()[0].journal.events.len(), 3);
    assert_eq!(fs::read(folder.path().join("set-aside").join(&names_before[1])).unwrap(), text[..text.len() / 3]);
    assert_eq!(fs::read_to_string(folder.path().join("set-aside/x.draft")).unwrap(), draft[..draft.len() - 5]);
    settled(&second);
    drop(second);
    assert_eq!(store(folder.path()).poll(), [], "told once");
}

#[test]
fn files_of_a_newer_app_are_named_and_never_touched() {
    let folder = tempfile::tempdir().unwrap();
    drop(store(folder.path()));
    let newer = [
        ("attempts/2030-01-01-x.ron", "(format: 99, journal: Folded(3), result: {1: 2})"),
        ("attempts/2030-01-02-y.ron", "(format: 99, «a syntax of its own»"),
        ("drafts/z.draft", "(format:99,who:Someone)\n(n:0)\n"),
        ("settings.ron", "(format: 99, lang: en, glow: 3)"),
    ];
    for (file, text) in newer {
        fs::write(folder.path().join(file), text).unwrap();
    }
    let prints = || newer.map(|(file, _)| fingerprint(&fs::read(folder.path().join(file)).unwrap()));
    let before = prints();
    let mut store = store(folder.path());
    let told = store.poll();
    assert_eq!(told.len(), 4);
    assert!(told.iter().all(|notice| matches!(notice, Notice::Newer(_, 99))), "{told:?}");
    assert!(told[0].message().zh.contains("格式 99"));
    store.save_settings(store.settings().clone());
    store.finish(&attempt(&scene(), &id(1)), SCENE.as_bytes());
    settled(&store);
    drop(store);
    assert_eq!(prints(), before);
}

#[test]
fn the_index_is_only_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let mut first = store(folder.path());
    for n in 1..=20 {
        first.finish(&attempt(&scene, &id(n)), SCENE.as_bytes());
    }
    settled(&first);
    drop(first);
    let index = folder.path().join("cache/heads.json");
    let listed = |wanted: &str| {
        let mut store = store(folder.path());
        assert_eq!(store.poll(), [], "{wanted}");
        settled(&store);
        store.attempts().to_vec()
    };
    let all = listed("made");
    assert_eq!(all.len(), 20);
    let good = fs::read(&index).unwrap();
    assert_eq!(listed("used"), all);
    fs::remove_file(&index).unwrap();
    assert_eq!(listed("missing"), all);
    assert_eq!(fs::read(&index).unwrap(), good, "made again, the same");
    for at in (0..good.len()).step_by(good.len() / 40) {
        let mut garbled = good.clone();
        garbled[at] ^= 0x04;
        fs::write(&index, &garbled).unwrap();
        assert_eq!(listed("flipped"), all);
        fs::write(&index, &good[..at]).unwrap();
        assert_eq!(listed("torn"), all);
    }
    // An attempt that went, and one that came by copying.
    let name = names(&folder.path().join("attempts")).remove(0);
    fs::remove_file(folder.path().join("attempts").join(name)).unwrap();
    fs::write(folder.path().join("attempts/from-afar.ron"), attempts::write(&attempt(&scene, &id(77))).unwrap())
        .unwrap();
    let now = listed("changed");
    assert_eq!((now.len(), now.last().unwrap().header.id.as_str()), (20, id(77).as_str()));
}

#[test]
fn a_long_list_that_the_index_does_not_know_is_read_behind_the_scenes() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    drop(store(folder.path()));
    for n in 1..=30 {
        let attempt = attempt(&scene, &id(n));
        let path = folder.path().join("attempts").join(attempts::file_name(&attempt));
        fs::write(path, attempts::write(&attempt).unwrap()).unwrap();
    }
    let ways = Ways { read_at_once: 5, ..Ways::default() };
    let mut store = Store::open_with(Folders::at(folder.path()), ways);
    // One is played before the others have come.
    store.finish(&attempt(&scene, &id(99)), SCENE.as_bytes());
    settled(&store);
    assert!(store.is_reading());
    assert_eq!(store.poll(), []);
    assert_eq!((store.is_reading(), store.attempts().len()), (false, 31));
}

#[test]
fn only_our_own_old_litter_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    drop(store(folder.path()));
    let plant = |name: &str, hours: u64| {
        let path = folder.path().join("attempts").join(name);
        let file = File::create(&path).unwrap();
        // The hand-set clock of these tests stands at this moment.
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000);
        file.set_modified(now - Duration::from_secs(hours * 3600)).unwrap();
    };
    for n in 0..20 {
        plant(&format!(".heartfirst-{n}.tmp"), 25 + n);
    }
    plant(".heartfirst-young.tmp", 23);
    plant(".somebody-else.tmp", 999);
    plant("notes.txt", 999);
    drop(store(folder.path()));
    assert_eq!(names(&folder.path().join("attempts")), [".heartfirst-young.tmp", ".somebody-else.tmp", "notes.txt"]);
}

#[test]
fn conflict_copies_are_loaded_once_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    drop(store(folder.path()));
    let text = attempts::write(&attempt(&scene, &id(1))).unwrap();
    let copies = ["2026-11-22-a.ron", "2026-11-22-a (conflicted copy).ron", "2026-11-22-a.sync-conflict-1.ron"];
    for name in copies {
        fs::write(folder.path().join("attempts").join(name), &text).unwrap();
    }
    let mut store = store(folder.path());
    assert_eq!((store.attempts().len(), store.poll()), (1, vec![]));
    assert_eq!(names(&folder.path().join("attempts")).len(), 3);
    assert!(store.attempt(&id(1)).is_ok());
    assert!(store.attempt(&id(2)).is_err());
}

#[test]
fn the_same_name_with_other_content_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let mut store = store(folder.path());
    let attempt = attempt(&scene, &id(1));
    let path = folder.path().join("attempts").join(attempts::file_name(&attempt));
    fs::write(&path, "somebody's own file").unwrap();
    store.finish(&attempt, SCENE.as_bytes());
    store.finish(&attempt, SCENE.as_bytes());
    settled(&store);
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody's own file");
    assert_eq!(names(&folder.path().join("attempts")).len(), 2, "the record stands beside it, once");
}

fn heads() -> impl Strategy<Value = Vec<Head>> {
    let scene = scene();
    let base = Head::from(&attempt(&scene, &id(0)));
    prop::collection::vec((0_u64..6, 0_u32..3, any::<bool>(), 0_usize..3), 0..12).prop_map(move |drawn| {
        let one = |(n, typed, pass, started): (u64, u32, bool, usize)| {
            let mut head = base.clone();
            head.header.id = if n < 4 { id(n) } else { format!("by-hand-{n}") };
            head.header.started = ["2026-11-22T10:00:00+08:00", "2026-11-22T10:00:00Z", "?"][started].to_owned();
            (head.result.typed, head.result.pass) = (typed, pass);
            head
        };
        drawn.into_iter().map(one).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in heads(), b in heads(), c in heads()) {
        let merge = |lists: &[&[Head]]| attempts::merge(lists.iter().flat_map(|list| list.iter().cloned()));
        let ab = merge(&[&a, &b]);
        prop_assert_eq!(&ab, &merge(&[&b, &a]));
        prop_assert_eq!(&ab, &merge(&[&ab, &ab]));
        prop_assert_eq!(merge(&[&ab, &c]), merge(&[&a, &merge(&[&b, &c])]));
        let ids: std::collections::BTreeSet<&str> = ab.iter().map(|head| head.header.id.as_str()).collect();
        prop_assert_eq!(ids.len(), ab.len(), "each once");
        prop_assert!(ab.is_sorted_by(|x, y| attempts::order(x) <= attempts::order(y)));
    }

    #[test]
    fn no_text_whatever_stops_the_readers(text in "\\PC{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for text in [text.as_bytes(), &bytes, format!("(format:1,{text}").as_bytes(), format!("(format:1)\n{text}").as_bytes()] {
            let _ = attempts::read(text);
            let _ = drafts::read("x", text);
            let _ = heartfirst::store::settings::read(&String::from_utf8_lossy(text));
        }
    }
}

#[test]
fn blocked_for_a_while_is_waited_out_and_no_longer_than_promised() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.ron");
    // Steps 1.. are tries to give the file its name: blocked six times, then free.
    let disk = common::FailingDisk::new(1, 7, std::io::ErrorKind::PermissionDenied);
    let clock = common::HandClock::default();
    heartfirst::store::atomic::create(&disk, &clock, &path, b"x").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"x");
    let disk = common::FailingDisk::new(0, usize::MAX, std::io::ErrorKind::PermissionDenied);
    let clock = common::HandClock::default();
    assert!(heartfirst::store::atomic::replace(&disk, &clock, &path, b"y").is_err());
    assert_eq!(*clock.waited.lock().unwrap(), Duration::from_millis(1500));
    assert_eq!(fs::read(&path).unwrap(), b"x");
    assert_eq!(names(folder.path()), ["x.ron"], "no litter");
}

#[test]
fn saving_a_turn_is_one_synced_append() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Arc::new(common::FailingDisk::default());
    let scene = scene();
    let mut store = common::store_on(disk.clone(), folder.path());
    let mut session = talk(&scene, header(&scene, &id(1)), &[]);
    store.begin(&session, SCENE.as_bytes());
    settled(&store);
    let before = disk.counts.lock().unwrap().clone();
    for at in 0..5 {
        session.act(Event::HintAsked, at).unwrap();
        store.append(session.journal().events.last().unwrap());
    }
    settled(&store);
    let mut after = disk.counts.lock().unwrap().clone();
    assert_eq!(after.remove("append"), Some(5));
    assert_eq!(after, before);
    let file = RealDisk;
    let path = folder.path().join("drafts").join(drafts::file_name(&id(1)));
    assert_eq!(drafts::load(&file, &path).unwrap().journal, *session.journal());
}
