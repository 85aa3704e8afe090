//! Play, step, pace, and now in each clock.
mod clocks;
mod pace;
mod transport;
pub use transport::{Transport, TransportProps};
