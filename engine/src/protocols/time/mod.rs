//! Mechanisms of time and knowledge.
pub mod lease_fence;

use super::Visitor;

/// Shows every mechanism of the family.
pub fn each(visitor: &mut impl Visitor) {
    visitor.visit::<lease_fence::LeaseFence>();
}
