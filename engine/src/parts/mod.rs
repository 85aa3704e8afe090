//! Ideas that mechanisms share.
mod drift;
mod quorum;
mod version_vector;
pub use drift::within_drift;
pub use quorum::{Ballot, Config};
pub use version_vector::{Dot, VersionVector};
