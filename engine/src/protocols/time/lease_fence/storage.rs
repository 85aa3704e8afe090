//! Keeps the registers. If it fences, a token lower than one it has seen is void.
use super::node::Out;
use super::{Contents, GRANTOR, Grant, Message, Register, STORAGE, Stored, Version};
use crate::evidence::{Epoch, Evidence, Kind};
use crate::kernel::{FlushToken, LocalTime, Moment, Place, SortedMap};
use crate::node::{Kept, Key, Note, OpId, Setup, Topic, Value};
use std::collections::VecDeque;

/// The node that is written to. It says nothing of what is not on its disk.
#[derive(Clone, Debug, Hash)]
pub struct Storage {
    fences: bool,
    seen: Grant,
    registers: SortedMap<Key, Register>,
    /// Every operation that it has carried out: asked for once more, it is not done once more.
    done: SortedMap<OpId, Version>,
    flushing: Option<FlushToken>,
    unsaid: VecDeque<(FlushToken, Place, Message)>,
}

impl Storage {
    /// A standing promise is given to everybody at once; messages only make it known.
    pub(super) fn boot(setup: &Setup, recovered: &Kept<Stored>, out: &mut Out) -> Storage {
        let mut storage = Storage {
            fences: setup.guards("fencing"),
            seen: Grant::default(),
            registers: SortedMap::new(),
            done: SortedMap::new(),
            flushing: None,
            unsaid: VecDeque::new(),
        };
        for stored in recovered.iter() {
            match *stored {
                Stored::Fence(grant) => storage.see(grant),
                Stored::Write(grant, op, key, value) => {
                    storage.see(grant);
                    storage.put(op, key, value);
                }
                Stored::Grant(_) => (),
            }
        }
        for worker in setup.all().iter().filter(|place| ![GRANTOR, STORAGE].contains(place)) {
            storage.vouch(worker, storage.kept(), out);
            out.issue(Kind::Heartbeat, worker, Epoch(0));
            if storage.fences {
                out.issue(Kind::FencingToken, worker, storage.seen.token);
            }
        }
        storage
    }

    fn see(&mut self, grant: Grant) {
        if self.seen.token < grant.token {
            self.seen = grant;
        }
    }

    fn put(&mut self, op: OpId, key: Key, value: Value) -> Version {
        let version = Version(self.kept().0 + 1);
        self.registers.insert(key, Register { value, version });
        self.done.insert(op, version);
        version
    }

    fn kept(&self) -> Version {
        Version(self.done.len() as u64)
    }

    fn vouch(&self, worker: Place, kept: Version, out: &mut Out) {
        out.issue(Kind::CommitRecord, worker, Epoch(kept.0));
    }

    pub(super) fn hear(&mut self, from: Place, message: &Message, out: &mut Out) {
        match *message {
            Message::Fetch(asked, token) => {
                self.raise(from, token.unwrap_or_default(), out);
                let registers = self.registers.iter().map(|(key, held)| (*key, *held)).collect();
                let fence = self.fences.then_some(self.seen.token);
                let contents = Contents { asked, registers, kept: self.kept(), fence };
                self.say(from, Message::Contents(contents), out);
            }
            Message::Write(token, op, key, value) => {
                let grant = Grant { holder: from, token };
                let answer = match self.done.get(&op) {
                    Some(version) => Message::Written(op, *version, self.kept()),
                    None if self.is_void(grant) => Message::Refused(op, self.seen),
                    None => self.write(grant, op, (key, value), out),
                };
                self.say(from, answer, out);
            }
            _ => (),
        }
    }

    /// One token is one worker's: had the grantor forgotten what it gave, two might have it.
    fn is_void(&self, grant: Grant) -> bool {
        let low = grant.token < self.seen.token;
        self.fences && (low || grant.token == self.seen.token && grant != self.seen)
    }

    fn write(
        &mut self,
        grant: Grant,
        op: OpId,
        (key, value): (Key, Value),
        out: &mut Out,
    ) -> Message {
        self.see(grant);
        let version = self.put(op, key, value);
        let by = out.id().peer(grant.holder);
        out.note(Note::Effect { resource: 0, epoch: grant.token, by });
        out.note(Note::Level { topic: Topic::Token, value: grant.token.0 });
        out.write(Stored::Write(grant, op, key, value));
        self.flushing = Some(out.flush());
        Message::Written(op, version, version)
    }

    /// A write of an earlier holder may still be under way: from now on it is void.
    fn raise(&mut self, holder: Place, token: Epoch, out: &mut Out) {
        if self.fences && self.seen.token < token {
            self.seen = Grant { holder, token };
            out.write(Stored::Fence(self.seen));
            self.flushing = Some(out.flush());
        }
    }

    /// Says something that rests on all that has been written so far.
    fn say(&mut self, to: Place, message: Message, out: &mut Out) {
        match self.flushing {
            Some(flush) => self.unsaid.push_back((flush, to, message)),
            None => self.tell(to, message, out),
        }
    }

    fn tell(&self, to: Place, message: Message, out: &mut Out) {
        match &message {
            Message::Contents(contents) => {
                self.vouch(to, contents.kept, out);
                if let Some(seen) = contents.fence {
                    out.issue(Kind::FencingToken, to, seen);
                }
            }
            Message::Written(_, _, kept) => self.vouch(to, *kept, out),
            _ => (),
        }
        out.send(to, message);
    }

    pub(super) fn flushed(&mut self, token: FlushToken, out: &mut Out) {
        self.flushing = self.flushing.filter(|flush| *flush > token);
        while let Some((_, to, message)) = self.unsaid.pop_front_if(|(flush, ..)| *flush <= token) {
            self.tell(to, message, out);
        }
    }

    pub(super) fn upholds(&self, item: &Evidence) -> LocalTime {
        match item.kind {
            Kind::FencingToken if self.fences && self.seen.token >= item.epoch => {
                LocalTime::FOREVER
            }
            Kind::CommitRecord if self.kept().0 >= item.epoch.0 => LocalTime::FOREVER,
            Kind::Heartbeat => LocalTime::FOREVER,
            _ => LocalTime::PAST,
        }
    }

    pub(super) fn registers(&self) -> &SortedMap<Key, Register> {
        &self.registers
    }

    pub(super) fn seen(&self) -> Epoch {
        self.seen.token
    }
}
