//! Grants the lease to one worker at a time, under ever higher tokens.
use super::node::Out;
use super::{Grant, Message, Stored};
use crate::evidence::{Epoch, Evidence, Kind};
use crate::kernel::{FlushToken, LocalTime, Moment, Place, Span};
use crate::node::{Kept, Note, Setup, Topic};
use std::ops::RangeInclusive;

/// The node that grants.
#[derive(Clone, Debug, Hash)]
pub struct Grantor {
    lease: Span,
    durable: bool,
    last: Grant,
    first: Epoch,
    until: LocalTime,
    waiting: Option<(FlushToken, LocalTime)>,
}

impl Grantor {
    /// The holder of a lease that was given before a crash may still rely on it: a new start
    /// waits for one whole lease (Gray and Cheriton, section 5).
    pub(super) fn boot(setup: &Setup, recovered: &Kept<Stored>, out: &mut Out) -> Grantor {
        let mut grants = recovered.iter().rev().filter_map(|stored| match stored {
            Stored::Grant(grant) => Some(*grant),
            _ => None,
        });
        let last = grants.next();
        let until = last.map_or(LocalTime::PAST, |_| out.monotonic() + setup.span("lease"));
        let last = last.unwrap_or_default();
        let same = grants.take_while(|grant| grant.holder == last.holder).last();
        Grantor {
            lease: setup.span("lease"),
            durable: setup.guards("durable-grants"),
            last,
            first: same.unwrap_or(last).token,
            until,
            waiting: None,
        }
    }

    pub(super) fn hear(&mut self, from: Place, message: &Message, out: &mut Out) {
        match *message {
            Message::Acquire(asked, renews) => self.acquire(from, asked, renews, out),
            Message::Release(token) if token == self.last.token && from == self.last.holder => {
                self.until = LocalTime::PAST;
            }
            _ => (),
        }
    }

    /// A worker that asks afresh, because it has lost the lease or its memory, gets a new token:
    /// what its earlier self has under way must not pass for its own.
    fn acquire(&mut self, worker: Place, asked: LocalTime, renews: Option<Epoch>, out: &mut Out) {
        let bound = out.monotonic() < self.until;
        if bound && self.last.holder != worker {
            return out.send(worker, Message::Denied(self.last));
        }
        let renews = renews.is_some_and(|token| self.tokens().contains(&token));
        match (bound, self.waiting.is_some()) {
            (true, true) => (),
            (true, false) if renews => self.give(asked, out),
            _ => self.promise(worker, asked, out),
        }
    }

    /// The tokens that the last holder has had one after the other.
    fn tokens(&self) -> RangeInclusive<Epoch> {
        self.first..=self.last.token
    }

    fn promise(&mut self, worker: Place, asked: LocalTime, out: &mut Out) {
        let token = Epoch(self.last.token.0 + 1);
        self.first = if self.last.holder == worker { self.first } else { token };
        self.last = Grant { holder: worker, token };
        self.until = out.monotonic() + self.lease;
        match self.durable {
            true => {
                out.write(Stored::Grant(self.last));
                self.waiting = Some((out.flush(), asked));
            }
            false => self.give(asked, out),
        }
    }

    pub(super) fn flushed(&mut self, token: FlushToken, out: &mut Out) {
        if let Some((flush, asked)) = self.waiting
            && flush <= token
        {
            self.waiting = None;
            self.give(asked, out);
        }
    }

    /// The lease begins anew now: what was promised only grows.
    fn give(&mut self, asked: LocalTime, out: &mut Out) {
        self.until = out.monotonic() + self.lease;
        let Grant { holder, token } = self.last;
        let decided =
            Note::Decided { topic: Topic::Leader, number: token.0, value: holder.0.into() };
        out.note(decided);
        out.issue(Kind::LeaseEpoch, holder, token);
        out.send(holder, Message::Granted(self.last, asked, out.wall() + self.lease));
    }

    /// What it refuses the others it refuses them for the holder's sake, under whichever of its
    /// tokens.
    pub(super) fn upholds(&self, item: &Evidence) -> LocalTime {
        let of_holder = item.to() == self.last.holder && self.tokens().contains(&item.epoch);
        match item.kind == Kind::LeaseEpoch && of_holder {
            true => self.until,
            false => LocalTime::PAST,
        }
    }

    pub(super) fn last(&self) -> Grant {
        self.last
    }
}
