//! Ideas that mechanisms share.
mod quorum;
mod version_vector;
pub use quorum::{Ballot, Config};
pub use version_vector::{Dot, VersionVector};
