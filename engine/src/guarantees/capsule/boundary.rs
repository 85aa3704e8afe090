//! Where a capsule's evidence counts, and what happens where it does not.
use super::Extent;
use crate::evidence::Epoch;

/// Where a rule of naming, a clock or an administration holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Domain(pub String);

/// A place in the world.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(pub String);

/// A customer among others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenant(pub String);

/// Inside of what the capsule's evidence counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Boundary<K> {
    /// About which keys, where and for whom.
    pub extent: Extent<K>,
    /// By whose rules.
    pub domain: Domain,
    /// Under which configuration.
    pub epoch: Epoch,
}

/// What is done when evidence is missing, and what is then said.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fallback<R> {
    /// The row of the mode matrix that takes over.
    pub row: R,
    /// What the caller is told: a downgrade without a label is a breach.
    pub label: String,
}
