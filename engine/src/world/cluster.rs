//! The door between a world and its mechanisms: untyped outside.
use super::Runtime;
use crate::evidence::Evidence;
use crate::kernel::{
    DiskHealth, EventId, FlushToken, LocalTime, NodeId, Place, Readings, StableHasher,
};
use crate::modes::{ClassId, ModeMatrix, Rung};
use crate::node::{
    Caption, Card, Obligations, Record, Recoverable, Request, RequestId, Response, Setup, Ticket,
};
use crate::observation::Observation;
use std::rc::Rc;

/// What a node's turn to act needs and leaves.
pub struct Turn<'a> {
    /// What surrounds it.
    pub runtime: &'a mut Runtime,
    /// How far its belief has risen, where it must be sustained.
    pub rungs: Vec<Rung>,
    /// What it leaves.
    pub log: &'a mut Vec<Record>,
}

/// The nodes of one service.
pub trait Cluster {
    /// The mechanism's card.
    fn card(&self) -> &'static Card;
    /// What is fixed for the service.
    fn setup(&self) -> &Setup;
    /// Its contracts.
    fn matrix(&self) -> &Rc<ModeMatrix>;

    /// Starts a node from its disk.
    fn boot(&mut self, place: Place, turn: Turn<'_>);
    /// A node loses its memory, and perhaps its disk.
    fn crash(&mut self, place: Place, wipe: bool, runtime: &Runtime);
    /// A message between nodes arrives. Was it one of this service's?
    fn deliver(&mut self, event: EventId, from: NodeId, to: Place, turn: Turn<'_>) -> bool;
    /// A message between nodes will arrive once more. Was it one of this service's?
    fn copy(&mut self, event: EventId, twin: EventId) -> bool;
    /// A message between nodes is lost.
    fn lose(&mut self, event: EventId);
    /// A timer fires.
    fn fire(&mut self, event: EventId, place: Place, turn: Turn<'_>);
    /// A flush is reported as done.
    fn flushed(&mut self, place: Place, token: FlushToken, turn: Turn<'_>);
    /// Somebody asks.
    fn request(&mut self, place: Place, ticket: Ticket, request: Request, turn: Turn<'_>);
    /// An answer comes.
    fn response(&mut self, place: Place, id: RequestId, response: Response, turn: Turn<'_>);
    /// An operator orders something.
    fn order(&mut self, place: Place, order: u8, turn: Turn<'_>);
    /// A node's disk begins or ceases to lie. Does it?
    fn set_disk_health(&mut self, place: Place, health: DiskHealth) -> bool;

    /// Until which reading of its own clock the issuer stands by this; one that is down, or whose
    /// disk has lied about what this rests on, is booted in thought.
    fn upholds(&self, item: &Evidence, runtime: &Runtime) -> LocalTime;
    /// Does a node that is up claim a class, and has it obligations?
    fn claims(&self, place: Place, class: ClassId) -> Option<bool>;
    /// The contract by which a node that is up would serve now, by its own account.
    fn believed(&self, place: Place, class: ClassId, now: Readings) -> Option<u8>;
    /// What the service might come to hold if all nodes booted from their disks now.
    fn recoverable(&self, runtime: &Runtime) -> Recoverable;

    /// How a node looks; nothing while it is down.
    fn observe(&self, place: Place) -> Option<Observation>;
    /// What a node still has to do.
    fn obligations(&self, place: Place) -> Option<Obligations>;
    /// How a message under way is called.
    fn caption(&self, event: EventId) -> Option<Caption>;
    /// Has the node's disk reported as kept what a crash would lose?
    fn disk_has_lied(&self, place: Place) -> bool;
    /// Everything in the nodes that can influence the future.
    fn hash(&self, hasher: &mut StableHasher);
    /// Another one, equal.
    fn duplicate(&self) -> Box<dyn Cluster>;
}
