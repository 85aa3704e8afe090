//! Clients: nodes that ask, and are told.
mod client;
mod operation;
pub use client::{Client, Clients};
