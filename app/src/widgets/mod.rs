//! The parts of the page, one folder each; none knows another.
pub mod stage;
