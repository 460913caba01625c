//! The thirty moves: what one reply can show (the label set). Says nothing about when a move is right.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// Which side of the talk a move belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Track {
    /// Meets the person (feeling).
    Feeling,
    /// Solves the matter (issue).
    Issue,
    /// Makes it worse.
    Harm,
}

macro_rules! moves {
    ($($(#[doc = $doc:literal])* $variant:ident $id:literal $track:ident $zh:literal $en:literal,)*) => {
        /// One thing a reply does; the ids are those of files, commands and labelled data.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Move {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Move {
            /// Every move, feeling track first, then issue, then harm.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// The ids of [`Move::ALL`], in the same order.
            pub const IDS: &[&'static str] = &[$($id),*];

            /// Stable id, as written in scenario files.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }

            /// The side of the talk this move belongs to.
            #[must_use]
            pub fn track(self) -> Track {
                match self { $(Self::$variant => Track::$track),* }
            }

            /// What a trainer calls it.
            #[must_use]
            pub fn name(self) -> Bilingual {
                match self { $(Self::$variant => Bilingual::new($zh, $en)),* }
            }
        }
    };
}

moves! {
    /// Names or validates the feeling, or its reason.
    AcknowledgeFeeling "acknowledge_feeling" Feeling "认同感受" "acknowledges the feeling",
    /// Invites or allows the customer to go on.
    LetVent "let_vent" Feeling "请客户说完" "lets them finish",
    /// Gives the concern back in own words.
    Paraphrase "paraphrase" Feeling "复述确认" "says it back",
    /// Sincere regret for the fault, the trouble or the wait.
    Apologise "apologise" Feeling "致歉" "apologises",
    /// Thanks for raising it, for patience, for coming.
    Thank "thank" Feeling "致谢" "thanks",
    /// Takes the matter on.
    TakeOwnership "take_ownership" Feeling "主动担责" "takes it on",
    /// Greeting, self-introduction, the customer's name with respect.
    Greet "greet" Feeling "问候称呼" "greets by name",
    /// Invites to a calmer place or channel.
    OfferQuietPlace "offer_quiet_place" Feeling "换个安静处" "offers a quiet place",
    /// A shared goal, or asks consent to the plan.
    SeekAgreement "seek_agreement" Feeling "寻求共识" "seeks common ground",
    /// A real question about what happened or what is wanted.
    AskFacts "ask_facts" Issue "了解事实" "asks for facts",
    /// A plain reason the customer can follow.
    ExplainCause "explain_cause" Issue "说明原因" "explains the cause",
    /// A concrete act that moves the matter.
    OfferRemedy "offer_remedy" Issue "给出办法" "offers a remedy",
    /// Two or more ways; the customer chooses.
    OfferOptions "offer_options" Issue "给出选择" "offers a choice",
    /// When it happens, or when the customer hears.
    CommitTime "commit_time" Issue "承诺时限" "names a time",
    /// What has been done, where it stands, what comes next.
    UpdateProgress "update_progress" Issue "通报进展" "reports progress",
    /// A rule told as what the customer gains from it.
    PolicyAsBenefit "policy_as_benefit" Issue "规则讲成好处" "tells the rule as a benefit",
    /// Brings in the right person and stays with it.
    Escalate "escalate" Issue "请人支援" "brings someone in",
    /// Asks whether this solves it.
    CheckSatisfaction "check_satisfaction" Issue "确认满意" "checks satisfaction",
    /// Contradicts the customer's account.
    Deny "deny" Harm "否认反驳" "contradicts the customer",
    /// Puts the cause on the customer.
    BlameCustomer "blame_customer" Harm "怪罪客户" "blames the customer",
    /// Puts the fault on a colleague, department or maker.
    BlameOthers "blame_others" Harm "推诿他人" "passes the blame",
    /// Tries to win.
    Argue "argue" Harm "争输赢" "argues to win",
    /// Plays the trouble or the feeling down.
    Minimise "minimise" Harm "轻描淡写" "plays it down",
    /// Can't or won't, with no alternative.
    Refuse "refuse" Harm "只说不能" "only says no",
    /// The rule as the reason to end the talk.
    PolicyAsWall "policy_as_wall" Harm "拿规定挡人" "hides behind a rule",
    /// Guarantees beyond what the speaker can know or decide.
    Overpromise "overpromise" Harm "过度承诺" "over-promises",
    /// Formula and nothing else.
    StockPhrase "stock_phrase" Harm "套话" "recites a formula",
    /// Hurries or interrupts.
    Rush "rush" Harm "催促打断" "hurries the customer",
    /// Sarcasm, insult, threat, contempt.
    Rude "rude" Harm "失礼" "is rude",
    /// Puts off with no time and no next step.
    Stall "stall" Harm "拖延" "stalls",
}

impl Move {
    /// The move with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::IDS.iter().position(|known| *known == id).map(|index| Self::ALL[index])
    }

    /// True for the moves that solve the matter; these bounce while the gate is shut.
    #[must_use]
    pub fn is_issue(self) -> bool {
        self.track() == Track::Issue
    }

    /// True for the moves that make it worse.
    #[must_use]
    pub fn is_harm(self) -> bool {
        self.track() == Track::Harm
    }
}
