//! A ring of replicas without a leader: every put is taken, and conflicts are the reader's.
//!
//! After DeCandia and others, "Dynamo: Amazon's Highly Available Key-value Store" (SOSP 2007),
//! sections 4.2 (the ring), 4.3 (preference lists), 4.4 (versions), 4.5 (quorums) and 4.6 (sloppy
//! quorums and hinted handoff); read repair is from section 5, reconciliation by timestamps from
//! section 6. Departs from it: every node coordinates what it is asked, home replica or not; a
//! version is named by a dot beside its past (see [`Version`]); membership is fixed, there are no
//! virtual nodes, no Merkle trees (section 4.7) and no pruning of vectors.
//!
//! With reconciliation by timestamps an acknowledged put is lost whenever a later one has a lower
//! stamp: if clocks disagree by more than they claim, or, with the guard off, by anything at all.
//! Of concurrent puts all but one are overwritten unseen, whatever the clocks show.
mod config;
mod gather;
mod get;
mod hints;
mod keep;
mod message;
mod modes;
mod needs;
mod object;
mod observe;
mod peers;
mod put;
mod recovery;
mod replica;
mod stamp;
#[cfg(test)]
mod tests;
mod version;
pub use config::{Config, Reconciliation};
pub use message::{GatherId, Message, Stored, Timer, Versions};
pub use object::Object;
pub use replica::Replica;
pub use version::Version;

use crate::evidence::Kind;
use crate::kernel::Unit;
use crate::modes::{ClassId, Invariant, ModeMatrix};
use crate::node::{Card, ClassCard, GuardCard, Layer, Protocol, Recoverable, SettingCard, Setup};

/// The mechanism.
pub struct DynamoQuorum;

/// Requests that only look.
pub const GETS: ClassId = ClassId(0);
/// Requests that change something.
pub const PUTS: ClassId = ClassId(1);

const CARD: Card = Card {
    slug: "dynamo-quorum",
    title: "Dynamo's quorums",
    source: "DeCandia and others, Dynamo (SOSP 2007), sections 4.2 to 4.6",
    classes: &[
        ClassCard { name: "gets", says: "What are the values of the key?" },
        ClassCard { name: "puts", says: "Let this take the place of what I have seen." },
    ],
    kinds: &[Kind::Heartbeat, Kind::CommitRecord, Kind::HandoffHint, Kind::WallTimestamp],
    guards: GUARDS,
    settings: SETTINGS,
    orders: &["drop the hints"],
    numbers: ["", "version"],
};

const GUARDS: &[GuardCard] = &[
    GuardCard {
        name: "durable-hints",
        says: "A hint is on disk before it is acknowledged.",
        protects: Invariant::Conservation,
    },
    GuardCard {
        name: "label-sloppy",
        says: "What a sloppy quorum answers is not presented as the word of home replicas.",
        protects: Invariant::Freshness,
    },
    GuardCard {
        name: "clock-bound",
        says: "A coordinator stamps only within a narrow bound, and waits until that has passed.",
        protects: Invariant::Conservation,
    },
    GuardCard {
        name: "durable-dots",
        says: "A coordinator has the name of a new version on disk before anybody else sees it.",
        protects: Invariant::Conservation,
    },
];

const SETTINGS: &[SettingCard] = &[
    count("n", "How many replicas are home to a key.", 3),
    count("r", "How many nodes must answer a get.", 2),
    count("w", "How many nodes must keep a put before it is acknowledged.", 2),
    SettingCard {
        name: "sloppy",
        says: "May other nodes stand in for home replicas that do not answer?",
        layer: Layer::Strategy,
        unit: Unit::Choice(&["strict", "sloppy"]),
        range: (0, 1),
        default: 1,
    },
    SettingCard {
        name: "versions",
        says: "Are concurrent versions kept side by side, or does the last writer win?",
        layer: Layer::Tactic,
        unit: Unit::Choice(&["vector", "lww"]),
        range: (0, 1),
        default: 0,
    },
    SettingCard {
        name: "read-repair",
        says: "Does a get mend the replicas that it finds stale?",
        layer: Layer::Tactic,
        unit: Unit::Choice(&["off", "on"]),
        range: (0, 1),
        default: 1,
    },
    span("timeout", "How long a coordinator waits before it tries the next nodes.", 150_000_000),
    span("ping", "How long a node waits before it asks again who is there.", 200_000_000),
    SettingCard {
        name: "clock-error",
        says: "The widest claimed error of a wall clock by which a coordinator stamps.",
        layer: Layer::Strategy,
        unit: Unit::Span,
        range: (0, 10_000_000_000),
        default: 50_000_000,
    },
];

/// A number of replicas.
const fn count(name: &'static str, says: &'static str, default: i64) -> SettingCard {
    let (layer, unit) = (Layer::Strategy, Unit::Count);
    SettingCard { name, says, layer, unit, range: (1, 7), default }
}

/// A length of time.
const fn span(name: &'static str, says: &'static str, default: i64) -> SettingCard {
    let (layer, unit) = (Layer::Strategy, Unit::Span);
    SettingCard { name, says, layer, unit, range: (20_000_000, 10_000_000_000), default }
}

impl Protocol for DynamoQuorum {
    type Node = Replica;
    const CARD: Card = CARD;

    fn modes(setup: &Setup) -> ModeMatrix {
        modes::matrix(setup)
    }

    fn recoverable(_: &Setup, booted: &[&Replica]) -> Recoverable {
        recovery::recoverable(booted)
    }
}
