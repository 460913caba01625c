//! A disk that is full, can't be written, or belongs to another instance: practice goes on, and old data stays whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, reason = "tests stop at the first surprise")]

#[path = "store_common/mod.rs"]
mod common;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use common::{FailingDisk, SCENE, attempt, header, id, names, scene, settled, store, store_on, talk};
use heartfirst::learning::Attempt;
use heartfirst::scenario::Scenario;
use heartfirst::session::Event;
use heartfirst::store::{Notice, Status, Store};

/// One talk, start to end, whatever the disk does.
fn play(store: &mut Store, scene: &Arc<Scenario>) -> Attempt {
    let mut session = talk(scene, header(scene, &id(2)), &[]);
    store.begin(&session, SCENE.as_bytes());
    for (at, event) in
        [Event::HintAsked, Event::Picked("hear".to_owned()), Event::Picked("lend".to_owned())].into_iter().enumerate()
    {
        session.act(event, at as u64).unwrap();
        store.append(session.journal().events.last().unwrap());
    }
    let attempt = Attempt::of(&session, "2026-11-22T10:03:00+08:00");
    store.finish(&attempt, SCENE.as_bytes());
    store.save_settings(store.settings().clone());
    attempt
}

/// A folder with one attempt, and the steps that opening and one more talk take.
fn prepared() -> (tempfile::TempDir, Attempt, usize) {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let old = attempt(&scene, &id(1));
    let mut first = store(folder.path());
    first.finish(&old, SCENE.as_bytes());
    settled(&first);
    drop(first);
    drop(store(folder.path()));
    let copy = tempfile::tempdir().unwrap();
    let disk = Arc::new(FailingDisk::default());
    let mut counted = store_on(disk.clone(), copy.path());
    play(&mut counted, &scene);
    settled(&counted);
    drop(counted);
    (folder, old, disk.steps.load(Ordering::SeqCst) + 1)
}

fn copy_of(folder: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for sub in ["attempts", "scenes", "cache"] {
        fs::create_dir_all(copy.path().join(sub)).unwrap();
        for name in names(&folder.join(sub)) {
            fs::copy(folder.join(sub).join(&name), copy.path().join(sub).join(&name)).unwrap();
        }
    }
    copy
}

#[test]
fn whichever_write_fails_once_everything_is_kept_in_the_end() {
    let (folder, old, steps) = prepared();
    let scene = scene();
    assert!(steps > 15, "{steps}");
    for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::Other] {
        for n in 0..steps {
            let folder = copy_of(folder.path());
            let disk = Arc::new(FailingDisk::new(n, n + 1, kind));
            let mut store = store_on(disk.clone(), folder.path());
            if store.status() != &Status::ReadWrite {
                assert!(n == 0 && kind != ErrorKind::StorageFull, "only the probe may say so: {n}");
                continue;
            }
            let attempt = play(&mut store, &scene);
            settled(&store);
            drop(store);
            let mut again = common::store(folder.path());
            assert_eq!(again.poll(), [], "{n} {kind}");
            assert_eq!(again.attempt(&id(1)).unwrap().attempt, old, "{n}");
            assert_eq!(again.attempt(&id(2)).unwrap().attempt, attempt, "{n}");
            assert_eq!((again.attempts().len(), again.drafts().len()), (2, 0), "{n}");
        }
    }
}

#[test]
fn full_from_any_write_on_says_so_goes_on_and_catches_up() {
    let (folder, old, steps) = prepared();
    let scene = scene();
    for n in 0..steps - 1 {
        let folder = copy_of(folder.path());
        let disk = Arc::new(FailingDisk::new(n, usize::MAX, ErrorKind::StorageFull));
        let mut store = store_on(disk.clone(), folder.path());
        let attempt = play(&mut store, &scene);
        assert_eq!(store.attempts().len(), 2, "the list has it at once");
        while disk.failed.load(Ordering::SeqCst) == 0 && store.unsaved() > 0 {
            std::thread::yield_now();
        }
        let failed = disk.failed.load(Ordering::SeqCst) > 0;
        assert!(failed || n + 3 >= steps, "{n} of {steps}");
        assert!(!failed || n == 0 || !store.settle(Duration::from_millis(10)), "{n}: given up");
        assert_eq!(store.attempt(&id(1)).unwrap().attempt, old);
        disk.mend();
        store.retry();
        settled(&store);
        let told = store.poll();
        let full = told.iter().filter(|notice| **notice == Notice::DiskFull).count();
        assert!(
            full <= 2 && told.iter().all(|notice| matches!(notice, Notice::DiskFull | Notice::SavedAgain)),
            "{told:?}"
        );
        drop(store);
        let again = common::store(folder.path());
        assert_eq!(again.attempt(&id(2)).unwrap().attempt, attempt, "{n}");
        assert_eq!(again.drafts(), []);
    }
}

#[test]
fn full_to_the_end_leaves_old_data_whole_and_no_half_files() {
    let (folder, old, steps) = prepared();
    let scene = scene();
    for n in 0..steps {
        let folder = copy_of(folder.path());
        let disk = Arc::new(FailingDisk::new(n, usize::MAX, ErrorKind::StorageFull));
        let mut store = store_on(disk, folder.path());
        let attempt = play(&mut store, &scene);
        drop(store);
        let mut again = common::store(folder.path());
        assert_eq!(again.attempt(&id(1)).unwrap().attempt, old);
        match (again.attempts().len(), again.drafts()) {
            (2, []) => assert_eq!(again.attempt(&id(2)).unwrap().attempt, attempt),
            (1, []) => {}
            (1, [draft]) => {
                let events = &draft.journal.events;
                assert_eq!(*events, attempt.journal.events[..events.len()], "{n}");
            }
            other => panic!("{n}: {other:?}"),
        }
        let told = again.poll();
        assert!(told.iter().all(|notice| matches!(notice, Notice::DraftTorn(..))), "{n}: {told:?}");
    }
}

