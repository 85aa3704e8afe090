//! A deterministic simulation engine in which belief and truth are computed from one predicate.
#![warn(missing_docs)]
pub mod account;
pub mod checks;
pub mod consistency;
pub mod evidence;
pub mod faults;
pub mod guarantees;
pub mod kernel;
pub mod modes;
pub mod node;
pub mod observation;
pub mod parts;
pub mod protocols;
pub mod scenario;
#[cfg(test)]
mod testing;
pub mod timeline;
pub mod workload;
pub mod world;
