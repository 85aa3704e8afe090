//! Evidence of order and commit.
use crate::evidence::{
    Assumption, Binding, Cost, EvidenceCard, Family, Kind, Lifetime, Nature, Revocation, Scope,
};

/// Raft, section 5.2: a vote, on disk before it is given.
pub(in crate::evidence) const ELECTION_VOTE: EvidenceCard = EvidenceCard {
    kind: Kind::ElectionVote,
    name: "election vote",
    says: "In this term I vote for nobody but you.",
    family: Family::Order,
    nature: Nature::Promise,
    scope: Scope::Service,
    lifetime: Lifetime::Permanent,
    binding: Binding::Term,
    forwardable: false,
    composable: true,
    revocation: Revocation::None,
    cost: Cost { messages: 2, flushes: 1, amortised: true },
    assumptions: &[Assumption::HonestFlush, Assumption::CrashOnly],
};

/// Raft, section 5.3: an acknowledgement of entries that are on the follower's disk.
pub(in crate::evidence) const LOG_POSITION: EvidenceCard = EvidenceCard {
    kind: Kind::LogPosition,
    name: "log position",
    says: "What you sent me in this term is on my disk.",
    family: Family::Order,
    nature: Nature::Promise,
    scope: Scope::Service,
    lifetime: Lifetime::Permanent,
    binding: Binding::Term,
    forwardable: false,
    composable: true,
    revocation: Revocation::None,
    cost: Cost { messages: 2, flushes: 1, amortised: true },
    assumptions: &[Assumption::HonestFlush, Assumption::CrashOnly],
};

/// Mohan and others, "ARIES" (TODS 1992), section 1: a write is acknowledged once the log that
/// tells of it is on disk. Counted as writes came to the disk.
pub(in crate::evidence) const COMMIT_RECORD: EvidenceCard = EvidenceCard {
    kind: Kind::CommitRecord,
    name: "commit record",
    says: "Every write that I have acknowledged is on my disk.",
    family: Family::Order,
    nature: Nature::Promise,
    scope: Scope::Service,
    lifetime: Lifetime::Permanent,
    binding: Binding::Count,
    forwardable: false,
    composable: true,
    revocation: Revocation::None,
    cost: Cost { messages: 2, flushes: 1, amortised: false },
    assumptions: &[Assumption::HonestFlush, Assumption::CrashOnly],
};
