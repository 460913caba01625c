//! The commands: thin over the same core as the window. Judges nothing, and touches the disk only through the store.

mod args;
mod attempts;
mod cards;
mod check;
mod choose;
mod debrief;
mod help;
mod keep;
mod out;
mod play;
mod read;
mod report;
mod scenes;
mod terminal;
mod transcript;
mod verify;
mod words;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

pub use args::{Command, Format, Options};
pub use out::{Exit, Out};

use crate::text::Lang;

/// Version of everything printed as JSON.
const SCHEMA: u32 = 1;

/// What stands in a folder, folders too; an error where it is none. Handed in by `main`.
pub type ListFolder = fn(&Path) -> io::Result<Vec<PathBuf>>;

/// What was asked for on the command line.
#[derive(Debug)]
pub enum Asked {
    /// The app: a window where there is a display.
    App(Options),
    /// A command.
    Command(Options, Command),
    /// Nothing that can be done: help was shown, or the words were not understood.
    Done(Exit),
}

/// Understands the command line; shows help and slips at once.
#[must_use]
pub fn understand(line: impl IntoIterator<Item = OsString>) -> Asked {
    match args::parse(line) {
        Ok((options, None)) => Asked::App(options),
        Ok((options, Some(command))) => Asked::Command(options, command),
        Err(exit) => Asked::Done(exit),
    }
}

/// Does what a command asks.
#[must_use]
pub fn run(options: &Options, command: &Command, list: ListFolder) -> Exit {
    let mut out = Out::new(options.lang());
    match command {
        Command::Check(asked) => check::run(asked, list, &mut out),
        Command::Play(asked) => play::run(asked, options, &mut out),
        Command::Read(asked) => read::run(asked, &mut out),
        Command::Verify(asked) => verify::run(asked, options, &mut out),
        Command::Attempts(asked) => attempts::run(asked, options, &mut out),
    }
}

/// Is there a display a window could open on? Where the system has no word for it, there is one.
#[must_use]
pub fn has_display() -> bool {
    let named = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let needs_one = cfg!(all(unix, not(target_os = "macos"), not(target_os = "android")));
    !needs_one || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(named)
}

/// The app where there is no window: choose a scene and play it here.
#[must_use]
pub fn without_window(options: &Options) -> Exit {
    let mut out = Out::new(options.lang());
    out.tell(&words::terminal::no_display(out.lang));
    choose::run(options, &mut out)
}

/// The language of the system, Chinese where it speaks neither.
fn system_lang() -> Lang {
    sys_locale::get_locale().as_deref().and_then(Lang::from_code).unwrap_or_default()
}
