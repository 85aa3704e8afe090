//! One participant: what it is depends on its place.
use super::grantor::Grantor;
use super::storage::Storage;
use super::worker::Worker;
use super::{GRANTOR, Message, Register, STORAGE, Stored, Timer, observe};
use crate::evidence::Evidence;
use crate::kernel::{FlushToken, LocalTime, Moment, NodeId, SortedMap};
use crate::modes::ClassId;
use crate::node::{Kept, Key, Node, Obligations, Outbox, Request, Setup, Ticket};
use crate::observation::Observation;

/// One participant.
#[derive(Clone, Debug, Hash)]
pub enum Participant {
    /// At the first place.
    Grantor(Grantor),
    /// At the second.
    Storage(Storage),
    /// All others.
    Worker(Worker),
}

pub(super) type Out = Outbox<Participant>;

impl Participant {
    /// What the storage holds, if this is the storage.
    pub(super) fn registers(&self) -> Option<&SortedMap<Key, Register>> {
        match self {
            Participant::Storage(storage) => Some(storage.registers()),
            _ => None,
        }
    }
}

impl Node for Participant {
    type Message = Message;
    type Timer = Timer;
    type Record = Stored;

    fn boot(setup: &Setup, recovered: &Kept<Stored>, out: &mut Out) -> Participant {
        match out.id().place {
            GRANTOR => Participant::Grantor(Grantor::boot(setup, recovered, out)),
            STORAGE => Participant::Storage(Storage::boot(setup, recovered, out)),
            _ => Participant::Worker(Worker::boot(setup, out)),
        }
    }

    fn on_message(&mut self, from: NodeId, message: Message, out: &mut Out) {
        match self {
            Participant::Grantor(grantor) => grantor.hear(from.place, &message, out),
            Participant::Storage(storage) => storage.hear(from.place, &message, out),
            Participant::Worker(worker) => worker.hear(message, out),
        }
    }

    fn on_timer(&mut self, timer: Timer, out: &mut Out) {
        if let Participant::Worker(worker) = self {
            worker.wake(timer, out);
        }
    }

    fn on_flushed(&mut self, token: FlushToken, out: &mut Out) {
        match self {
            Participant::Grantor(grantor) => grantor.flushed(token, out),
            Participant::Storage(storage) => storage.flushed(token, out),
            Participant::Worker(_) => (),
        }
    }

    fn on_request(&mut self, ticket: Ticket, request: Request, out: &mut Out) {
        if let Participant::Worker(worker) = self {
            worker.serve(ticket, &request, out);
        }
    }

    fn on_order(&mut self, _: u8, out: &mut Out) {
        if let Participant::Worker(worker) = self {
            worker.give_up(out);
        }
    }

    fn upholds(&self, item: &Evidence) -> LocalTime {
        match self {
            Participant::Grantor(grantor) => grantor.upholds(item),
            Participant::Storage(storage) => storage.upholds(item),
            Participant::Worker(_) => LocalTime::PAST,
        }
    }

    fn claims(&self, _: ClassId) -> bool {
        matches!(self, Participant::Worker(_))
    }

    fn obligations(&self) -> Option<Obligations> {
        match self {
            Participant::Worker(worker) => worker.obligations(),
            _ => None,
        }
    }

    fn observe(&self) -> Observation {
        match self {
            Participant::Grantor(grantor) => observe::grantor(grantor),
            Participant::Storage(storage) => observe::storage(storage),
            Participant::Worker(worker) => observe::worker(worker),
        }
    }
}
