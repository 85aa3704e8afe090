//! Reads: from the own copy under the lease, or by asking the storage.
use super::super::{Contents, Message, READS, STORAGE};
use super::{Out, Worker};
use crate::evidence::{Epoch, Kind};
use crate::kernel::Deadline;
use crate::modes::Mode;
use crate::node::{Answer, Key, Response, Serial, Ticket, Value};

/// A read that waits for the storage.
#[derive(Clone, Debug, Hash)]
pub(super) struct Reading {
    asked: u32,
    ticket: Ticket,
    key: Key,
}

impl Worker {
    pub(super) fn read(&mut self, ticket: Ticket, key: Key, out: &mut Out) {
        match (out.mode(READS), self.known(key)) {
            (Mode::Target, Some(value)) => {
                out.respond(ticket, Response::ok(Answer::Value(value)));
            }
            (Mode::Target | Mode::Degraded, _) => {
                let asked = self.fetch(out);
                self.reading.push(Reading { asked, ticket, key });
            }
            _ => self.refuse(ticket, out),
        }
    }

    /// What the own copy says, unless others who ask the storage may know better: while a write
    /// is on its way there, or its answer is on its way back.
    fn known(&self, key: Key) -> Option<Option<Value>> {
        let copy = self.copy().filter(|_| !self.terms.reads_storage)?;
        let known = copy.get(&key).map(|register| register.value);
        (!self.writing.is_in_doubt(key)).then_some(known)
    }

    pub(super) fn fetch(&self, out: &mut Out) -> u32 {
        Worker::fetch_under(self.token(), out)
    }

    /// Asks the storage; the answer is the number of the question.
    pub(super) fn fetch_under(token: Option<Epoch>, out: &mut Out) -> u32 {
        let asked = out.serial(Serial::Request);
        out.send(STORAGE, Message::Fetch(asked, token));
        asked
    }

    /// It is news to all whose question was this one or an earlier one, and to nobody who has
    /// come since.
    pub(super) fn fetched(&mut self, contents: Contents, out: &mut Out) {
        let until = Deadline::Monotonic(out.monotonic() + Worker::SILENCE_MOST);
        out.accept(Kind::Heartbeat, STORAGE, Epoch(0), until);
        out.accept(Kind::CommitRecord, STORAGE, Epoch(contents.kept.0), Deadline::FOREVER);
        if let Some(seen) = contents.fence {
            out.accept(Kind::FencingToken, STORAGE, seen, Deadline::FOREVER);
        }
        self.reading.retain(|reading| {
            let answered = reading.asked <= contents.asked;
            if answered {
                let found = contents.registers.iter().find(|(key, _)| *key == reading.key);
                let value = found.map(|(_, register)| register.value);
                out.respond(reading.ticket, Response::ok(Answer::Value(value)));
            }
            !answered
        });
        if let Some(tenure) = &mut self.tenure
            && tenure.fetched(&contents)
        {
            self.writing.forget_before(tenure.token());
        }
    }
}
