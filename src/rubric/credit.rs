//! Which moves meet a key point and which lose it (SCORING §3), and the feel level (§2). Keeps no state.

use super::{Evidence, KeyPoint, Move, Strength};

impl KeyPoint {
    /// The moves that meet it. Point 1 is also met by any answer that is no stalling; see [`answers_now`].
    #[must_use]
    pub fn met_by(self) -> &'static [Move] {
        match self {
            Self::RespondPromptly => &[Move::CommitTime],
            Self::KeepInformed => &[Move::CommitTime, Move::UpdateProgress],
            Self::SayWhatYouCanDo => &[Move::OfferRemedy, Move::OfferOptions],
            Self::QuietPlace => &[Move::OfferQuietPlace],
            Self::DoNotChallenge => &[Move::TakeOwnership, Move::Escalate],
            Self::DoNotWin => &[
                Move::SeekAgreement,
                Move::AcknowledgeFeeling,
                Move::Apologise,
                Move::Thank,
                Move::Paraphrase,
                Move::TakeOwnership,
            ],
            Self::LetThemVent => &[Move::LetVent, Move::Paraphrase],
            Self::CommonGround => &[Move::SeekAgreement],
            Self::RulesAsBenefits => &[Move::PolicyAsBenefit],
        }
    }

    /// The moves that lose it.
    #[must_use]
    pub fn lost_by(self) -> &'static [Move] {
        match self {
            Self::RespondPromptly => &[Move::Stall],
            Self::SayWhatYouCanDo => &[Move::Refuse],
            Self::DoNotChallenge => &[Move::Deny, Move::BlameCustomer, Move::BlameOthers, Move::Overpromise],
            Self::DoNotWin => &[Move::Argue],
            Self::LetThemVent => &[Move::Rush],
            Self::RulesAsBenefits => &[Move::PolicyAsWall],
            Self::KeepInformed | Self::QuietPlace | Self::CommonGround => &[],
        }
    }

    /// Can it be done ahead of time, so that it pays for the next chance? Answering now and letting a side issue go can't.
    #[must_use]
    pub fn prepayable(self) -> bool {
        !matches!(self, Self::RespondPromptly | Self::DoNotWin)
    }
}

/// How an answer stands to a key point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The evidence at this position meets it.
    Met(usize),
    /// The evidence at this position loses it.
    Lost(usize),
    /// Nothing said about it.
    Open,
}

/// Judges one answer for one point. `gate_was_shut`: could the customer take in a solution when it began?
///
/// What loses a point outweighs what meets it in the same answer: "sorry, but you are wrong" is no apology.
#[must_use]
pub fn judge(point: KeyPoint, shown: &[Evidence], gate_was_shut: bool, urgent: bool) -> Verdict {
    let lost = shown.iter().position(|evidence| point.lost_by().contains(&evidence.shows));
    let met = shown.iter().position(|evidence| point.met_by().contains(&evidence.shows));
    match (point, lost, met) {
        // Leading with what is possible: a "can't" after the offer doesn't hide it.
        (KeyPoint::SayWhatYouCanDo, Some(lost), Some(met)) if met < lost => Verdict::Met(met),
        (_, Some(lost), _) => Verdict::Lost(lost),
        (_, None, Some(met)) => Verdict::Met(met),
        (KeyPoint::RespondPromptly, None, None) => answers_now(shown).map_or(Verdict::Open, Verdict::Met),
        (KeyPoint::LetThemVent, None, None) if gate_was_shut && !urgent => {
            shown.iter().position(|evidence| evidence.shows.is_issue()).map_or(Verdict::Open, Verdict::Lost)
        }
        _ => Verdict::Open,
    }
}

/// The first evidence that this customer is being answered now: anything but harm.
fn answers_now(shown: &[Evidence]) -> Option<usize> {
    shown.iter().position(|evidence| !evidence.shows.is_harm())
}

/// Harm on points 5 and 6: two of these unrepaired cap the score.
#[must_use]
pub fn major(shown: &[Evidence]) -> Option<(KeyPoint, usize)> {
    [KeyPoint::DoNotChallenge, KeyPoint::DoNotWin].into_iter().find_map(|point| {
        let at = shown.iter().position(|evidence| point.lost_by().contains(&evidence.shows))?;
        Some((point, at))
    })
}

/// How well an answer meets the feeling, 0–4 (SCORING §2).
#[must_use]
pub fn feel_level(shown: &[Evidence]) -> u8 {
    let denies = [Move::Deny, Move::Minimise, Move::Rush, Move::Rude, Move::BlameCustomer, Move::Argue];
    if shown.iter().any(|evidence| denies.contains(&evidence.shows)) {
        return 0;
    }
    let has = |wanted: Move| shown.iter().any(|evidence| evidence.shows == wanted);
    let names_it = shown.iter().any(|evidence| {
        let feels =
            matches!(evidence.shows, Move::AcknowledgeFeeling | Move::Apologise | Move::Paraphrase | Move::LetVent);
        feels && evidence.strength == Strength::Specific
    });
    let meets = [Move::AcknowledgeFeeling, Move::Apologise, Move::LetVent, Move::Paraphrase, Move::TakeOwnership];
    if names_it && (has(Move::LetVent) || has(Move::TakeOwnership)) {
        4
    } else if names_it {
        3
    } else if meets.into_iter().any(has) {
        2
    } else {
        1
    }
}

/// Order `q` of the issue move at `at`, in halves: 2 after a feel ≥ 2 in the same answer, 1 before one, 0 without.
#[must_use]
pub fn order_halves(shown: &[Evidence], at: usize) -> u8 {
    let (before, from_here) = shown.split_at(at.min(shown.len()));
    if feel_level(before) >= 2 {
        2
    } else if feel_level(shown) >= 2 && feel_level(from_here) >= 2 {
        1
    } else {
        0
    }
}
