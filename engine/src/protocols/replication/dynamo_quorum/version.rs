//! One version of a value, and what it knows of its past (section 4.4).
use crate::kernel::{SortedSet, WallTime};
use crate::node::{Context, OpId, Value};
use crate::parts::{Dot, VersionVector};

/// A version. Departs from the paper, whose version is its vector: here the dot is kept apart from
/// the past, or two clients' concurrent puts through one coordinator would look as if the second
/// had seen the first (Preguiça and others, 2010).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Version {
    /// Its name: which coordinator made it, and which of the key's versions it was there.
    pub dot: Dot,
    /// Its other names, if a client has asked several coordinators for one put.
    pub aliases: SortedSet<Dot>,
    /// All versions that it supersedes.
    pub past: VersionVector,
    /// The put that it comes from.
    pub op: OpId,
    /// What was put.
    pub value: Value,
    /// What the coordinator's wall clock showed.
    pub stamp: WallTime,
}

impl Version {
    /// All its names.
    pub fn names(&self) -> impl Iterator<Item = Dot> {
        self.aliases.iter().copied().chain([self.dot])
    }

    /// The vector clock of the paper: its past and itself.
    pub fn vector(&self) -> VersionVector {
        self.names().fold(self.past.clone(), VersionVector::with)
    }

    /// Does it supersede the other one, or is it the same?
    pub fn descends(&self, other: &Version) -> bool {
        self.dot == other.dot || other.names().any(|name| self.past.contains(name))
    }

    /// The highest one wins where the last writer does.
    pub fn rank(&self) -> (WallTime, Dot) {
        (self.stamp, self.dot)
    }
}

/// What a client is to bring along with its next put.
pub fn context(seen: &VersionVector) -> Context {
    (*seen != VersionVector::default()).then(|| seen.words().into())
}

/// What a client brings along.
pub fn seen(context: &Context) -> VersionVector {
    context.as_deref().map(VersionVector::from_words).unwrap_or_default()
}
