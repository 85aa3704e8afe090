//! The closed list of parts that nodes play.

/// What part a node plays now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Decides for a group.
    Leader,
    /// Takes what a leader sends.
    Follower,
    /// Asks to lead.
    Candidate,
    /// One of several equals.
    Replica,
    /// Grants leases.
    Grantor,
    /// Works under a lease, or wants one.
    Worker,
    /// Keeps what workers write.
    Storage,
    /// Asks.
    Client,
}

impl Role {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Leader => "leader",
            Role::Follower => "follower",
            Role::Candidate => "candidate",
            Role::Replica => "replica",
            Role::Grantor => "grantor",
            Role::Worker => "worker",
            Role::Storage => "storage",
            Role::Client => "client",
        }
    }
}
