//! The commands: thin over the same core as the window. Judges nothing, and touches the disk only through what it is given.

mod args;
mod cards;
mod check;
mod debrief;
mod help;
mod out;
mod play;
mod read;
mod report;
mod scenes;
mod terminal;
mod transcript;
mod words;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

pub use args::{Command, Format, Options};
pub use out::{Exit, Out};

use crate::text::Lang;

/// Version of everything printed as JSON.
const SCHEMA: u32 = 1;

/// The ways to the disk, handed in by `main`.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    /// The bytes of a file.
    pub read: fn(&Path) -> io::Result<Vec<u8>>,
    /// What stands in a folder; an error where it is no folder.
    pub list: fn(&Path) -> io::Result<Vec<PathBuf>>,
    /// A number nobody can foresee, for a seed.
    pub chance: fn() -> u64,
}

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
pub fn run(options: &Options, command: &Command, reach: Reach) -> Exit {
    let mut out = Out::new(options.lang());
    match command {
        Command::Check(asked) => check::run(asked, reach, &mut out),
        Command::Play(asked) => play::run(asked, reach, &mut out),
        Command::Read(asked) => read::run(asked, &mut out),
    }
}

/// The app where there is no window: choose a scene and play it here.
#[must_use]
pub fn without_window(options: &Options, reach: Reach) -> Exit {
    let mut out = Out::new(options.lang());
    out.tell(&words::terminal::no_display(out.lang));
    play::choose(reach, &mut out)
}

/// The language of the system, Chinese where it speaks neither.
fn system_lang() -> Lang {
    sys_locale::get_locale().as_deref().and_then(Lang::from_code).unwrap_or_default()
}
