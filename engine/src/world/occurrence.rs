//! What happened.
use crate::faults::Fault;
use crate::kernel::{Instant, Pending};

/// What made it happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// All nodes booted.
    Start,
    /// An event was due.
    Event(Pending),
    /// Somebody intervened.
    Act(Fault),
    /// Evidence ran out, and with it a stance changed.
    Lapse,
}

/// One step of a run. What it left stands in the trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// When.
    pub at: Instant,
    /// Why.
    pub cause: Cause,
}

impl Occurrence {
    /// Did somebody intervene?
    pub fn is_act(&self) -> bool {
        matches!(self.cause, Cause::Act(_))
    }
}
