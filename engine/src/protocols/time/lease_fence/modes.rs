//! The contracts of a worker. Grantor and storage answer no clients.
use super::worker::reads_storage;
use super::{GRANTOR, STORAGE};
use crate::evidence::{Kind, Requirement};
use crate::guarantees::{GuaranteeVector, Order, Premises, Recency, Scope, Visibility};
use crate::modes::{ClassContracts, Clause, Contract, Invariant, Mode, ModeMatrix, SeeThinkDo};
use crate::node::Setup;

pub(super) fn matrix(setup: &Setup) -> ModeMatrix {
    let reads = match reads_storage(setup) {
        true => vec![ask(Mode::Target), refuse()],
        false => vec![own_copy(), ask(Mode::Degraded), refuse()],
    };
    let writes = vec![under_token(), refuse()];
    let class = |name, contracts| ClassContracts { name, contracts };
    ModeMatrix { classes: vec![class("reads", reads), class("writes", writes)] }
}

/// The grantor helps nobody else.
pub(super) fn lease() -> Requirement {
    Requirement::Atom(Kind::LeaseEpoch, GRANTOR)
}

/// The storage refuses those who had the lease before.
fn fenced() -> Requirement {
    Requirement::Atom(Kind::FencingToken, STORAGE)
}

/// The storage has what it has shown and acknowledged.
fn kept() -> Requirement {
    Requirement::Atom(Kind::CommitRecord, STORAGE)
}

fn storage_answers() -> Requirement {
    Requirement::Atom(Kind::Heartbeat, STORAGE)
}

fn own_copy() -> Contract {
    Contract {
        mode: Mode::Target,
        name: "own copy",
        promise: "The newest value, at once, without asking anybody.",
        vector: newest_by(Premises::LEASE),
        clauses: vec![Clause::checked(
            Invariant::Freshness,
            Requirement::All(vec![lease(), kept()]),
        )],
        operator: SeeThinkDo {
            see: "Reads take microseconds and send no messages.",
            think: "Everything rests on one clock running as assumed.",
            act: "Watch the clock's rate, not its hour.",
        },
    }
}

fn ask(mode: Mode) -> Contract {
    Contract {
        mode,
        name: "ask the storage",
        promise: "The newest value, after one round trip.",
        vector: newest_by(Premises::NONE),
        clauses: vec![
            Clause::checked(Invariant::Freshness, kept()),
            Clause::checked(Invariant::Availability, storage_answers()),
        ],
        operator: SeeThinkDo {
            see: "Reads take a round trip.",
            think: "No clock matters, only the storage's memory.",
            act: "Nothing: it is slower and right.",
        },
    }
}

fn under_token() -> Contract {
    Contract {
        mode: Mode::Target,
        name: "under its token",
        promise: "The write takes effect unless somebody else has taken over since.",
        vector: newest_by(Premises::NONE),
        clauses: vec![
            Clause::checked(Invariant::Exclusivity, Requirement::Any(vec![lease(), fenced()])),
            Clause::checked(Invariant::Conservation, kept()),
            Clause::checked(
                Invariant::Availability,
                Requirement::All(vec![lease(), storage_answers()]),
            ),
        ],
        operator: SeeThinkDo {
            see: "One worker writes.",
            think: "Does the storage check tokens, or does it believe whoever comes?",
            act: "Turn the check on at the storage.",
        },
    }
}

fn refuse() -> Contract {
    Contract {
        mode: Mode::Floor,
        name: "refuse",
        promise: "No answer is better than a wrong one.",
        vector: GuaranteeVector::NOTHING,
        clauses: Vec::new(),
        operator: SeeThinkDo {
            see: "Refusals, no errors in the data.",
            think: "It knows that it does not know.",
            act: "Mend the link to grantor and storage.",
        },
    }
}

/// The newest value of the one object that is kept; what proves that it is the newest.
const fn newest_by(premises: Premises) -> GuaranteeVector {
    GuaranteeVector {
        scope: Scope::OBJECT,
        order: Order::LX,
        visibility: Visibility::FRACTURED,
        recency: Recency::fresh(premises),
        ..GuaranteeVector::NOTHING
    }
}
