//! The cards of all kinds, one file a family.
pub(super) mod allocation;
pub(super) mod order;
pub(super) mod recency;
