//! Evidence of recency.
use crate::evidence::{
    Assumption, Binding, Cost, EvidenceCard, Fact, Family, Kind, Lifetime, Nature, Revocation,
    Scope,
};

/// Gray and Cheriton, "Leases" (SOSP 1989); for Raft's leader, Ongaro's dissertation, 6.4.1.
pub(in crate::evidence) const LEASE_EPOCH: EvidenceCard = EvidenceCard {
    kind: Kind::LeaseEpoch,
    name: "lease",
    says: "Until it runs out I help nobody but you.",
    family: Family::Recency,
    nature: Nature::Promise,
    scope: Scope::Service,
    lifetime: Lifetime::UntilDeadline,
    binding: Binding::Term,
    forwardable: false,
    composable: true,
    revocation: Revocation::Returned,
    cost: Cost { messages: 2, flushes: 0, amortised: true },
    assumptions: &[Assumption::DriftWithinBound, Assumption::CrashOnly],
};

/// An answer to a round of questions: it was true when it was given. Where there are terms of
/// office, it is given to whoever holds it.
pub(in crate::evidence) const HEARTBEAT: EvidenceCard = EvidenceCard {
    kind: Kind::Heartbeat,
    name: "heartbeat",
    says: "I am up, and we can talk.",
    family: Family::Recency,
    nature: Nature::Report(Fact::Reachable),
    scope: Scope::Host,
    lifetime: Lifetime::WhileTrue,
    binding: Binding::Term,
    forwardable: false,
    composable: true,
    revocation: Revocation::Silent,
    cost: Cost { messages: 2, flushes: 0, amortised: true },
    assumptions: &[],
};

/// A reading of a wall clock with the error that its host claims.
pub(in crate::evidence) const WALL_TIMESTAMP: EvidenceCard = EvidenceCard {
    kind: Kind::WallTimestamp,
    name: "wall timestamp with a bound",
    says: "My wall clock is no further off than I claim.",
    family: Family::Recency,
    nature: Nature::Report(Fact::ClockWithinClaim),
    scope: Scope::Host,
    lifetime: Lifetime::WhileTrue,
    binding: Binding::Reading,
    forwardable: true,
    composable: false,
    revocation: Revocation::Silent,
    cost: Cost { messages: 0, flushes: 0, amortised: true },
    assumptions: &[Assumption::ClockWithinClaim],
};
