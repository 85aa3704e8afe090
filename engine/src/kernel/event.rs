//! What can happen to a node, and when it is to happen.
use super::{FlushToken, Instant, LocalTime, Loss, NodeId};

/// Names one event of a run: its place in the order in which events were foreseen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u64);

/// Names one message: the nth from one node to another, counted from 1. Survives edits of a
/// script better than an event's number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageName {
    /// The sender.
    pub from: NodeId,
    /// The receiver.
    pub to: NodeId,
    /// Counted from 1 for this pair.
    pub nth: u32,
}

/// A message under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Letter {
    /// Which one.
    pub name: MessageName,
    /// When it set out.
    pub sent: Instant,
    /// Why it will not arrive, if that is settled already.
    pub doom: Option<Loss>,
}

/// What can happen to a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// A message arrives.
    Deliver(Letter),
    /// A timer fires at this reading of the host's own clock.
    Timer(NodeId, LocalTime),
    /// The node's disk reports a flush as done.
    Flushed(NodeId, FlushToken),
}

impl Event {
    /// To whom it happens.
    pub fn node(&self) -> NodeId {
        match self {
            Event::Deliver(letter) => letter.name.to,
            Event::Timer(node, ..) | Event::Flushed(node, ..) => *node,
        }
    }
}

/// One event that has not happened yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pending {
    /// Its name.
    pub id: EventId,
    /// When it is to happen.
    pub due: Instant,
    /// What it is.
    pub event: Event,
}
