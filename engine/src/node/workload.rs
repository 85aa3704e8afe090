//! What clients want, how often, and of whom.
use super::{Call, Key};
use crate::kernel::{NodeId, Span};
use crate::modes::ClassId;

/// When a client asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pace {
    /// Only when told to.
    Idle,
    /// Again so long after the last answer.
    Closed {
        /// Think time.
        think: Span,
    },
    /// Every so often, answered or not.
    Open {
        /// The mean time between two requests.
        every: Span,
    },
}

/// Whom a client asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// Always the first of its targets.
    Fixed,
    /// The one it was last sent to, and the next one if nobody answers.
    Follow,
    /// One after the other.
    Turns,
}

/// One operation at a set time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ask {
    /// After the start.
    pub at: Span,
    /// Of whom: a place among the client's providers.
    pub provider: usize,
    /// On which object.
    pub key: Key,
    /// What. Written values are as given.
    pub call: Call,
}

/// A service that a client asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Provider {
    /// Whom it may ask there: at least one, all of one service.
    pub targets: Vec<NodeId>,
    /// How many objects it uses, evenly.
    pub keys: u16,
    /// The classes of reads and of writes.
    pub classes: [ClassId; 2],
}

/// One client.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClientPlan {
    /// Whom it asks, one service after the other; at least one.
    pub providers: Vec<Provider>,
    /// In which order it asks the nodes of each.
    pub route: Route,
    /// When.
    pub pace: Pace,
    /// From so long after the start on.
    pub start: Span,
    /// No new operation after that.
    pub stop: Option<Span>,
    /// So many thousandths of its operations read.
    pub reads_per_mille: u16,
    /// It waits so long for one answer.
    pub patience: Span,
    /// It asks again, for the same operation, until so long after the first time; zero for never.
    pub persistence: Span,
    /// Operations at set times.
    pub asks: Vec<Ask>,
}
