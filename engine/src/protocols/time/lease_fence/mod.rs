//! A lease on a register: one worker at a time may write it, and read it from its own copy.
//!
//! After Gray and Cheriton, "Leases: An Efficient Fault-Tolerant Mechanism for Distributed File
//! Cache Consistency" (SOSP 1989), for leases counted on drifting clocks; Burrows, "The Chubby
//! Lock Service" (OSDI 2006), section 2.4, for tokens that the storage checks, called sequencers
//! there; and Kleppmann, "How to do distributed locking" (2016), who calls them fencing tokens,
//! for the holder that stands still between looking and writing. Departs from all: there is one
//! lease, it is exclusive, and it covers all keys.
mod grantor;
mod message;
mod modes;
mod node;
mod observe;
mod storage;
#[cfg(test)]
mod tests;
mod worker;
pub use message::{Contents, Grant, Message, Register, Stored, Timer, Version};
pub use node::Participant;

use crate::evidence::Kind;
use crate::kernel::{Place, Unit};
use crate::modes::{ClassId, Invariant, ModeMatrix};
use crate::node::{Card, ClassCard, GuardCard, Layer, Protocol, Recoverable, SettingCard, Setup};

/// The mechanism.
pub struct LeaseFence;

/// Grants the lease.
pub const GRANTOR: Place = Place(0);
/// Keeps the register. All further nodes are workers.
pub const STORAGE: Place = Place(1);
/// Requests that only look.
pub const READS: ClassId = ClassId(0);
/// Requests that change something.
pub const WRITES: ClassId = ClassId(1);

const CARD: Card = Card {
    slug: "lease-fence",
    title: "Lease with fencing tokens",
    source: "Gray and Cheriton, Leases (SOSP 1989); Burrows, Chubby (OSDI 2006), section 2.4; \
             Kleppmann, How to do distributed locking (2016)",
    classes: &[
        ClassCard { name: "reads", says: "What is the value of the register?" },
        ClassCard { name: "writes", says: "Let the register have this value." },
    ],
    kinds: &[Kind::LeaseEpoch, Kind::FencingToken, Kind::CommitRecord, Kind::Heartbeat],
    guards: &[
        GuardCard {
            name: "fencing",
            says: "The storage refuses a token lower than one it has seen.",
            protects: Invariant::Exclusivity,
        },
        GuardCard {
            name: "drift-margin",
            says: "The holder gives up early enough for the drift that is assumed.",
            protects: Invariant::Freshness,
        },
        GuardCard {
            name: "durable-grants",
            says: "A grant is on disk before it is given, and a new start waits for one lease.",
            protects: Invariant::Exclusivity,
        },
    ],
    settings: &[
        SettingCard {
            name: "lease",
            says: "How long a lease lasts on the grantor's clock.",
            layer: Layer::Strategy,
            unit: Unit::Span,
            range: (100_000_000, 60_000_000_000),
            default: 2_000_000_000,
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
            name: "expiry",
            says: "Is the end of a lease told as a length of time or as an hour on the wall?",
            layer: Layer::Tactic,
            unit: Unit::Choice(&["duration", "timestamp"]),
            range: (0, 1),
            default: 0,
        },
        SettingCard {
            name: "work",
            says: "What a worker takes from looking at its lease to writing.",
            layer: Layer::Nature,
            unit: Unit::Span,
            range: (0, 10_000_000_000),
            default: 20_000_000,
        },
        SettingCard {
            name: "reading",
            says: "Does a holder read its own copy, or ask the storage every time?",
            layer: Layer::Tactic,
            unit: Unit::Choice(&["own-copy", "storage"]),
            range: (0, 1),
            default: 0,
        },
    ],
    orders: &["give up the lease"],
    numbers: ["token", "value"],
};

impl Protocol for LeaseFence {
    type Node = Participant;
    const CARD: Card = CARD;

    fn modes(setup: &Setup) -> ModeMatrix {
        modes::matrix(setup)
    }

    fn recoverable(_: &Setup, booted: &[&Participant]) -> Recoverable {
        let mut found = Recoverable::new();
        for registers in booted.iter().filter_map(|node| node.registers()) {
            for (key, register) in registers {
                found.or_default(*key).insert(register.value);
            }
        }
        found
    }
}
