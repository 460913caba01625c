//! What an event led to: what to show and what to keep. Effects carry no orders; nobody acts on them.

use crate::customer::Shift;
use crate::rubric::Evidence;
use crate::scenario::{
    AgreementIx, ClueIx, EndingIx, FactIx, PersonIx, PromiseIx, ReplyIx, Scenario, SettingIx, StageIx, TurnIx,
};
use crate::text::Bilingual;

/// Why the customer says a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A turn is reached.
    Turn,
    /// A fix came too soon.
    Bounce,
    /// Nothing else fits.
    Otherwise,
    /// The last picture.
    Ending,
}

/// Where the words of a line stand in the scene.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Why it is said.
    pub kind: LineKind,
    /// At which turn.
    pub turn: TurnIx,
    /// `None`: the customer.
    pub by: Option<PersonIx>,
    place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Says(usize),
    Hot(usize),
    Cool(usize),
    Bounces(usize),
    SceneBounces(usize),
    Otherwise(usize),
    Ending(EndingIx),
}

impl Line {
    pub(super) fn new(kind: LineKind, turn: TurnIx, by: Option<PersonIx>, place: Place) -> Self {
        Self { kind, turn, by, place }
    }

    /// The words.
    #[must_use]
    pub fn words<'s>(&self, scenario: &'s Scenario) -> &'s Bilingual {
        let turn = scenario.turn(self.turn);
        let found = match self.place {
            Place::Says(at) => turn.says.get(at),
            Place::Hot(at) => turn.hot.get(at),
            Place::Cool(at) => turn.cool.get(at),
            Place::Bounces(at) => turn.bounces.get(at),
            Place::SceneBounces(at) => scenario.bounces.get(at),
            Place::Otherwise(at) => turn.otherwise.get(at),
            Place::Ending(ending) => scenario.endings.get(ending.index()).map(|ending| &ending.says),
        };
        found.unwrap_or(&scenario.customer.name)
    }

    /// Bearing or action before the words.
    #[must_use]
    pub fn does<'s>(&self, scenario: &'s Scenario) -> Option<&'s Bilingual> {
        if self.kind == LineKind::Turn { scenario.turn(self.turn).does.as_ref() } else { None }
    }

    /// Who speaks.
    #[must_use]
    pub fn speaker<'s>(&self, scenario: &'s Scenario) -> &'s Bilingual {
        self.by.and_then(|by| scenario.people.get(by.index())).unwrap_or(&scenario.customer.name)
    }
}

/// What the trainee does without words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Listens on.
    Listens,
    /// Looks.
    Looks,
    /// Changes the setting.
    Changes(SettingIx),
}

impl Doing {
    /// As a line of the talk.
    #[must_use]
    pub fn words(self, scenario: &Scenario) -> Bilingual {
        match self {
            Self::Listens => Bilingual::new("你没插话，听下去。", "You don't interrupt; you listen on."),
            Self::Looks => Bilingual::new("你看了看对方。", "You look."),
            Self::Changes(setting) => {
                scenario.settings.get(setting.index()).map(|setting| setting.says.clone()).unwrap_or_default()
            }
        }
    }
}

/// What an answer came to, at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnCard {
    /// Number of the answer, 0 = first of the talk.
    pub answer: u16,
    /// The turn it was given at.
    pub turn: TurnIx,
    /// What it showed, in spoken order.
    pub shown: Vec<Evidence>,
    /// Feel level 0–4.
    pub feel: u8,
    /// Mean order of its issue moves against a shut gate, per cent; `None` where the gate was open or it had none.
    pub order: Option<u8>,
    /// The fix did not land.
    pub bounced: bool,
    /// Some of its words could not be read.
    pub unread: bool,
}

/// Something an event led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// The talk moved to another place or time.
    StageChanged(StageIx),
    /// Somebody speaks.
    Says(Line),
    /// What the trainee does without words, as a line of the talk.
    TraineeDoes(Doing),
    /// What the answer came to.
    Judged(TurnCard),
    /// Heat or trust moved.
    Shifted(Shift),
    /// The customer can take in a solution.
    GateOpened,
    /// The customer can't.
    GateShut,
    /// A fact was learned.
    Learned(FactIx),
    /// A fact was written down.
    NotedDown(FactIx),
    /// Something was seen.
    Saw(ClueIx),
    /// There was nothing new to see.
    NothingToSee,
    /// A breath was taken.
    Breathed,
    /// The customer waited too long.
    Silence,
    /// An agreement was reached.
    Agreed(AgreementIx),
    /// A promise was made.
    Promised(PromiseIx),
    /// A promise was kept.
    PromiseKept(PromiseIx),
    /// A promise was broken.
    PromiseBroken(PromiseIx),
    /// Critical harm: doing it again confirms.
    Warned(TurnIx, ReplyIx),
    /// What to watch for.
    Hint(TurnIx),
    /// The talk is over.
    Closed(EndingIx),
}
