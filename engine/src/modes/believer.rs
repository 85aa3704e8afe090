//! Who may be right or wrong about what it may do, and how that changes.
use super::{ClassId, Stance};
use crate::evidence::{Evidence, Side};
use crate::kernel::{EventId, NodeId};

/// Who stands somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Believer {
    /// A node that is up, by its own clock, for one class of operations.
    Node(NodeId, ClassId),
    /// An act under way that was set out by a node for one class; it cannot look at any clock
    /// until it lands.
    Errand(NodeId, ClassId, EventId),
}

impl Believer {
    /// The node whose row it belongs to.
    pub fn node(&self) -> NodeId {
        match self {
            Believer::Node(node, _) | Believer::Errand(node, ..) => *node,
        }
    }

    /// The class whose row it belongs to.
    pub fn class(&self) -> ClassId {
        match self {
            Believer::Node(_, class) | Believer::Errand(_, class, _) => *class,
        }
    }
}

/// What ran out, when mere time changed a stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lapse {
    /// The item.
    pub item: Evidence,
    /// By its holder's own clock? Otherwise by the word of its issuers.
    pub by_holder: bool,
}

impl Lapse {
    pub(super) fn new((item, side): (Evidence, Side)) -> Lapse {
        Lapse { item, by_holder: side == Side::Belief }
    }
}

/// A believer's stance became another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// Whose.
    pub who: Believer,
    /// What it became; nothing once it claims nothing, is down, or has landed.
    pub stance: Option<Stance>,
    /// What ran out, if time and not an occurrence brought it.
    pub lapse: Option<Lapse>,
}
