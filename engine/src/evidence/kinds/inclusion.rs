//! Evidence of what is included, and of consistency.
use crate::evidence::{
    Assumption, Binding, Cost, EvidenceCard, Family, Kind, Lifetime, Nature, Revocation, Scope,
};

/// DeCandia and others, "Dynamo" (SOSP 2007), sections 4.4 and 4.5: a replica's acknowledgement of
/// versions, counted as they came to its disk.
pub(in crate::evidence) const VERSION_VECTOR: EvidenceCard = EvidenceCard {
    kind: Kind::VersionVector,
    name: "version vector",
    says: "Every version that I have acknowledged is on my disk.",
    family: Family::Inclusion,
    nature: Nature::Promise,
    scope: Scope::Service,
    lifetime: Lifetime::Permanent,
    binding: Binding::Version,
    forwardable: false,
    composable: true,
    revocation: Revocation::None,
    cost: Cost { messages: 2, flushes: 1, amortised: false },
    assumptions: &[Assumption::HonestFlush, Assumption::CrashOnly],
};
