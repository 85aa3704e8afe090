//! How a node coordinates a put (section 4.5).
use super::gather::Gather;
use super::replica::{Out, Replica, Unflushed};
use super::{Config, GatherId, Message, PUTS, Reconciliation, Stored, Timer, Version, version};
use crate::evidence::Kind;
use crate::kernel::{LocalTime, Place, SortedSet, WallTime};
use crate::modes::Mode;
use crate::node::{Answer, Outcome, Refusal, Request, Response, Serial, Ticket, Value};
use crate::parts::Dot;
use std::rc::Rc;

/// A put that is being coordinated.
#[derive(Clone, Debug, Hash)]
pub struct Put {
    gather: Gather,
    version: Rc<Version>,
    /// It may be acknowledged from this reading of the coordinator's clock on.
    past_from: LocalTime,
    /// Its dot is on disk, and it has set out.
    sent: bool,
}

impl Replica {
    /// A client wants a value kept. One that asks again, for the same put, gets the same version.
    pub(super) fn begin_put(
        &mut self,
        ticket: Ticket,
        request: &Request,
        value: Value,
        out: &mut Out,
    ) {
        self.look_at_clock(out);
        if out.mode(PUTS) == Mode::Floor {
            return out.respond(ticket, Response::fail(Refusal::NoEvidence));
        }
        let mut open = self.puts.iter_mut();
        if let Some((id, put)) = open.find(|(_, put)| put.version.op == request.op) {
            let id = *id;
            put.gather.join(ticket);
            return self.settle_put(id, out);
        }
        let known = self.known_version(request, value);
        let fresh = known.is_none();
        let (version, past_from) = match known {
            Some(version) => (version, out.monotonic()),
            None => self.new_version(request, value, out),
        };
        let id = GatherId(out.serial(Serial::Operation));
        let gather = self.gather(ticket, request.key, out.monotonic());
        self.puts.insert(id, Put { gather, version, past_from, sent: false });
        out.set_timer(Timer::Round(id), self.config.timeout);
        self.set_out(id, fresh, out);
    }

    /// The version that this put has already, if this node knows of it.
    fn known_version(&self, request: &Request, value: Value) -> Option<Rc<Version>> {
        if let Some(version) = self.begun.get(&request.op) {
            return Some(version.clone());
        }
        let (dot, version) = self.objects.get(&request.key)?.known(request.op)?;
        let superseded = || {
            let (past, stamp) = (version::seen(&request.context), WallTime(i64::MIN));
            Rc::new(Version { dot, aliases: SortedSet::new(), past, op: request.op, value, stamp })
        };
        Some(version.cloned().unwrap_or_else(superseded))
    }

    /// A new version, and when it may be acknowledged. Its dot is one that nobody has seen yet.
    fn new_version(
        &mut self,
        request: &Request,
        value: Value,
        out: &Out,
    ) -> (Rc<Version>, LocalTime) {
        let (own, past) = (self.place(), version::seen(&request.context));
        let here = self.objects.get(&request.key).map(|object| object.seen().newest(own));
        let made = self.made.or_default(request.key);
        *made = 1 + past.newest(own).max(here.unwrap_or_default()).max(*made);
        let dot = Dot { by: own, nth: *made };
        let (stamp, past_from) = self.stamp(out);
        let (aliases, op) = (SortedSet::new(), request.op);
        let version = Rc::new(Version { dot, aliases, past, op, value, stamp });
        self.begun.insert(request.op, version.clone());
        (version, past_from)
    }

    /// First here, then elsewhere (section 4.5): no other version may ever get this dot, so it is
    /// on disk before anybody sees it.
    fn set_out(&mut self, id: GatherId, fresh: bool, out: &mut Out) {
        let Some(put) = self.puts.get(&id) else { return };
        let (own, key, version) = (self.place(), put.gather.key, put.version.clone());
        let asks = put.gather.asks(own);
        if !self.config.durable_dots {
            self.send_put(id, out);
        }
        let kept_here = match asks {
            Some(Some(_)) => self.config.durable_hints,
            Some(None) => true,
            None => false,
        };
        let alone = fresh && !kept_here && self.config.durable_dots;
        if alone {
            out.write(Stored::Begun(key, version.clone()));
        }
        if let Some(stands_for) = asks {
            self.keep(own, id, key, &version, stands_for, out);
        }
        if self.config.durable_dots {
            self.say(Unflushed::Begun(id), alone, out);
        }
    }

    /// Sends it to all that are asked.
    pub(super) fn send_put(&mut self, id: GatherId, out: &mut Out) {
        let own = self.place();
        let Some(put) = self.puts.get_mut(&id) else { return };
        put.sent = true;
        for (place, home) in put.gather.missing().into_iter().filter(|(place, _)| *place != own) {
            out.send(place, Message::Put(id, put.gather.key, put.version.clone(), home));
        }
    }

    /// Somebody keeps it.
    pub(super) fn kept(
        &mut self,
        from: Place,
        id: GatherId,
        kind: Kind,
        count: u64,
        out: &mut Out,
    ) {
        if from != self.place() {
            self.hear(from, out);
        }
        self.trust(kind, from, count, out);
        if let Some(put) = self.puts.get_mut(&id) {
            put.gather.hear(from);
            self.settle_put(id, out);
        }
    }

    /// Tells the client as soon as enough nodes keep it.
    pub(super) fn settle_put(&mut self, id: GatherId, out: &mut Out) {
        let Some(put) = self.puts.get(&id) else { return };
        let worth = self.worth(&put.gather, self.config.w, out);
        let by_vector = self.config.reconciliation == Reconciliation::Vector;
        let context = by_vector.then(|| version::context(&put.version.vector())).flatten();
        let (now, past_from) = (out.monotonic(), put.past_from);
        let Some(put) = self.puts.get_mut(&id) else { return };
        match worth {
            Some(_) if now < past_from => out.set_timer(Timer::Past(id), past_from - now),
            Some(_) if out.mode(PUTS) == Mode::Floor => give_up(&mut put.gather, out),
            Some(mode) => {
                let done = Response::ok(Answer::Done).with_context(context);
                put.gather.answer(mode, &done, out);
            }
            None => (),
        }
        if put.gather.is_answered() && put.gather.is_complete() {
            self.puts.remove(&id);
            out.cancel_timer(Timer::Round(id));
        }
    }

    /// Those who have not answered have had their time: others stand in, at last nobody.
    pub(super) fn next_put_round(&mut self, id: GatherId, out: &mut Out) {
        let Some(mut put) = self.puts.remove(&id) else { return };
        put.gather.round += 1;
        if put.gather.round >= Config::ROUNDS {
            return give_up(&mut put.gather, out);
        }
        let asked = match put.sent {
            true => self.ask_others(&mut put.gather, out.monotonic()),
            false => Vec::new(),
        };
        let (key, version) = (put.gather.key, put.version.clone());
        self.puts.insert(id, put);
        out.set_timer(Timer::Round(id), self.config.timeout);
        for (place, home) in asked {
            match place == self.place() {
                true => self.keep(place, id, key, &version, home, out),
                false => out.send(place, Message::Put(id, key, version.clone(), home)),
            }
        }
        self.settle_put(id, out);
    }
}

/// Perhaps somebody keeps it, perhaps nobody: it has set out.
fn give_up(gather: &mut Gather, out: &mut Out) {
    let unknown = Response { outcome: Outcome::Info, ..Response::fail(Refusal::NoEvidence) };
    gather.answer(Mode::Target, &unknown, out);
}
