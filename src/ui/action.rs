//! What a screen asks for. Screens return actions and change nothing; `perform` is the only place that does.

use crate::session::{Event, Mode};

use super::preferences::Settings;

/// A place in the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The first sixty seconds.
    FirstRun,
    /// What was left, what is worth trying next.
    Today,
    /// All scenes.
    Library,
    /// Before a talk: the scene of this id.
    Briefing(String),
    /// The running talk.
    Practice,
    /// What a talk came to: the attempt of this id, or the talk just finished.
    Debrief(Option<String>),
    /// One moment again.
    WhatIf,
    /// History and the nine points over time.
    Progress,
    /// The handbook, at a page where one is named (chapter id, page id).
    Handbook(Option<(String, String)>),
    /// Settings.
    Settings,
}

/// Which ways of answering a talk offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ways {
    /// Pick a line, or type.
    #[default]
    Both,
    /// Own words only.
    Typed,
}

/// How the trainee felt after a talk; never scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aftertaste {
    /// It went well.
    Fine,
    /// Stuck.
    Stuck,
    /// Angry.
    Angry,
}

/// Something a screen asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Show this place.
    Go(Route),
    /// Back to where one came from.
    Back,
    /// Begin the scene of this id.
    Start {
        /// The scene's id.
        scene: String,
        /// How it is played.
        mode: Mode,
        /// Which ways of answering it offers.
        ways: Ways,
    },
    /// Go on with the draft of this attempt id.
    Resume(String),
    /// Throw the draft of this attempt id away.
    Discard(String),
    /// This happens in the running talk (in What-if: in the other try).
    Act(Event),
    /// These words are said in the running talk (in What-if: in the other try).
    Say(String),
    /// Leave the running talk; it is kept as a draft.
    Pause,
    /// Play the moment before this event of the talk at hand again.
    Replay {
        /// The event to answer otherwise.
        event: u32,
    },
    /// How it was; asked before any mark.
    Feels(Aftertaste),
    /// Change the settings.
    Settings(Box<Settings>),
    /// Open the data folder in the system's file manager.
    OpenDataFolder,
    /// Keep data in this folder from the next start on.
    ChooseDataFolder(String),
    /// Write everything kept into one folder and say where.
    ExportData,
    /// Delete everything kept.
    DeleteData,
    /// Put these words on the clipboard.
    Copy(String),
}
