//! Raft: a replicated log under one leader a term.
//!
//! After Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm" (USENIX ATC
//! 2014, extended version), sections 5 and 8, and Ongaro's dissertation (Stanford, 2014), sections
//! 4.2.3 (votes withheld while a leader is heard), 6.2 (a leader that hears no majority steps
//! down), 6.3 (sessions), 6.4 (reads) and 9.6 (pre-vote). Snapshots, changes of membership and
//! transfer of leadership are not here yet.
mod candidate;
mod config;
mod follower;
mod leader;
mod log;
mod machine;
mod message;
mod modes;
mod observe;
mod progress;
mod promises;
mod reads;
mod recovery;
mod replication;
mod server;
mod stable;
#[cfg(test)]
mod tests;
pub use config::{Config, Reads};
pub use log::Log;
pub use machine::Machine;
pub use message::{Command, Entry, LastEntry, LogIndex, Message, Stored, Term, Timer};
pub use server::{Role, Server};

use crate::evidence::Kind;
use crate::kernel::Unit;
use crate::modes::{ClassId, Invariant, ModeMatrix};
use crate::node::{Card, ClassCard, GuardCard, Layer, Protocol, Recoverable, SettingCard, Setup};

/// The mechanism.
pub struct Raft;

/// Requests that only look.
pub const READS: ClassId = ClassId(0);
/// Requests that change something.
pub const WRITES: ClassId = ClassId(1);

const CARD: Card = Card {
    slug: "raft",
    title: "Raft",
    source: "Ongaro and Ousterhout, Raft (USENIX ATC 2014); Ongaro's dissertation (2014)",
    classes: &[
        ClassCard { name: "reads", says: "What is the value of the register?" },
        ClassCard { name: "writes", says: "Let the register have this value." },
    ],
    kinds: &[Kind::ElectionVote, Kind::LeaseEpoch, Kind::LogPosition, Kind::Heartbeat],
    guards: GUARDS,
    settings: SETTINGS,
    orders: &["start an election", "step down"],
    numbers: ["term", "index"],
};

const GUARDS: &[GuardCard] = &[
    GuardCard {
        name: "durable-vote",
        says: "A vote is on disk before it is given.",
        protects: Invariant::Uniqueness,
    },
    GuardCard {
        name: "current-term-commit",
        says: "A leader counts copies only of entries of its own term.",
        protects: Invariant::Conservation,
    },
    GuardCard {
        name: "pre-vote",
        says: "A term begins only when a majority would vote.",
        protects: Invariant::Availability,
    },
    GuardCard {
        name: "check-quorum",
        says: "No server votes while it hears a leader, and a leader that is alone steps down.",
        protects: Invariant::Freshness,
    },
    GuardCard {
        name: "lease-drift-bound",
        says: "A leader gives its lease up early enough for the drift that is assumed.",
        protects: Invariant::Freshness,
    },
];

const SETTINGS: &[SettingCard] = &[
    SettingCard {
        name: "election-timeout",
        says: "How long a server waits for a leader before it wants an election, at the least.",
        layer: Layer::Strategy,
        unit: Unit::Span,
        range: (50_000_000, 60_000_000_000),
        default: 1_000_000_000,
    },
    SettingCard {
        name: "heartbeat",
        says: "How long a leader waits between two rounds.",
        layer: Layer::Strategy,
        unit: Unit::Span,
        range: (5_000_000, 10_000_000_000),
        default: 150_000_000,
    },
    SettingCard {
        name: "drift-bound",
        says: "How far from true any clock is assumed to run.",
        layer: Layer::Strategy,
        unit: Unit::Ppm,
        range: (0, 500_000),
        default: 50_000,
    },
    SettingCard {
        name: "reads",
        says: "How a leader answers reads.",
        layer: Layer::Tactic,
        unit: Unit::Choice(&["log", "read-index", "lease", "local"]),
        range: (0, 3),
        default: 2,
    },
];

impl Protocol for Raft {
    type Node = Server;
    const CARD: Card = CARD;

    fn modes(setup: &Setup) -> ModeMatrix {
        modes::matrix(setup)
    }

    fn recoverable(_: &Setup, booted: &[&Server]) -> Recoverable {
        recovery::recoverable(booted)
    }
}
