//! Mechanisms of replication.
pub mod dynamo_quorum;

use super::Visitor;

/// Shows every mechanism of the family.
pub fn each(visitor: &mut impl Visitor) {
    visitor.visit::<dynamo_quorum::DynamoQuorum>();
}
