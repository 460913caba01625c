//! Files that are there whole or not at all. Never edits a file in place.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::clock::Clock;
use super::disk::{Disk, LITTER};

/// For how long a step that something else holds up is tried again.
pub const PATIENCE: Duration = Duration::from_millis(1500);
/// Litter younger than this may belong to a write under way.
pub const LITTER_AGE_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// Writes a new file, complete or not at all; a file of that name is left alone.
///
/// # Errors
/// `AlreadyExists` where the name is taken; else what the system says.
pub fn create(disk: &dyn Disk, clock: &dyn Clock, path: &Path, bytes: &[u8]) -> io::Result<()> {
    write(disk, clock, path, bytes, false)
}

/// Puts a file in place of what was there: a reader sees the old one or the new one, nothing between.
///
/// # Errors
/// What the system says; the old file is whole then.
pub fn replace(disk: &dyn Disk, clock: &dyn Clock, path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link is followed, so that the file it leads to is replaced and not the link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    write(disk, clock, &path, bytes, true)
}

fn write(disk: &dyn Disk, clock: &dyn Clock, path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut staged = Some(patiently(clock, || disk.stage(folder, bytes))?);
    patiently(clock, || {
        let Some(file) = staged.take() else { return Err(io::ErrorKind::NotFound.into()) };
        disk.publish(file, path, over).map_err(|(error, file)| {
            staged = Some(file);
            error
        })
    })?;
    disk.sync_folder(folder)
}

/// Does `step`, and again for at most [`PATIENCE`] while a virus scanner or a syncing program may hold the file.
///
/// # Errors
/// The last error of `step`.
pub fn patiently<T>(clock: &dyn Clock, mut step: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let mut waited = Duration::ZERO;
    let mut pause = Duration::from_millis(10);
    loop {
        match step() {
            Err(error) if held_up(&error) && waited < PATIENCE => {
                let now = pause.min(PATIENCE.saturating_sub(waited));
                clock.wait(now);
                waited += now;
                pause *= 2;
            }
            done => return done,
        }
    }
}

/// Could this go away by waiting?
fn held_up(error: &io::Error) -> bool {
    // 32 and 33 are Windows' sharing and lock violations, which have no kind of their own.
    let sharing = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    sharing
        || matches!(
            error.kind(),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy | io::ErrorKind::Deadlock
        )
}

/// Removes our own unfinished files older than a day from `folder`; says how many.
pub fn sweep(disk: &dyn Disk, clock: &dyn Clock, folder: &Path) -> usize {
    let Ok(listed) = disk.list(folder) else { return 0 };
    let old =
        |path: &Path| disk.modified(path).is_ok_and(|at| clock.unix_millis().saturating_sub(at) > LITTER_AGE_MILLIS);
    let ours = |name: &str| name.strip_prefix(LITTER).is_some_and(|rest| rest.strip_suffix(".tmp").is_some());
    let litter = listed.iter().filter(|file| ours(&file.name)).map(|file| folder.join(&file.name));
    litter.filter(|path| old(path) && disk.remove(path).is_ok()).count()
}

/// Moves a file to `aside` under its own name, or with a number where that is taken; says where it is now.
///
/// # Errors
/// What the system says; the file is where it was then.
pub fn set_aside(disk: &dyn Disk, clock: &dyn Clock, path: &Path, aside: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy().into_owned();
    disk.make_folder(aside)?;
    for number in 1_u32..=999 {
        let to = aside.join(if number == 1 { name.clone() } else { format!("{number}-{name}") });
        match patiently(clock, || disk.move_to(path, &to)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| to),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
