//! Chooses between the window and a command. Does neither itself.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use heartfirst::cli::{self, Asked, Exit, Reach};

fn main() -> ExitCode {
    let reach = Reach { read: |path| std::fs::read(path), list };
    match cli::understand(std::env::args_os()) {
        Asked::Done(exit) => exit.into(),
        Asked::Command(options, command) => cli::run(&options, &command, reach).into(),
        Asked::App(_options) => Exit::Usage.into(),
    }
}

fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
}
