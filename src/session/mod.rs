//! A talk: events go in, effects come out, everything can be replayed. Touches no disk and no screen.

pub mod debrief;
mod effect;
mod event;
pub mod golden;
mod holds;
mod journal;
mod listen;
mod live;
pub mod load;
pub mod script;
mod state;
mod step;
mod talk;
mod walk;

pub use effect::{Doing, Effect, Line, LineKind, TurnCard};
pub use event::{Event, Refused};
pub use journal::{FORMAT, Header, Journal, Mode, ReplayError, Stamped};
pub use listen::{clause_showing, read_in, typed};
pub use live::{Session, scorecard};
pub use state::{Gate, Offered, Phase, Promise, Standing, State};
pub use step::{open, step};
pub use talk::{Entry, Exchange, Said, Talk, What};
pub use walk::settings;
