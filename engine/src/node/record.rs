//! What an occurrence leaves in the trace: a closed vocabulary.
use super::{Caption, OpId, Outcome, Refusal, Request, Ticket};
use crate::evidence::{Epoch, Evidence, Kind};
use crate::kernel::{Deadline, EventId, Loss, MessageName, NodeId};
use crate::modes::{Change, ClassId};
use std::hash::{Hash, Hasher};

/// What a decision or a level is about, so that checkers compare like with like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Who leads in a term, or holds the lock of a token.
    Leader,
    /// What stands at an index of the log.
    Entry,
    /// The term that a node has reached.
    Term,
    /// The token that a resource has seen.
    Token,
}

/// A fact that a node states for the checkers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// An effect on a resource under a token, on behalf of a node: for exclusivity.
    Effect {
        /// Which resource.
        resource: u16,
        /// Under which token.
        epoch: Epoch,
        /// On whose behalf.
        by: NodeId,
    },
    /// A decision: for uniqueness. At most one value per topic and number.
    Decided {
        /// What is decided.
        topic: Topic,
        /// Which one of them.
        number: u64,
        /// A digest of the value.
        value: u64,
    },
    /// A level that never goes back on this node, not even across a crash: for monotonicity.
    Level {
        /// What is measured.
        topic: Topic,
        /// How high it is.
        value: u64,
    },
}

/// How many bytes a message has, by [`width`](crate::kernel::width).
///
/// It is what a run costs and no part of what happens in it: the hash of a trace does not cover it,
/// so that a field more in a message does not make old links warn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bytes(pub u32);

impl Hash for Bytes {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// One line of the trace.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Record {
    /// A node has booted.
    Booted(NodeId),
    /// A node has lost its memory.
    Crashed(NodeId),
    /// A fault struck; did it change anything?
    Struck(bool),
    /// A message set out; the event will tell what became of it.
    Sent(EventId, MessageName, Caption, Bytes),
    /// The event came to nothing.
    Lost(Loss),
    /// Evidence was given or renewed.
    Issued(Evidence),
    /// Its holder took it in and relies on it until this deadline.
    Accepted(Evidence, Deadline),
    /// Its holder looked at it and did not take it in.
    Rejected(Evidence, Refusal),
    /// A node relies no longer on any evidence of this kind.
    Forgot(NodeId, Kind),
    /// An item ended in truth before its time: its issuer no longer stands by it.
    Broken(Evidence),
    /// An act set out under a contract; what follows is its justification.
    SetOut(EventId, NodeId, ClassId, u8),
    /// One item of the justification of the act or answer before it.
    RestsOn(Evidence),
    /// An act landed; was its justification still true?
    Landed(EventId, bool),
    /// A client wants an operation.
    Invoked(Request),
    /// A node answered under a contract; was that backed? What follows is its justification.
    Answered(Ticket, NodeId, Option<u8>, bool),
    /// A client was told how its operation ended, or gave up.
    Concluded(OpId, Outcome),
    /// For the checkers.
    Noted(NodeId, Note),
    /// A stance became another.
    Stance(Change),
}
