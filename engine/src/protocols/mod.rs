//! The catalogue of mechanisms: one folder each, by family.
pub mod agreement;
pub mod replication;
pub mod time;

use crate::node::Protocol;

/// Somebody who wants to know every mechanism, with its type.
pub trait Visitor {
    /// One of them.
    fn visit<P: Protocol>(&mut self);
}

/// Shows every mechanism of every family.
pub fn each(visitor: &mut impl Visitor) {
    agreement::each(visitor);
    replication::each(visitor);
    time::each(visitor);
}
