//! A talk: events go in, effects come out, everything can be replayed. Touches no disk and no screen.

mod effect;
mod event;
mod holds;
mod state;
mod step;
mod walk;

pub use effect::{Doing, Effect, Line, LineKind, TurnCard};
pub use event::{Event, Refused};
pub use state::{Gate, Offered, Phase, Promise, Standing, State};
pub use step::{open, step};
pub use walk::settings;
