//! What a node does as a replica: keeps versions, and says so once they are on disk.
use super::message::Versions;
use super::replica::{Out, Replica, Unflushed};
use super::{GatherId, Message, Stored, Version};
use crate::evidence::{Epoch, Kind};
use crate::kernel::{Deadline, Place};
use crate::node::Key;
use crate::parts::Dot;
use std::rc::Rc;

impl Replica {
    /// At its start a node stands by what is on its disk, before anybody asks.
    pub(super) fn greet(&mut self, out: &mut Out) {
        for peer in self.others().chain([self.place()]) {
            out.issue(Kind::Heartbeat, peer, Epoch(0));
            out.issue(Kind::CommitRecord, peer, Epoch(self.copies));
            out.issue(Kind::HandoffHint, peer, Epoch(self.promised_hints));
        }
        out.accept(Kind::Heartbeat, self.place(), Epoch(0), Deadline::FOREVER);
    }

    /// A coordinator wants a version kept: here, or here for another.
    pub(super) fn keep(
        &mut self,
        from: Place,
        id: GatherId,
        key: Key,
        version: &Rc<Version>,
        home: Option<Place>,
        out: &mut Out,
    ) {
        let Some(home) = home.filter(|home| *home != self.place()) else {
            let wrote = self.keep_copy(key, version, out);
            let kept = Unflushed::Kept(from, id, Kind::CommitRecord, self.copies);
            return self.say(kept, wrote, out);
        };
        let new = self.hints.keep(home, key, version);
        let kept = Unflushed::Kept(from, id, Kind::HandoffHint, self.hints.taken());
        match self.config.durable_hints {
            true => {
                if new {
                    out.write(Stored::Hint(home, key, version.clone()));
                }
                self.say(kept, new, out);
            }
            false => self.say(kept, false, out),
        }
    }

    /// Takes in a version of a key that is at home here. Was anything written?
    pub(super) fn keep_copy(&mut self, key: Key, version: &Rc<Version>, out: &mut Out) -> bool {
        let news = self.objects.or_default(key).take(version, self.config.reconciliation);
        if news {
            self.copies += 1;
            out.write(Stored::Copy(key, version.clone()));
        }
        news
    }

    /// It is on disk, or never will be if it is a hint and the guard is off.
    pub(super) fn promise(
        &mut self,
        to: Place,
        id: GatherId,
        kind: Kind,
        count: u64,
        out: &mut Out,
    ) {
        if kind == Kind::HandoffHint {
            self.promised_hints = self.promised_hints.max(count).min(self.hints.taken());
        }
        out.issue(kind, to, Epoch(count));
        match to == self.place() {
            true => self.kept(to, id, kind, count, out),
            false => out.send(to, Message::Kept(id, kind, count)),
        }
    }

    /// A coordinator wants to know what is here.
    pub(super) fn look_up(&mut self, from: Place, id: GatherId, key: Key, out: &mut Out) {
        let found = Unflushed::Found(from, id, self.versions(key));
        self.say(found, false, out);
    }

    /// What it has of a key: its own, and what it keeps for others.
    pub(super) fn versions(&self, key: Key) -> Versions {
        let own = self.objects.get(&key);
        let mut hinted = self.hints.of_key(key).peekable();
        if hinted.peek().is_none() {
            return own.map(|object| object.siblings().into()).unwrap_or_default();
        }
        let mut all = own.cloned().unwrap_or_default();
        hinted.for_each(|version| {
            all.take(version, self.config.reconciliation);
        });
        all.siblings().into()
    }

    /// A coordinator has found that some of this is lacking here.
    pub(super) fn repaired(&mut self, key: Key, versions: &[Rc<Version>], out: &mut Out) {
        let wrote =
            versions.iter().fold(false, |wrote, version| self.keep_copy(key, version, out) | wrote);
        if wrote {
            self.say(Unflushed::Repaired, wrote, out);
        }
    }

    /// Sends a home replica what is kept for it, as often as it takes (section 4.6).
    pub(super) fn hand_over(&self, home: Place, out: &mut Out) {
        if !self.unflushed.is_empty() {
            return;
        }
        for (key, version) in self.hints.of_home(home) {
            out.send(home, Message::Handoff(key, version.clone()));
        }
    }

    /// A stand-in hands something over.
    pub(super) fn take_over(
        &mut self,
        from: Place,
        key: Key,
        version: &Rc<Version>,
        out: &mut Out,
    ) {
        let wrote = self.keep_copy(key, version, out);
        self.say(Unflushed::TakenOver(from, key, version.dot), wrote, out);
    }

    /// The home replica has it: the hint can go.
    pub(super) fn taken_over(&mut self, home: Place, key: Key, dot: Dot, out: &mut Out) {
        if self.hints.release(home, key, dot) && self.config.durable_hints {
            out.write(Stored::HandedOver(home, key, dot));
        }
    }
}
