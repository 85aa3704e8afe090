//! How a node comes back from its disk, and what a ring could recover if all did.
use super::hints::Hints;
use super::peers::Peers;
use super::replica::{Out, Replica};
use super::stamp::Stamps;
use super::{Config, Stored, Version};
use crate::kernel::SortedMap;
use crate::node::{Kept, Key, Recoverable, Setup};
use std::collections::VecDeque;
use std::rc::Rc;

/// A node from what its disk kept.
pub(super) fn boot(setup: &Setup, recovered: &Kept<Stored>, out: &mut Out) -> Replica {
    let mut replica = Replica {
        id: out.id(),
        config: Config::new(setup),
        objects: SortedMap::new(),
        hints: Hints::default(),
        copies: 0,
        promised_hints: 0,
        begun: SortedMap::new(),
        made: SortedMap::new(),
        stamps: Stamps::default(),
        peers: Peers::unheard(out.id().place, setup.members),
        puts: SortedMap::new(),
        gets: SortedMap::new(),
        unflushed: VecDeque::new(),
    };
    recovered.iter().for_each(|stored| replica.recover(stored));
    replica.promised_hints = replica.hints.taken();
    replica
}

impl Replica {
    fn recover(&mut self, stored: &Stored) {
        match stored {
            Stored::Copy(key, version) => {
                let object = self.objects.or_default(*key);
                object.take(version, self.config.reconciliation);
                self.copies += 1;
                self.remember(*key, version);
            }
            Stored::Hint(home, key, version) => {
                self.hints.keep(*home, *key, version);
                self.remember(*key, version);
            }
            Stored::HandedOver(home, key, dot) => {
                self.hints.release(*home, *key, *dot);
            }
            Stored::Dropped => {
                self.hints.drop_all();
            }
            Stored::Begun(key, version) => self.remember(*key, version),
        }
    }

    /// A version that was made here.
    fn remember(&mut self, key: Key, version: &Rc<Version>) {
        if version.dot.by == self.place() {
            let made = self.made.or_default(key);
            *made = version.dot.nth.max(*made);
            self.begun.insert(version.op, version.clone());
        }
    }
}

/// Every value that some replica holds, as its own or as a hint.
pub(super) fn recoverable(booted: &[&Replica]) -> Recoverable {
    let mut found = Recoverable::new();
    for replica in booted {
        let own = replica.objects.iter();
        let own = own.flat_map(|(key, object)| object.values().map(|value| (*key, value)));
        for (key, value) in own.chain(replica.hints.values()) {
            found.or_default(key).insert(value);
        }
    }
    found
}
