//! Temperaments (DOMAIN §3): how worry sounds. The figures are data; see `profile`.

use serde::{Deserialize, Serialize};

use crate::text::Bilingual;

/// Five difficult kinds, and three others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Temperament {
    /// Tears or shouting, feelings before facts.
    Emotional,
    /// Speaks for all consumers.
    Righteous,
    /// Holds to own view.
    Stubborn,
    /// Has a goal and knows the law.
    Prepared,
    /// Threatens exposure.
    Influential,
    /// Doesn't know the rules, expects too much.
    Problem,
    /// Notices everything.
    Picky,
    /// Drunk, abusive or breaking the law.
    Wrong,
}

impl Temperament {
    /// Every temperament.
    pub const ALL: [Self; 8] = [
        Self::Emotional,
        Self::Righteous,
        Self::Stubborn,
        Self::Prepared,
        Self::Influential,
        Self::Problem,
        Self::Picky,
        Self::Wrong,
    ];

    /// What a trainer calls it.
    #[must_use]
    pub fn name(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Emotional => ("感情用事", "emotional"),
            Self::Righteous => ("滥用正义感", "righteous"),
            Self::Stubborn => ("固执己见", "stubborn"),
            Self::Prepared => ("有备而来", "prepared"),
            Self::Influential => ("有社会背景", "influential"),
            Self::Problem => ("问题客户", "problem customer"),
            Self::Picky => ("挑剔", "picky"),
            Self::Wrong => ("错误客户", "wrong customer"),
        };
        Bilingual::new(zh, en)
    }
}
