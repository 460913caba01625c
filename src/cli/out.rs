//! Where results and talk go: standard output and standard error. Never fails on a pipe that was closed.

use std::io::{self, IsTerminal as _, Write as _};

use crate::diag::Ink;
use crate::text::Lang;

/// How a command ended; the number is the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing to say against it.
    Ok = 0,
    /// Something was found.
    Findings = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// Something can't be read or written.
    Disk = 3,
    /// Another instance holds the data.
    Locked = 5,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Results to standard output, everything else to standard error, in one language.
#[derive(Debug)]
pub struct Out {
    /// The language everything is said in.
    pub lang: Lang,
    gone: bool,
    machine: bool,
}

impl Out {
    /// To the terminal or wherever it was sent.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, gone: false, machine: false }
    }

    /// A line of the result.
    pub fn line(&mut self, text: &str) {
        self.write(text, true);
    }

    /// Part of a line, shown at once.
    pub fn part(&mut self, text: &str) {
        if self.machine {
            let _ = write!(io::stderr().lock(), "{text}");
            return;
        }
        self.write(text, false);
    }

    /// The result is for a machine: what is said to people goes to standard error from now on.
    pub fn for_machine(&mut self) {
        self.machine = true;
    }

    /// A line of a talk.
    pub fn say(&mut self, text: &str) {
        if self.machine { self.tell(text) } else { self.line(text) }
    }

    /// A line to whoever runs the command.
    pub fn tell(&mut self, text: &str) {
        // Where standard error is closed there is nobody left to tell.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// A machine's result: one line of JSON.
    pub fn json(&mut self, value: &serde_json::Value) {
        self.write(&value.to_string(), true);
    }

    /// Nobody reads the result any more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.gone
    }

    /// Colours for a terminal, none for a file or a pipe.
    #[must_use]
    pub fn ink(&self) -> Ink {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        if wanted && io::stdout().is_terminal() { Ink::Coloured } else { Ink::Plain }
    }

    fn write(&mut self, text: &str, ends: bool) {
        if self.gone {
            return;
        }
        let mut stdout = io::stdout().lock();
        let end = if ends { "\n" } else { "" };
        let written = write!(stdout, "{text}{end}").and_then(|()| stdout.flush());
        self.gone = written.is_err();
    }
}
