//! One link in a chain of causes.
use super::StepIndex;
use crate::evidence::Evidence;
use crate::faults::Fault;
use crate::kernel::{EventId, Loss, MessageName, NodeId};
use crate::node::{OpId, Ticket};

/// How a step bears on what is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Because {
    /// All nodes booted.
    Started,
    /// A fault struck.
    Struck(Fault),
    /// A client began an operation.
    Asked(OpId),
    /// A node answered.
    Answered(Ticket, NodeId),
    /// A node's timer fired, on its own clock.
    Fired(NodeId),
    /// A node's disk reported a flush as done.
    Flushed(NodeId),
    /// A message arrived.
    Arrived(MessageName),
    /// A message did not arrive that could have brought a renewal.
    Lost(MessageName, Loss),
    /// An item was issued for the last time before it ran out.
    LastIssued(Evidence),
    /// An item was taken in for the last time before it ran out.
    LastAccepted(Evidence),
    /// An item ran out in truth.
    RanOut(Evidence),
    /// An item ran out by its holder's clock.
    RanOutFor(Evidence),
    /// A decision that a later one supersedes.
    Decided(NodeId, u64),
    /// An act set out.
    SetOut(EventId),
}

/// One link: a step of the trace, and what it has to do with the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reason {
    /// The place in the trace.
    pub step: StepIndex,
    /// What it has to do with it.
    pub because: Because,
}
