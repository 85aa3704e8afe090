//! Mechanisms of agreement.
pub mod raft;

use super::Visitor;

/// Shows every mechanism of the family.
pub fn each(visitor: &mut impl Visitor) {
    visitor.visit::<raft::Raft>();
}
