//! Play, step, pace, and now in each clock.
mod clocks;
mod pace;
mod row;
pub use row::{Transport, TransportProps};
