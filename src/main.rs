//! Chooses between the window and a command. Does neither itself.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use heartfirst::cli::{self, Asked, Options};

fn main() -> ExitCode {
    match cli::understand(std::env::args_os()) {
        Asked::Done(exit) => exit.into(),
        Asked::Command(options, command) => cli::run(&options, &command, list).into(),
        Asked::App(options) => window(&options).unwrap_or_else(|| cli::without_window(&options).into()),
    }
}

/// The window, until it is closed; `None` where none can open.
#[cfg(feature = "gui")]
fn window(_options: &Options) -> Option<ExitCode> {
    if !cli::has_display() {
        return None;
    }
    // The window of `heartfirst::ui` opens here.
    None
}

/// Built without a window.
#[cfg(not(feature = "gui"))]
fn window(_options: &Options) -> Option<ExitCode> {
    None
}

/// What stands in a folder.
fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
}
