//! Writes: it is found that the lease allows one; then comes the work, then the write itself.
use super::super::{Grant, Message, STORAGE, Timer, Version, WRITES};
use super::{Out, Worker};
use crate::evidence::{Epoch, Kind};
use crate::kernel::{Deadline, LocalTime, SortedMap};
use crate::modes::Mode;
use crate::node::{Answer, Key, OpId, Refusal, Request, Response, Ticket, Value};

/// Writes that have not been answered.
#[derive(Clone, Debug, Default, Hash)]
pub(super) struct Writing(SortedMap<OpId, Draft>);

#[derive(Clone, Debug, Hash)]
struct Draft {
    ticket: Ticket,
    key: Key,
    value: Value,
    token: Epoch,
    sent: Option<LocalTime>,
}

impl Draft {
    fn message(&self, op: OpId) -> Message {
        Message::Write(self.token, op, self.key, self.value)
    }
}

impl Writing {
    /// Is a write of this key under way between here and the storage?
    pub fn is_in_doubt(&self, key: Key) -> bool {
        self.0.values().any(|draft| draft.sent.is_some() && draft.key == key)
    }

    /// Is there none under this token?
    pub fn is_done_with(&self, token: Epoch) -> bool {
        self.0.values().all(|draft| draft.token != token)
    }

    /// What was sent under an earlier token has come to the storage by now, or is void.
    pub fn forget_before(&mut self, token: Epoch) {
        self.0.retain(|_, draft| draft.sent.is_none() || draft.token >= token);
    }
}

impl Worker {
    pub(super) fn write(&mut self, ticket: Ticket, request: &Request, value: Value, out: &mut Out) {
        let token = self.token().filter(|_| out.mode(WRITES) == Mode::Target && !self.leaving);
        let Some(token) = token else {
            return self.refuse(ticket, out);
        };
        if let Some(draft) = self.writing.0.get_mut(&request.op)
            && (draft.token == token || draft.sent.is_none())
        {
            draft.ticket = ticket;
            return;
        }
        let draft = Draft { ticket, key: request.key, value, token, sent: None };
        self.writing.0.insert(request.op, draft);
        let timer = Timer::Write(request.op, token);
        out.set_timer_under(WRITES, Mode::Target, timer, self.terms.work);
    }

    /// The work is done. Nobody looks again whether the lease still allows it.
    pub(super) fn write_out(&mut self, op: OpId, token: Epoch, out: &mut Out) {
        if let Some(draft) = self.writing.0.get_mut(&op)
            && draft.token == token
        {
            draft.sent = Some(out.monotonic());
            out.send_under(WRITES, Mode::Target, STORAGE, draft.message(op));
        }
    }

    /// The write or its answer may have been lost. The storage does nothing twice.
    pub(super) fn write_again(&mut self, out: &mut Out) {
        if out.mode(WRITES) != Mode::Target {
            return;
        }
        let (token, now) = (self.token(), out.monotonic());
        for (op, draft) in self.writing.0.iter_mut() {
            let waited = draft.sent.is_some_and(|sent| sent + Worker::ANSWER_MOST <= now);
            if waited && Some(draft.token) == token {
                draft.sent = Some(now);
                out.send_under(WRITES, Mode::Target, STORAGE, draft.message(*op));
            }
        }
    }

    pub(super) fn written(&mut self, op: OpId, version: Version, kept: Version, out: &mut Out) {
        out.accept(Kind::CommitRecord, STORAGE, Epoch(kept.0), Deadline::FOREVER);
        if let Some(draft) = self.writing.0.remove(&op) {
            if let Some(tenure) = &mut self.tenure {
                tenure.written(draft.key, draft.value, version);
            }
            out.respond(draft.ticket, Response::ok(Answer::Done));
            self.leave(out);
        }
    }

    pub(super) fn refused(&mut self, op: OpId, seen: Grant, out: &mut Out) {
        self.meet(seen, out);
        if let Some(draft) = self.writing.0.remove(&op) {
            out.respond(draft.ticket, Response::fail(Refusal::Fenced));
            self.leave(out);
        }
    }
}
