//! The Mode Compass of one row: where it stands, and how it came there.
mod compass_view;
mod moves;
pub use compass_view::{compass, still};
