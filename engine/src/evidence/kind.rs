//! The closed list of kinds. Each has a card in the folder of its family.
use super::{EvidenceCard, Nature, kinds};

/// What is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// In this term I vote for nobody but you.
    ElectionVote,
    /// What you sent me in this term is on my disk.
    LogPosition,
    /// Until it runs out I help nobody but you.
    LeaseEpoch,
    /// I am up, and we can talk.
    Heartbeat,
    /// My wall clock is no further off than I claim.
    WallTimestamp,
    /// I refuse tokens lower than one I have seen.
    FencingToken,
    /// I keep this for another until I can hand it over.
    HandoffHint,
    /// Every write that I have acknowledged is on my disk.
    CommitRecord,
}

impl Kind {
    /// Every kind, in the order of its number.
    pub const ALL: [Kind; 8] = [
        Kind::ElectionVote,
        Kind::LogPosition,
        Kind::LeaseEpoch,
        Kind::Heartbeat,
        Kind::WallTimestamp,
        Kind::FencingToken,
        Kind::HandoffHint,
        Kind::CommitRecord,
    ];

    /// All that readers see of it.
    pub const fn card(self) -> &'static EvidenceCard {
        match self {
            Kind::ElectionVote => &kinds::order::ELECTION_VOTE,
            Kind::LogPosition => &kinds::order::LOG_POSITION,
            Kind::LeaseEpoch => &kinds::recency::LEASE_EPOCH,
            Kind::Heartbeat => &kinds::recency::HEARTBEAT,
            Kind::WallTimestamp => &kinds::recency::WALL_TIMESTAMP,
            Kind::FencingToken => &kinds::allocation::FENCING_TOKEN,
            Kind::HandoffHint => &kinds::allocation::HANDOFF_HINT,
            Kind::CommitRecord => &kinds::order::COMMIT_RECORD,
        }
    }

    /// Its name in the book.
    pub const fn name(self) -> &'static str {
        self.card().name
    }

    /// Does it state a fact rather than bind its issuer?
    pub const fn is_report(self) -> bool {
        matches!(self.card().nature, Nature::Report(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_card_belongs_to_its_kind_and_says_one_sentence() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            let card = kind.card();
            assert_eq!((card.kind, kind as usize), (kind, number));
            assert!(card.says.ends_with('.') && card.says.matches(". ").count() == 0, "{card:?}");
        }
    }
}
