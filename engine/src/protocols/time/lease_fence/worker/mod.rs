//! Wants the lease; under it, writes to the storage and reads its own copy.
mod reads;
mod tenure;
mod terms;
mod writes;
pub(super) use terms::reads_storage;

use super::modes::lease;
use super::node::Out;
use super::{GRANTOR, Grant, Message, Register, STORAGE, Timer};
use crate::evidence::{Epoch, Kind};
use crate::kernel::{Deadline, LocalTime, SortedMap, Span, WallTime};
use crate::node::{Call, Key, Obligations, Refusal, Request, Response, Setup, Ticket};
use reads::Reading;
use tenure::Tenure;
use terms::Terms;
use writes::Writing;

/// A node that serves clients.
#[derive(Clone, Debug, Hash)]
pub struct Worker {
    terms: Terms,
    /// What it has while it takes itself to hold the lease.
    tenure: Option<Tenure>,
    /// Since when it has not held the lease, or has had no memory: what it asked for earlier is
    /// for an earlier self.
    lost: LocalTime,
    /// It has been told to give up the lease, and will once its writes have ended.
    leaving: bool,
    holder: Option<Grant>,
    reading: Vec<Reading>,
    writing: Writing,
}

impl Worker {
    const FETCH_EVERY: Span = Span::millis(250);
    const SILENCE_MOST: Span = Span::millis(600);
    const ANSWER_MOST: Span = Span::millis(200);

    pub(super) fn boot(setup: &Setup, out: &mut Out) -> Worker {
        let stagger = u64::from(out.id().place.0 - STORAGE.0 - 1);
        out.set_timer(Timer::Acquire, Span::millis(5 + 50 * stagger));
        out.set_timer(Timer::Fetch, Span::millis(1));
        Worker {
            terms: Terms::new(setup),
            tenure: None,
            lost: out.monotonic(),
            leaving: false,
            holder: None,
            reading: Vec::new(),
            writing: Writing::default(),
        }
    }

    pub(super) fn wake(&mut self, timer: Timer, out: &mut Out) {
        match timer {
            Timer::Acquire => {
                if !out.holds(&lease()) {
                    self.lose(out);
                }
                out.send(GRANTOR, Message::Acquire(out.monotonic(), self.token()));
                out.set_timer(Timer::Acquire, Span(self.terms.usable.0 / 4));
            }
            Timer::Fetch => {
                self.fetch(out);
                self.write_again(out);
                out.set_timer(Timer::Fetch, Worker::FETCH_EVERY);
            }
            Timer::Write(op, token) => self.write_out(op, token, out),
        }
    }

    pub(super) fn hear(&mut self, message: Message, out: &mut Out) {
        match message {
            Message::Granted(grant, asked, ends) => self.granted(grant, asked, ends, out),
            Message::Denied(grant) => {
                self.holder = Some(grant);
                self.meet(grant, out);
            }
            Message::Contents(contents) => self.fetched(contents, out),
            Message::Written(op, version, kept) => self.written(op, version, kept, out),
            Message::Refused(op, seen) => self.refused(op, seen, out),
            _ => (),
        }
    }

    fn granted(&mut self, grant: Grant, asked: LocalTime, ends: WallTime, out: &mut Out) {
        let older = self.token().is_some_and(|token| grant.token < token);
        if asked < self.lost || older {
            return;
        }
        let until = match self.terms.by_wall {
            true => Deadline::Wall(WallTime(ends.0 - self.doubt(out).0.cast_signed())),
            false => Deadline::Monotonic(asked + self.terms.usable),
        };
        out.accept(Kind::LeaseEpoch, GRANTOR, grant.token, until);
        self.holder = Some(grant);
        if self.token() != Some(grant.token) && out.holds(&lease()) {
            let asked = Worker::fetch_under(Some(grant.token), out);
            self.tenure = Some(Tenure::new(grant.token, asked));
        }
    }

    /// How far an hour on one wall may be from the same hour on another.
    fn doubt(&self, out: &Out) -> Span {
        let claimed = out.wall_error().unwrap_or(Span::ZERO);
        if self.terms.margin { claimed + claimed } else { Span::ZERO }
    }

    pub(super) fn serve(&mut self, ticket: Ticket, request: &Request, out: &mut Out) {
        match request.call {
            Call::Read => self.read(ticket, request.key, out),
            Call::Write(value) => self.write(ticket, request, value, out),
            Call::Cas(..) => self.refuse(ticket, out),
        }
    }

    fn refuse(&self, ticket: Ticket, out: &mut Out) {
        let id = out.id();
        let hint = self.holder.map(|grant| id.peer(grant.holder)).filter(|hint| *hint != id);
        let why = if hint.is_some() { Refusal::NotLeader } else { Refusal::NoEvidence };
        out.respond(ticket, Response::fail(why).with_hint(hint));
    }

    /// Learns that somebody has had a token. A higher one in other hands ends its own.
    fn meet(&mut self, grant: Grant, out: &mut Out) {
        let mine = grant.holder == out.id().place;
        if !mine && self.token().is_some_and(|token| token <= grant.token) {
            self.lose(out);
        }
    }

    fn lose(&mut self, out: &mut Out) {
        self.tenure = None;
        self.lost = out.monotonic();
        self.leaving = false;
        out.forget(Kind::LeaseEpoch);
    }

    /// Not in the middle of a write: nothing of it may come after the next holder's.
    pub(super) fn give_up(&mut self, out: &mut Out) {
        self.leaving = self.tenure.is_some();
        self.leave(out);
    }

    fn leave(&mut self, out: &mut Out) {
        if let Some(token) = self.token()
            && self.leaving
            && self.writing.is_done_with(token)
        {
            self.lose(out);
            out.send(GRANTOR, Message::Release(token));
            out.set_timer(Timer::Acquire, self.terms.lease);
        }
    }

    pub(super) fn obligations(&self) -> Option<Obligations> {
        let tenure = self.tenure.as_ref()?;
        let fetching = tenure.copy().is_none() && !self.terms.reads_storage;
        fetching.then_some(Obligations { what: "fetch", left: 1 })
    }

    pub(super) fn token(&self) -> Option<Epoch> {
        self.tenure.as_ref().map(Tenure::token)
    }

    pub(super) fn copy(&self) -> Option<&SortedMap<Key, Register>> {
        self.tenure.as_ref()?.copy()
    }
}