/// Mounts a small file system over `at`; loudly does without where that isn't allowed.
fn mount(at: &Path, how: &str) -> bool {
    let done = Command::new("mount").args(["-t", "tmpfs", "-o", how, "tmpfs"]).arg(at).output();
    let mounted = done.is_ok_and(|done| done.status.success());
    if !mounted {
        eprintln!("NOT TESTED HERE: mounting a tmpfs ({how}) is not permitted");
    }
    mounted
}

fn unmount(at: &Path) {
    let done = Command::new("umount").arg("-l").arg(at).status().unwrap();
    assert!(done.success());
}

#[test]
fn a_really_full_disk() {
    let folder = tempfile::tempdir().unwrap();
    if !mount(folder.path(), "size=256k") {
        return;
    }
    let scene = scene();
    let mut store = store(folder.path());
    let old = attempt(&scene, &id(1));
    store.finish(&old, SCENE.as_bytes());
    settled(&store);
    let filler = folder.path().join("filler");
    let mut size = 1 << 20;
    while size > 0 {
        // Whatever fits is taken, down to the last byte.
        let _ = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&filler)
            .and_then(|mut file| std::io::Write::write_all(&mut file, &vec![b'x'; size]));
        size /= 2;
    }
    let attempt = play(&mut store, &scene);
    let waited = store.settle(Duration::from_millis(300));
    let told = store.poll();
    fs::remove_file(&filler).unwrap();
    store.retry();
    settled(&store);
    let after = store.poll();
    let kept = (store.attempt(&id(1)).unwrap().attempt, store.attempt(&id(2)).unwrap().attempt);
    drop(store);
    unmount(folder.path());
    assert!(!waited, "it was not full");
    assert_eq!((told, after), (vec![Notice::DiskFull], vec![Notice::SavedAgain]));
    assert_eq!(kept, (old, attempt));
}

#[test]
fn a_really_read_only_disk() {
    let folder = tempfile::tempdir().unwrap();
    if !mount(folder.path(), "ro") {
        return;
    }
    let mut store = store(folder.path());
    let status = store.status().clone();
    let told = store.poll();
    play(&mut store, &scene());
    let listed = store.attempts().len();
    drop(store);
    unmount(folder.path());
    assert!(matches!(status, Status::ReadOnly(_)), "{status:?}");
    assert!(matches!(told.as_slice(), [Notice::ReadOnly(_)]), "{told:?}");
    assert_eq!(listed, 1, "this talk is shown as long as the app is open");
}

#[test]
fn a_folder_that_cannot_be_made_is_said_and_practice_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "not a folder").unwrap();
    for path in [folder.path().join("file"), folder.path().join("file/data"), Path::new("").to_owned()] {
        let mut store = store(&path);
        assert!(matches!(store.status(), Status::ReadOnly(_)), "{}", path.display());
        assert!(matches!(store.poll().as_slice(), [Notice::ReadOnly(_)]));
        play(&mut store, &scene());
        assert_eq!((store.unsaved(), store.attempts().len()), (0, 1));
    }
    assert_eq!(fs::read_to_string(folder.path().join("file")).unwrap(), "not a folder");
    assert_eq!(names(folder.path()), ["file"]);
}

#[test]
fn the_second_of_two_says_so_and_does_not_write() {
    let folder = tempfile::tempdir().unwrap();
    let scene = scene();
    let mut first = store(folder.path());
    first.begin(&talk(&scene, header(&scene, &id(1)), &["hear"]), SCENE.as_bytes());
    settled(&first);
    let mut second = store(folder.path());
    assert_eq!(second.status(), &Status::Locked);
    assert_eq!(second.poll(), [Notice::Locked]);
    assert_eq!(second.drafts(), [], "the talk under way belongs to the first");
    play(&mut second, &scene);
    drop(second);
    assert_eq!(names(&folder.path().join("attempts")), [""; 0]);
    assert_eq!(names(&folder.path().join("drafts")).len(), 1);
    drop(first);
    assert_eq!(store(folder.path()).status(), &Status::ReadWrite);
}

#[test]
fn a_line_that_was_half_written_is_written_again_whole() {
    let scene = scene();
    for n in 0..12 {
        let folder = tempfile::tempdir().unwrap();
        let disk = Arc::new(FailingDisk::new(n, n + 1, ErrorKind::StorageFull));
        let mut store = store_on(disk, folder.path());
        let mut session = talk(&scene, header(&scene, &id(1)), &[]);
        store.begin(&session, SCENE.as_bytes());
        for at in 0..4 {
            session.act(Event::HintAsked, at).unwrap();
            store.append(session.journal().events.last().unwrap());
        }
        settled(&store);
        drop(store);
        let mut again = common::store(folder.path());
        assert_eq!(again.poll(), [], "{n}");
        assert_eq!(again.drafts()[0].journal, *session.journal(), "{n}");
    }
}
