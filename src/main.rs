//! Chooses between the window and a command. Does neither itself.

use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use heartfirst::cli::{self, Asked, Options, Reach};

fn main() -> ExitCode {
    let chance = || RandomState::new().hash_one(std::process::id()) >> 32;
    let reach = Reach { read: |path| std::fs::read(path), list, chance };
    match cli::understand(std::env::args_os()) {
        Asked::Done(exit) => exit.into(),
        Asked::Command(options, command) => cli::run(&options, &command, reach).into(),
        Asked::App(options) => window(&options).unwrap_or_else(|| cli::without_window(&options, reach).into()),
    }
}

/// The window; `None` where none can open, and the terminal goes on with the same scenes.
#[cfg(feature = "gui")]
fn window(options: &Options) -> Option<ExitCode> {
    use heartfirst::store::{Folders, Store, disk::RealDisk, mine};
    use heartfirst::ui::open::{Opened, run};

    let usual = Folders::find(options.data_dir.clone());
    let given = options.data_dir.is_some();
    let folders = if given { usual } else { mine::chosen(&RealDisk, usual) };
    let mut store = Store::open(folders);
    if store.settings().first_run_done {
        // The language of a first start is the system's; later the trainee's own.
    } else {
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

fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
}
