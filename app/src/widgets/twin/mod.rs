//! The text twin: everything that the stage shows, in words, from the same frame.
mod hosts;
mod lately;
mod sheet;
pub use sheet::twin;
