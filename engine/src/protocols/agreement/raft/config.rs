//! What is chosen for a group of servers before a run.
use crate::kernel::Span;
use crate::node::Setup;
use crate::parts::within_drift;

/// How a leader answers reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reads {
    /// Through the log, like a write.
    Log,
    /// After asking a majority whether it still leads (dissertation, section 6.4).
    Index,
    /// At once, while a majority has promised to elect nobody else (section 6.4.1).
    Lease,
    /// At once, in the belief that a leader leads.
    Local,
}

/// Settings and guards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Config {
    /// The least time without a leader after which a server wants an election.
    pub election_timeout: Span,
    /// Between two rounds of heartbeats.
    pub heartbeat: Span,
    /// How long a leader may trust a round, on its own clock, counted from its beginning.
    pub lease: Span,
    /// How reads are answered.
    pub reads: Reads,
    /// A vote is on disk before it is given.
    pub durable_vote: bool,
    /// Only an entry of the leader's own term is committed by counting.
    pub current_term_commit: bool,
    /// A term begins only when a majority would vote.
    pub pre_vote: bool,
    /// A leader without a majority steps down, and no server votes while it hears a leader.
    pub check_quorum: bool,
}

impl Config {
    /// As the setup says.
    pub fn new(setup: &Setup) -> Config {
        let election_timeout = setup.span("election-timeout");
        Config {
            election_timeout,
            heartbeat: setup.span("heartbeat"),
            lease: match setup.guards("lease-drift-bound") {
                true => within_drift(election_timeout, setup.number("drift-bound")),
                false => election_timeout,
            },
            reads: reads(setup),
            durable_vote: setup.guards("durable-vote"),
            current_term_commit: setup.guards("current-term-commit"),
            pre_vote: setup.guards("pre-vote"),
            check_quorum: setup.guards("check-quorum"),
        }
    }
}

/// How the setup says that reads are answered.
pub(super) fn reads(setup: &Setup) -> Reads {
    match setup.number("reads") {
        0 => Reads::Log,
        1 => Reads::Index,
        2 => Reads::Lease,
        _ => Reads::Local,
    }
}
