//! One key on one replica: the versions that none other supersedes, and the puts that came.
use super::{Reconciliation, Version};
use crate::kernel::{SortedMap, SortedSet, sort_by_key};
use crate::node::{OpId, Value};
use crate::parts::{Dot, VersionVector};
use std::rc::Rc;

/// The siblings of a key. Taking in is idempotent, and the order does not matter in the end: so a
/// message that comes twice, or late, does no harm.
#[derive(Clone, Debug, Default, Hash)]
pub struct Object {
    siblings: Vec<Rc<Version>>,
    /// Every put that came, with all its names.
    puts: SortedMap<OpId, SortedSet<Dot>>,
}

impl Object {
    /// The versions that none other supersedes, in the order of their dots.
    pub fn siblings(&self) -> &[Rc<Version>] {
        &self.siblings
    }

    /// Their values.
    pub fn values(&self) -> impl Iterator<Item = Value> {
        self.siblings.iter().map(|version| version.value)
    }

    /// All that a client knows of once it has seen these.
    pub fn seen(&self) -> VersionVector {
        self.siblings.iter().fold(VersionVector::default(), |mut seen, version| {
            seen.join(&version.past);
            version.names().fold(seen, VersionVector::with)
        })
    }

    /// Under which name a put is known here, and its version unless it is superseded.
    pub fn known(&self, op: OpId) -> Option<(Dot, Option<&Rc<Version>>)> {
        let name = *self.puts.get(&op)?.first()?;
        Some((name, self.siblings.iter().find(|version| version.op == op)))
    }

    /// Takes a version in. Is anything not as before?
    pub fn take(&mut self, version: &Rc<Version>, by: Reconciliation) -> bool {
        let names = self.puts.or_default(version.op);
        let known = names.len();
        names.extend(version.names());
        let learned = names.len() > known;
        learned
            | match by {
                Reconciliation::Vector => self.reconcile(version),
                Reconciliation::LastWriter => self.let_win(version),
            }
    }

    /// Keeps it unless it is superseded, and drops what it supersedes.
    fn reconcile(&mut self, version: &Rc<Version>) -> bool {
        let all = self.puts.get(&version.op).cloned().unwrap_or_default();
        let mut changed = self.spread(&all);
        if let Some(same) = self.siblings.iter_mut().find(|same| same.op == version.op) {
            changed |= unite(same, version, &all);
        } else if !self.siblings.iter().any(|other| other.descends(version)) {
            let mut new = version.clone();
            unite(&mut new, version, &all);
            self.siblings.push(new);
            changed = true;
        }
        self.drop_superseded();
        changed
    }

    /// What supersedes a put under one of its names supersedes it under all.
    fn spread(&mut self, names: &SortedSet<Dot>) -> bool {
        let mut changed = false;
        for other in &mut self.siblings {
            let some = names.iter().any(|name| other.past.contains(*name));
            if some && !names.iter().all(|name| other.past.contains(*name)) {
                let past = &mut Rc::make_mut(other).past;
                names.iter().for_each(|name| changed |= past.insert(*name));
            }
        }
        changed
    }

    fn drop_superseded(&mut self) {
        let all = self.siblings.clone();
        let lives = |version: &Rc<Version>| {
            !all.iter().any(|other| other.dot != version.dot && other.descends(version))
        };
        self.siblings.retain(lives);
        sort_by_key(&mut self.siblings, |version| version.dot);
    }

    /// The highest stamp wins. A put through two coordinators has two, and counts by the later one.
    fn let_win(&mut self, version: &Rc<Version>) -> bool {
        let wins = self.siblings.first().is_none_or(|other| other.rank() < version.rank());
        if wins {
            self.siblings = vec![version.clone()];
        }
        wins
    }
}

/// Two versions of one put are one version: under all names that are known, its lowest first.
fn unite(version: &mut Rc<Version>, other: &Version, names: &SortedSet<Dot>) -> bool {
    let mut united = Version::clone(version);
    united.past.join(&other.past);
    united.aliases = names.clone();
    united.dot = united.aliases.pop_first().unwrap_or(other.dot);
    let changed = **version != united;
    if changed {
        *version = Rc::new(united);
    }
    changed
}
