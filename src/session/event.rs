//! What happened in a talk, in the order it happened. An event never says what it led to; `step` does.

use serde::{Deserialize, Serialize};

use crate::reading::Reading;
use crate::text::{Bilingual, Lang};

/// One thing the trainee did. Names are the scene's ids, so a journal can be read by people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Picked a reply of the turn at hand.
    Picked(String),
    /// Said something in own words; what was read in them is kept, so that a better reader never rewrites history.
    Typed {
        /// Verbatim.
        words: String,
        /// The language of the talk.
        lang: Lang,
        /// What was found in the words then.
        reading: Reading,
    },
    /// Listened on without a word.
    Listened,
    /// Looked at the customer.
    Observed,
    /// Wrote a known fact down.
    Noted(String),
    /// Changed place, person or time.
    ChangedSetting(String),
    /// Took a breath.
    Breathed,
    /// Asked for a hint.
    HintAsked,
    /// Left the talk.
    Left,
}

/// Why an event can't happen now. The talk stays as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The talk is over.
    Over,
    /// The turn has no such reply.
    NoSuchReply(String),
    /// The reply or setting can't be chosen now; the scene says why.
    Unavailable(Bilingual),
    /// Nobody has told such a fact.
    NoSuchFact(String),
    /// There is no such setting here.
    NoSuchSetting(String),
    /// Nothing was said.
    NoWords,
}

impl Refused {
    /// The reason in words.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::Over => Bilingual::new("这场谈话已经结束。", "The talk is over."),
            Self::NoSuchReply(id) => {
                Bilingual::new(format!("这一轮没有“{id}”这句回应。"), format!("This turn has no reply \"{id}\"."))
            }
            Self::Unavailable(reason) => reason.clone(),
            Self::NoSuchFact(id) => {
                Bilingual::new(format!("还没有人说过“{id}”这件事。"), format!("Nobody has told the fact \"{id}\" yet."))
            }
            Self::NoSuchSetting(id) => Bilingual::new(
                format!("这会儿没有“{id}”可换。"),
                format!("There is no setting \"{id}\" to change to here."),
            ),
            Self::NoWords => Bilingual::new("还没写字。", "No words yet."),
        }
    }
}
