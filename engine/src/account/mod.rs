//! What a run gave and what it cost, and where two runs part.
mod account;
mod parting;
mod trips;
pub use account::{Account, median};
pub use parting::{Parted, parted};
pub use trips::round_trips;
