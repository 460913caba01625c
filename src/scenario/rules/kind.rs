//! What a name in a scene can stand for. Knows the words only, not the names.

/// The kinds of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Turn,
    Reply,
    Fact,
    Burden,
    Clue,
    Promise,
    Agreement,
    Stage,
    Person,
    Setting,
    Authority,
    Cannot,
    Deadline,
    Ending,
    Golden,
}

impl Kind {
    /// What a trainer calls it: Chinese, English.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Turn => ("对话轮", "turn"),
            Self::Reply => ("回应", "reply"),
            Self::Fact => ("事实", "fact"),
            Self::Burden => ("负担", "burden"),
            Self::Clue => ("线索", "clue"),
            Self::Promise => ("承诺", "promise"),
            Self::Agreement => ("约定", "agreement"),
            Self::Stage => ("场所", "stage"),
            Self::Person => ("人物", "person"),
            Self::Setting => ("换场方式", "setting"),
            Self::Authority => ("权限", "authority"),
            Self::Cannot => ("不能答应的事", "limit"),
            Self::Deadline => ("时限", "deadline"),
            Self::Ending => ("结局", "ending"),
            Self::Golden => ("样例对话", "golden"),
        }
    }

    /// The field in which such names are defined.
    pub(super) fn home(self) -> &'static str {
        match self {
            Self::Turn => "turns",
            Self::Reply => "replies",
            Self::Fact => "facts",
            Self::Burden => "burdens",
            Self::Clue => "clues",
            Self::Promise => "promises",
            Self::Agreement => "agreements",
            Self::Stage => "stages",
            Self::Person => "people",
            Self::Setting => "settings",
            Self::Authority => "authority",
            Self::Cannot => "cannot",
            Self::Deadline => "deadlines",
            Self::Ending => "endings",
            Self::Golden => "goldens",
        }
    }
}
