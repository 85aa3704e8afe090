//! A mechanism as a whole.
use super::{Card, Key, Node, Setup, Value};
use crate::kernel::{SortedMap, SortedSet};
use crate::modes::ModeMatrix;

/// What each key might hold after everybody has crashed and come back.
pub type Recoverable = SortedMap<Key, SortedSet<Value>>;

/// A mechanism: its card, its nodes, and what these may promise.
pub trait Protocol: 'static {
    /// Its participants.
    type Node: Node;
    /// Its fixed properties.
    const CARD: Card;

    /// Its contracts, for one setup.
    fn modes(setup: &Setup) -> ModeMatrix;

    /// What the service might still come to hold if all its nodes booted from their disks now:
    /// acknowledged writes must be among it, or have been overwritten.
    fn recoverable(_setup: &Setup, _booted: &[&Self::Node]) -> Recoverable {
        Recoverable::new()
    }
}
