//! How a node describes itself to whoever looks at it: a role, and fields of few shapes.
mod role;
mod shape;
pub use role::Role;
pub use shape::{Entry, EntryState, Field, Shape};

use crate::kernel::NodeId;

/// A node, described by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// What part it plays.
    pub role: Role,
    /// Under which binding it plays it: a term, a token.
    pub epoch: Option<u64>,
    /// Whom it follows.
    pub follows: Option<NodeId>,
    /// What else there is to see.
    pub fields: Vec<Field>,
}
