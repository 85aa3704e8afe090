//! What is chosen for a ring of replicas before a run.
use crate::kernel::{NodeSet, Place, Span};
use crate::node::{Key, Setup};

/// How versions that differ are reconciled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reconciliation {
    /// What descends from another version supersedes it; the others are siblings (section 4.4).
    Vector,
    /// The highest stamp wins: "timestamp based reconciliation" (section 6).
    LastWriter,
}

/// Settings and guards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Config {
    /// How many places there are on the ring.
    pub members: u16,
    /// How many of them are home to a key.
    pub n: u16,
    /// So many must answer a get.
    pub r: u16,
    /// So many must keep a put.
    pub w: u16,
    /// Do stand-ins count?
    pub sloppy: bool,
    /// How versions that differ are reconciled.
    pub reconciliation: Reconciliation,
    /// Does a get mend the replicas that it finds stale?
    pub read_repair: bool,
    /// How long a coordinator waits before it tries the next places.
    pub timeout: Span,
    /// How long a node waits before it asks again who is there.
    pub ping: Span,
    /// The widest claimed error of a wall clock by which a coordinator stamps.
    pub clock_error: Span,
    /// A hint is on disk before it is acknowledged.
    pub durable_hints: bool,
    /// A dot is on disk before it is sent.
    pub durable_dots: bool,
    /// What a sloppy quorum has answered is not presented as a quorum of home replicas.
    pub label_sloppy: bool,
    /// A coordinator stamps only by a clock with a narrow bound, and waits that out.
    pub clock_bound: bool,
}

impl Config {
    /// After so many timeouts a coordinator gives up.
    pub(super) const ROUNDS: u64 = 2;

    /// As the setup says; quorums are no larger than the number of home replicas.
    pub fn new(setup: &Setup) -> Config {
        let count = |name, most| setup.number(name).clamp(1, i64::from(most)) as u16;
        let n = count("n", setup.members);
        Config {
            members: setup.members,
            n,
            r: count("r", n),
            w: count("w", n),
            sloppy: setup.number("sloppy") == 1,
            reconciliation: match setup.number("versions") {
                0 => Reconciliation::Vector,
                _ => Reconciliation::LastWriter,
            },
            read_repair: setup.number("read-repair") == 1,
            timeout: setup.span("timeout"),
            ping: setup.span("ping"),
            clock_error: setup.span("clock-error"),
            durable_hints: setup.guards("durable-hints"),
            durable_dots: setup.guards("durable-dots"),
            label_sloppy: setup.guards("label-sloppy"),
            clock_bound: setup.guards("clock-bound"),
        }
    }

    /// All places in the order in which they are to keep a key: the first n are its home replicas,
    /// the others stand in for them (section 4.3). The ring is the simplest one: one position for
    /// each node, equal arcs, and keys spread over it in turn; the paper hashes both.
    pub fn preference_list(&self, key: Key) -> impl Iterator<Item = Place> + use<> {
        let (members, start) = (self.members, key.0 % self.members);
        (0..members).map(move |step| Place((start + step) % members))
    }

    /// The home replicas of a key.
    pub fn homes(&self, key: Key) -> NodeSet {
        self.preference_list(key).take(self.n.into()).collect()
    }

    /// For so long after an answer a node is taken to be there: longer than any coordinator waits.
    pub fn silence(&self) -> Span {
        Span(Config::ROUNDS * self.timeout.0 + 2 * self.ping.0)
    }

    /// So many home replicas answer a get and keep the same put, at the least.
    pub fn overlap(&self) -> u16 {
        (self.r + self.w).saturating_sub(self.n)
    }
}
