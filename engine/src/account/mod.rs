//! What a run gave and what it cost, and where two runs part.
mod figures;
mod parting;
mod trips;
pub use figures::{Account, median};
pub use parting::{Parted, parted};
pub use trips::round_trips;
