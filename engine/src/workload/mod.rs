//! Clients: nodes that ask, and are told.
mod client;
mod operation;
#[cfg(test)]
mod tests;
pub use client::{Client, Clients};
