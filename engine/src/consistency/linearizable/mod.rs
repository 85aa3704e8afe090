//! Whether each operation looks as if it had happened at one instant between call and answer.
mod entries;
mod foresight;
mod index;
mod memo;
mod report;
mod search;
mod shrink;
mod states;
mod task;
#[cfg(test)]
mod tests;
mod unexplained;
mod witness;
pub use report::{Checked, STATES_MAX, linearizable};
pub use witness::Witness;
