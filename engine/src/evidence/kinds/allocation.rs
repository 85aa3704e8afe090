//! Evidence of who may use what.
use crate::evidence::{
    Assumption, Binding, Cost, EvidenceCard, Family, Kind, Lifetime, Nature, Revocation, Scope,
};

/// Burrows, "The Chubby lock service" (OSDI 2006), section 2.4, calls it a sequencer.
pub(in crate::evidence) const FENCING_TOKEN: EvidenceCard = EvidenceCard {
    kind: Kind::FencingToken,
    name: "fencing promise",
    says: "I refuse every token lower than one I have seen.",
    family: Family::Allocation,
    nature: Nature::Promise,
    scope: Scope::Resource,
    lifetime: Lifetime::Permanent,
    binding: Binding::Token,
    forwardable: false,
    composable: false,
    revocation: Revocation::None,
    cost: Cost { messages: 2, flushes: 0, amortised: true },
    assumptions: &[Assumption::HonestFlush],
};

/// DeCandia and others, "Dynamo" (SOSP 2007), section 4.6.
pub(in crate::evidence) const HANDOFF_HINT: EvidenceCard = EvidenceCard {
    kind: Kind::HandoffHint,
    name: "handoff hint",
    says: "I keep this for another until I can hand it over.",
    family: Family::Allocation,
    nature: Nature::Promise,
    scope: Scope::Key,
    lifetime: Lifetime::Permanent,
    binding: Binding::Count,
    forwardable: false,
    composable: true,
    revocation: Revocation::None,
    cost: Cost { messages: 2, flushes: 1, amortised: false },
    assumptions: &[Assumption::HonestFlush, Assumption::CrashOnly],
};
