//! A clock for listings.

/// How long it is since a reading.
pub fn since(now: u64, then: u64) -> u64 {
    now.saturating_sub(then)
}
