//! What a node keeps for others (section 4.6).
use super::Version;
use crate::kernel::{NodeSet, Place, SortedMap};
use crate::node::{Key, Value};
use crate::parts::Dot;
use std::rc::Rc;

/// The paper's "separate local database" of hinted replicas.
#[derive(Clone, Debug, Default, Hash)]
pub struct Hints {
    kept: SortedMap<(Place, Key, Dot), Rc<Version>>,
    taken: u64,
}

impl Hints {
    /// Keeps a version for a home replica. Was it new?
    pub fn keep(&mut self, home: Place, key: Key, version: &Rc<Version>) -> bool {
        let new = self.kept.insert((home, key, version.dot), version.clone()).is_none();
        self.taken += u64::from(new);
        new
    }

    /// The home replica has it. Was it still here?
    pub fn release(&mut self, home: Place, key: Key, dot: Dot) -> bool {
        self.kept.remove(&(home, key, dot)).is_some()
    }

    /// They are gone, and with them all that was promised. Were there any?
    pub fn drop_all(&mut self) -> bool {
        let any = !self.kept.is_empty();
        if any {
            *self = Hints::default();
        }
        any
    }

    /// How many have been taken since the last time that any were dropped.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// How many are kept for these home replicas.
    pub fn count_for(&self, homes: NodeSet) -> usize {
        self.kept.keys().filter(|(home, ..)| homes.contains(*home)).count()
    }

    /// For which home replicas any are kept.
    pub fn homes(&self) -> NodeSet {
        self.kept.keys().map(|(home, ..)| *home).collect()
    }

    /// What is to be handed over to a home replica.
    pub fn of_home(&self, home: Place) -> impl Iterator<Item = (Key, &Rc<Version>)> {
        let all = self.kept.iter().filter(move |((of, ..), _)| *of == home);
        all.map(|((_, key, _), version)| (*key, version))
    }

    /// What is kept of a key, whosesoever it is.
    pub fn of_key(&self, key: Key) -> impl Iterator<Item = &Rc<Version>> {
        self.kept.iter().filter(move |((_, of, _), _)| *of == key).map(|(_, version)| version)
    }

    /// All that is kept.
    pub fn values(&self) -> impl Iterator<Item = (Key, Value)> {
        self.kept.iter().map(|((_, key, _), version)| (*key, version.value))
    }
}
