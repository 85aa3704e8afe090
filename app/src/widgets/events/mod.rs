//! The event table: every step in one sentence, around the playhead.
mod row;
mod sieve;
mod table;
pub use table::Events;
