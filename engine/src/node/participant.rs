//! What the author of a mechanism writes for one participant.
use super::{Captioned, Kept, Outbox, Request, RequestId, Response, Setup, Ticket};
use crate::evidence::Evidence;
use crate::kernel::{FlushToken, LocalTime, NodeId};
use crate::modes::ClassId;
use crate::observation::Observation;
use std::fmt::Debug;
use std::hash::Hash;

/// What still has to be done before a contract is fully earned again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Obligations {
    /// In a word or two: "elect", "catch up".
    pub what: &'static str,
    /// How much of it is left, in the mechanism's own count.
    pub left: u32,
}

/// One participant: events in, effects out, and an answer to "do you stand by this?".
pub trait Node: Clone + Hash + 'static {
    /// What nodes of the service send each other.
    type Message: Clone + Debug + Hash + Captioned + 'static;
    /// What a node sets for itself; setting one anew replaces it.
    type Timer: Copy + Ord + Debug + Hash + 'static;
    /// What it writes to its disk. A restart is a boot from the flushed ones and nothing else.
    type Record: Clone + Debug + Hash + 'static;

    /// The first start and every restart.
    fn boot(setup: &Setup, kept: &Kept<Self::Record>, out: &mut Outbox<Self>) -> Self;

    /// A message arrives.
    fn on_message(&mut self, from: NodeId, message: Self::Message, out: &mut Outbox<Self>);

    /// A timer fires.
    fn on_timer(&mut self, timer: Self::Timer, out: &mut Outbox<Self>);

    /// The disk says that all that was written before this flush is kept.
    fn on_flushed(&mut self, _token: FlushToken, _out: &mut Outbox<Self>) {}

    /// A client, or another service, asks for something.
    fn on_request(&mut self, ticket: Ticket, request: Request, out: &mut Outbox<Self>);

    /// An answer to something that this node asked arrives.
    fn on_response(&mut self, _id: RequestId, _response: Response, _out: &mut Outbox<Self>) {}

    /// An operator orders something, by its place in the card's list.
    fn on_order(&mut self, _order: u8, _out: &mut Outbox<Self>) {}

    /// Until which reading of its own clock, as things are, this node stands by what it issued.
    ///
    /// For a promise: until when would it refuse what the promise rules out? The answer comes
    /// from the very state by which the handlers refuse. For a report: would it say so again?
    /// `LocalTime::PAST` for no, `FOREVER` for no end in sight.
    fn upholds(&self, item: &Evidence) -> LocalTime;

    /// Does it answer for this class of operations now? One that sends its clients elsewhere
    /// claims nothing.
    fn claims(&self, class: ClassId) -> bool;

    /// What it still has to do, if it knows of anything.
    fn obligations(&self) -> Option<Obligations> {
        None
    }

    /// How it looks.
    fn observe(&self) -> Observation;
}
