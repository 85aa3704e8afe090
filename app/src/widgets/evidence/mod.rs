//! All evidence: who holds what of whom, how it counts for the holder, and how it stands in truth.
mod items;
pub use items::items;
