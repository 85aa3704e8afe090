//! How a node coordinates a get, and mends the replicas that it finds stale (sections 4.5 and 5).
use super::gather::{Asked, Gather};
use super::message::Versions;
use super::object::Object;
use super::replica::{Out, Replica, Unflushed};
use super::{Config, GETS, GatherId, Message, Reconciliation, Timer, version};
use crate::kernel::{Place, SortedMap};
use crate::modes::Mode;
use crate::node::{Answer, Key, Refusal, Request, Response, Serial, Ticket, Value};

/// A get that is being coordinated.
#[derive(Clone, Debug, Hash)]
pub struct Get {
    gather: Gather,
    found: SortedMap<Place, Versions>,
}

impl Get {
    /// What all answers make together.
    fn merged(&self, by: Reconciliation) -> Object {
        let mut all = Object::default();
        for version in self.found.values().flat_map(|versions| versions.iter()) {
            all.take(version, by);
        }
        all
    }
}

impl Replica {
    /// A client wants to know a value.
    pub(super) fn begin_get(&mut self, ticket: Ticket, request: &Request, out: &mut Out) {
        if out.mode(GETS) == Mode::Floor {
            return self.answer_alone(ticket, request, out);
        }
        let id = GatherId(out.serial(Serial::Operation));
        let gather = self.gather(ticket, request.key, out.monotonic());
        let asked = gather.missing();
        self.gets.insert(id, Get { gather, found: SortedMap::new() });
        out.set_timer(Timer::Round(id), self.config.timeout);
        self.ask(id, request.key, &asked, out);
    }

    fn ask(&mut self, id: GatherId, key: Key, asked: &[Asked], out: &mut Out) {
        for (place, _) in asked {
            match *place == self.place() {
                true => self.look_up(*place, id, key, out),
                false => out.send(*place, Message::Get(id, key)),
            }
        }
    }

    /// Without a quorum: its own copy, labelled, if it may serve one and has one.
    fn answer_alone(&mut self, ticket: Ticket, request: &Request, out: &mut Out) {
        let mut own = Object::default();
        for version in self.versions(request.key).iter() {
            own.take(version, self.config.reconciliation);
        }
        let at_home = self.config.homes(request.key).contains(self.place());
        let knows = at_home || !own.siblings().is_empty();
        match self.config.sloppy && knows {
            true => self.say(Unflushed::Alone(ticket, self.told(&own)), false, out),
            false => out.respond(ticket, Response::fail(Refusal::NoEvidence)),
        }
    }

    /// Somebody has answered.
    pub(super) fn found(&mut self, from: Place, id: GatherId, versions: Versions, out: &mut Out) {
        if from != self.place() {
            self.hear(from, out);
        }
        if let Some(get) = self.gets.get_mut(&id) {
            get.gather.hear(from);
            get.found.insert(from, versions);
            self.settle_get(id, out);
        }
    }

    /// Tells the client as soon as enough nodes have answered; then waits for the others, for the
    /// sake of those that are stale.
    fn settle_get(&mut self, id: GatherId, out: &mut Out) {
        let Some(get) = self.gets.get(&id) else { return };
        let worth = self.worth(&get.gather, self.config.r, out);
        let answer = worth
            .filter(|_| !get.gather.is_answered())
            .map(|mode| (mode, self.told(&get.merged(self.config.reconciliation))));
        let Some(get) = self.gets.get_mut(&id) else { return };
        if let Some((mode, told)) = answer {
            match out.mode(GETS) == Mode::Floor && !self.config.sloppy {
                true => get.gather.answer(mode, &Response::fail(Refusal::NoEvidence), out),
                false => get.gather.answer(mode, &told, out),
            }
        }
        if get.gather.is_answered() && get.gather.is_complete() {
            out.cancel_timer(Timer::Round(id));
            self.close_get(id, out);
        }
    }

    /// Those who have not answered have had their time: others are asked, at last nobody.
    pub(super) fn next_get_round(&mut self, id: GatherId, out: &mut Out) {
        let Some(mut get) = self.gets.remove(&id) else { return };
        get.gather.round += 1;
        let over = get.gather.round >= Config::ROUNDS;
        if over || get.gather.is_answered() {
            get.gather.answer(Mode::Target, &Response::fail(Refusal::NoEvidence), out);
            self.gets.insert(id, get);
            return self.close_get(id, out);
        }
        let asked = self.ask_others(&mut get.gather, out.monotonic());
        let key = get.gather.key;
        self.gets.insert(id, get);
        out.set_timer(Timer::Round(id), self.config.timeout);
        self.ask(id, key, &asked, out);
        self.settle_get(id, out);
    }

    /// Read repair: home replicas that have answered with less than all get the rest.
    fn close_get(&mut self, id: GatherId, out: &mut Out) {
        let Some(get) = self.gets.remove(&id) else { return };
        if !self.config.read_repair {
            return;
        }
        let merged: Versions = get.merged(self.config.reconciliation).siblings().into();
        let stale =
            |(place, found): &(&Place, &Versions)| get.gather.is_home(**place) && **found != merged;
        for (place, _) in get.found.iter().filter(stale) {
            match *place == self.place() {
                true => self.repaired(get.gather.key, &merged, out),
                false => out.send(*place, Message::Repair(get.gather.key, merged.clone())),
            }
        }
    }

    /// All siblings, with the context for the put that merges them.
    fn told(&self, object: &Object) -> Response {
        let values: Vec<Value> = object.values().collect();
        let answer = match values[..] {
            [] => Answer::Value(None),
            [value] => Answer::Value(Some(value)),
            _ => Answer::Siblings(values.into()),
        };
        let by_vector = self.config.reconciliation == Reconciliation::Vector;
        let context = by_vector.then(|| version::context(&object.seen())).flatten();
        Response::ok(answer).with_context(context)
    }
}
