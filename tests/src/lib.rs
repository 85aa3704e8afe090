//! End-to-end journeys in real browsers, and the static server they visit.

#[cfg(feature = "browsers")]
pub mod driver;
#[cfg(feature = "browsers")]
pub mod journeys;
#[cfg(feature = "browsers")]
pub mod parity;
pub mod paths;
pub mod programs;
pub mod server;
#[cfg(feature = "browsers")]
pub mod shots;
#[cfg(feature = "browsers")]
pub mod timings;
