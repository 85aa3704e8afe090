//! The closed vocabulary of shapes in which a node's state is shown.
use crate::kernel::NodeSet;
use std::rc::Rc;

/// One thing to see, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the mechanism's paper calls it.
    pub name: &'static str,
    /// What it looks like.
    pub shape: Shape,
}

/// What a field looks like. A new shape needs two mechanisms that use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Yes or no.
    Flag(bool),
    /// A number that mostly grows.
    Counter(u64),
    /// A key and its values: several if they are siblings.
    Register(u16, Rc<[i64]>),
    /// Entries in order.
    Log(Vec<Entry>),
    /// Nodes of the same service.
    Nodes(NodeSet),
}

/// One entry of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its position, counted from 1.
    pub index: u64,
    /// Under which binding it was made.
    pub epoch: u64,
    /// What it writes, if it does: key and value.
    pub writes: Option<(u16, i64)>,
    /// How far it has come.
    pub state: EntryState,
}

/// How far an entry has come, as its node knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryState {
    /// Written and not yet flushed.
    Written,
    /// On the disk.
    Flushed,
    /// Known to be committed.
    Committed,
}
