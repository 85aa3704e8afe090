//! One node: home to some keys, stand-in for others, coordinator of whatever it is asked.
use super::get::Get;
use super::hints::Hints;
use super::message::{GatherId, Message, Stored, Timer, Versions};
use super::object::Object;
use super::peers::Peers;
use super::put::Put;
use super::stamp::Stamps;
use super::{Config, Version, observe, recovery};
use crate::evidence::{Epoch, Evidence, Kind};
use crate::kernel::{FlushToken, LocalTime, Moment, NodeId, NodeSet, Place, SortedMap};
use crate::modes::ClassId;
use crate::node::{
    Call, Kept, Key, Node, Obligations, OpId, Outbox, Refusal, Request, Response, Setup, Ticket,
};
use crate::observation::Observation;
use crate::parts::Dot;
use std::collections::VecDeque;
use std::rc::Rc;

/// One node.
#[derive(Clone, Debug, Hash)]
pub struct Replica {
    pub(super) id: NodeId,
    pub(super) config: Config,
    pub(super) objects: SortedMap<Key, Object>,
    pub(super) hints: Hints,
    /// How many versions of its own keys have come to its disk.
    pub(super) copies: u64,
    /// How many hints it has acknowledged.
    pub(super) promised_hints: u64,
    /// The puts that it has coordinated, so that one that comes again gets the same version.
    pub(super) begun: SortedMap<OpId, Rc<Version>>,
    /// How many versions of each key it has made.
    pub(super) made: SortedMap<Key, u64>,
    pub(super) stamps: Stamps,
    pub(super) peers: Peers,
    pub(super) puts: SortedMap<GatherId, Put>,
    pub(super) gets: SortedMap<GatherId, Get>,
    pub(super) unflushed: VecDeque<(FlushToken, Unflushed)>,
}

/// What is to be said once the disk keeps all that was written before. Nobody is told of a
/// version sooner: after a crash its name might be given to another one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Unflushed {
    /// To a coordinator: it is kept.
    Kept(Place, GatherId, Kind, u64),
    /// To a stand-in: it is taken over.
    TakenOver(Place, Key, Dot),
    /// A put that is coordinated here may set out.
    Begun(GatherId),
    /// To a coordinator: this was here when it asked.
    Found(Place, GatherId, Versions),
    /// To nobody: but what is said later rests on this, too.
    Repaired,
    /// To a client: this was here, and nobody else was asked.
    Alone(Ticket, Response),
}

pub(super) type Out = Outbox<Replica>;

impl Replica {
    pub(super) fn place(&self) -> Place {
        self.id.place
    }

    pub(super) fn others(&self) -> impl Iterator<Item = Place> + use<> {
        NodeSet::first(self.config.members).without(self.place()).iter()
    }

    /// Says something that rests on all that has been written so far.
    pub(super) fn say(&mut self, what: Unflushed, wrote: bool, out: &mut Out) {
        match (wrote, self.unflushed.back()) {
            (true, _) => self.unflushed.push_back((out.flush(), what)),
            (false, Some((flush, _))) => self.unflushed.push_back((*flush, what)),
            (false, None) => self.speak(what, out),
        }
    }

    fn speak(&mut self, what: Unflushed, out: &mut Out) {
        match what {
            Unflushed::Kept(to, id, kind, count) => self.promise(to, id, kind, count, out),
            Unflushed::TakenOver(to, key, dot) => out.send(to, Message::TakenOver(key, dot)),
            Unflushed::Begun(id) => self.send_put(id, out),
            Unflushed::Found(to, id, versions) if to == self.place() => {
                self.found(to, id, versions, out);
            }
            Unflushed::Found(to, id, versions) => out.send(to, Message::Found(id, versions)),
            Unflushed::Repaired => (),
            Unflushed::Alone(ticket, response) => out.respond(ticket, response),
        }
    }

    /// Keys of which several versions are here that nobody has merged.
    fn unmerged(&self) -> usize {
        self.objects.values().filter(|object| object.siblings().len() > 1).count()
    }
}

impl Node for Replica {
    type Message = Message;
    type Timer = Timer;
    type Record = Stored;

    fn boot(setup: &Setup, recovered: &Kept<Stored>, out: &mut Out) -> Replica {
        let mut replica = recovery::boot(setup, recovered, out);
        replica.greet(out);
        replica.ping(out);
        replica
    }

    fn on_message(&mut self, from: NodeId, message: Message, out: &mut Out) {
        let from = from.place;
        match message {
            Message::Put(id, key, version, home) => self.keep(from, id, key, &version, home, out),
            Message::Kept(id, kind, count) => self.kept(from, id, kind, count, out),
            Message::Get(id, key) => self.look_up(from, id, key, out),
            Message::Found(id, versions) => self.found(from, id, versions, out),
            Message::Repair(key, versions) => self.repaired(key, &versions, out),
            Message::Handoff(key, version) => self.take_over(from, key, &version, out),
            Message::TakenOver(key, dot) => self.taken_over(from, key, dot, out),
            Message::Ping(sent) => self.pinged(from, sent, out),
            Message::Pong(sent, hints) => self.ponged(from, sent, hints, out),
        }
    }

    fn on_timer(&mut self, timer: Timer, out: &mut Out) {
        match timer {
            Timer::Ping => self.ping(out),
            Timer::Round(id) if self.gets.contains_key(&id) => self.next_get_round(id, out),
            Timer::Round(id) => self.next_put_round(id, out),
            Timer::Past(id) => self.settle_put(id, out),
        }
    }

    fn on_flushed(&mut self, token: FlushToken, out: &mut Out) {
        while let Some((_, what)) = self.unflushed.pop_front_if(|(flush, _)| *flush <= token) {
            self.speak(what, out);
        }
    }

    fn on_request(&mut self, ticket: Ticket, request: Request, out: &mut Out) {
        match request.call {
            Call::Read => self.begin_get(ticket, &request, out),
            Call::Write(value) => self.begin_put(ticket, &request, value, out),
            Call::Cas(..) => out.respond(ticket, Response::fail(Refusal::NoEvidence)),
        }
    }

    fn on_order(&mut self, _: u8, out: &mut Out) {
        if self.hints.drop_all() {
            self.promised_hints = 0;
            out.write(Stored::Dropped);
            out.flush();
        }
    }

    fn upholds(&self, item: &Evidence) -> LocalTime {
        let stands = match item.kind {
            Kind::Heartbeat => true,
            Kind::CommitRecord => Epoch(self.copies) >= item.epoch,
            Kind::HandoffHint => Epoch(self.hints.taken()) >= item.epoch,
            Kind::WallTimestamp => self.stamps.vouched(),
            _ => false,
        };
        if stands { LocalTime::FOREVER } else { LocalTime::PAST }
    }

    fn claims(&self, _: ClassId) -> bool {
        true
    }

    /// Hints only count while the home replica is there to take them.
    fn obligations(&self) -> Option<Obligations> {
        match (self.hints.count_for(self.peers.there()), self.unmerged()) {
            (0, 0) => None,
            (0, left) => Some(Obligations { what: "merge", left: left as u32 }),
            (left, _) => Some(Obligations { what: "hand over", left: left as u32 }),
        }
    }

    fn observe(&self) -> Observation {
        observe::replica(self)
    }
}
