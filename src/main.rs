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

/// The window; `None` where none can open, and the terminal goes on with the same scenes.
#[cfg(feature = "gui")]
fn window(options: &Options) -> Option<ExitCode> {
    use heartfirst::store::{Store, place};
    use heartfirst::ui::open::{Opened, run};

    if !cli::has_display() {
        return None;
    }
    let given = options.data_dir.is_some();
    let mut store = Store::open(place::folders(options.data_dir.clone()));
    // The language of a first start is the system's; later the trainee's own.
    if !store.settings().first_run_done {
        let mut settings = store.settings().clone();
        settings.lang = options.lang();
        store.save_settings(settings);
    }
    match run(store, given) {
        Opened::Closed => Some(ExitCode::SUCCESS),
        Opened::Broke => Some(ExitCode::from(3)),
        Opened::Never => None,
    }
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
