//! The command line as it can be written. Does nothing with it.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use super::help;
use super::out::{Exit, Out};
use crate::session::Mode;
use crate::text::Lang;

/// What holds for every command; accepted before and after its name.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// Keep attempts and settings in this folder
    #[arg(long, global = true, value_name = "FOLDER")]
    pub data_dir: Option<PathBuf>,
    /// Speak this language: zh or en
    #[arg(long, global = true, value_name = "LANG", value_parser = lang)]
    lang: Option<Lang>,
}

impl Options {
    /// The language asked for, else the system's, else Chinese.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or_else(super::system_lang)
    }
}

#[derive(Debug, Parser)]
#[command(
    name = "heartfirst",
    version,
    disable_help_subcommand = true,
    about = "Heartfirst (先心): practise handling complaints, emotions first, then the issue"
)]
struct CommandLine {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Option<Command>,
}

/// A command; without one the app opens.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Check scenes: files, or folders of files
    Check(Check),
    /// Play a scene in the terminal, or from a script
    Play(Play),
    /// Read typed replies: one JSON object a line on standard input
    Read(Read),
    /// Replay a record and compare its score
    Verify(Verify),
    /// List what was practised
    Attempts(Attempts),
}

/// `check`.
#[derive(Debug, Clone, Args)]
pub struct Check {
    /// Scene files, or folders that hold some
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Words for people or JSON for machines
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `play`.
#[derive(Debug, Clone, Args)]
pub struct Play {
    /// The scene: its id, or a path
    #[arg(value_name = "SCENE")]
    pub scene: String,
    /// Play the actions in this file, one a line (- for standard input)
    #[arg(long, value_name = "FILE", conflicts_with = "golden")]
    pub script: Option<PathBuf>,
    /// Play one of the scene's own transcripts
    #[arg(long, value_name = "NAME")]
    pub golden: Option<String>,
    /// Draws the wordings and the order of the cards
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// How it is played
    #[command(flatten)]
    pub how: How,
    /// Words for people or JSON for machines
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `read`.
#[derive(Debug, Clone, Args)]
pub struct Read {
    /// Words for people or a line of JSON for each reply
    #[arg(long, value_enum, default_value_t)]
    pub format: ReadFormat,
}

/// How readings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ReadFormat {
    /// For people.
    #[default]
    Text,
    /// For machines.
    #[value(alias = "json")]
    Jsonl,
}

/// `verify`.
#[derive(Debug, Clone, Args)]
pub struct Verify {
    /// The record: a file, or the id of an attempt
    #[arg(value_name = "RECORD")]
    pub record: String,
    /// Replay it with this scene: an id, or a path
    #[arg(long, value_name = "SCENE")]
    pub scene: Option<String>,
    /// Words for people or JSON for machines
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `attempts`.
#[derive(Debug, Clone, Args)]
pub struct Attempts {
    /// Words for people or JSON for machines
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// How a scene is played.
#[derive(Debug, Clone, Copy, Default, Args)]
#[group(multiple = false)]
pub struct How {
    /// With the reasons shown as it goes
    #[arg(long)]
    coached: bool,
    /// Feelings in words, no reasons
    #[arg(long)]
    alone: bool,
    /// No hints, and the result stays sealed
    #[arg(long)]
    exam: bool,
}

impl How {
    /// The mode asked for.
    #[must_use]
    pub fn mode(self) -> Option<Mode> {
        [(self.coached, Mode::Coached), (self.alone, Mode::Alone), (self.exam, Mode::Exam)]
            .into_iter()
            .find_map(|(asked, mode)| asked.then_some(mode))
    }
}

/// Whom the result is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// People.
    #[default]
    Text,
    /// Machines.
    Json,
}

fn lang(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "zh, en".to_owned())
}

/// Reads a command line; help and slips are shown at once.
pub(super) fn parse(line: impl IntoIterator<Item = OsString>) -> Result<(Options, Option<Command>), Exit> {
    let line: Vec<OsString> = line.into_iter().collect();
    let lang = wished(&line).unwrap_or_else(super::system_lang);
    let command = CommandLine::command();
    let mut command = if lang == Lang::Zh { help::in_chinese(command) } else { command };
    let asked = command.try_get_matches_from_mut(line).and_then(|matches| CommandLine::from_arg_matches(&matches));
    match asked {
        Ok(asked) => Ok((asked.options, asked.command)),
        Err(slip) => {
            let mut out = Out::new(lang);
            if !slip.use_stderr() {
                out.part(&slip.render().to_string());
                return Err(Exit::Ok);
            }
            match lang {
                Lang::Zh => out.tell(&help::slip(&slip)),
                Lang::En => out.tell(slip.render().to_string().trim_end()),
            }
            Err(Exit::Usage)
        }
    }
}

/// The language a line asks for, before anything else in it is understood.
fn wished(line: &[OsString]) -> Option<Lang> {
    let words: Vec<&str> = line.iter().filter_map(|word| word.to_str()).collect();
    let apart = words.windows(2).find_map(|pair| (pair.first() == Some(&"--lang")).then(|| pair.last().copied()));
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    apart.flatten().or(joined).and_then(Lang::from_code)
}
