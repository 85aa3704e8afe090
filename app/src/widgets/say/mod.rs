//! The one sentence that says what the picture shows, and says it aloud.
mod announce;
mod sentence;
pub use announce::Announce;
pub use sentence::sentence;
