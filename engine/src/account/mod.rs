//! What a run gave and what it cost, and where two runs part.
mod figures;
mod measures;
mod parting;
mod stood;
mod trips;
pub use figures::{Account, median, most_but_one_in_a_hundred};
pub use measures::{Counts, MEASURES, Measure, Part};
pub use parting::{Parted, parted};
pub use stood::Stood;
pub use trips::round_trips;
