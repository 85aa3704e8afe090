//! The run against time: faults, rows, operations, the playhead, futures left behind.
mod bands;
mod branches;
mod operations;
mod playhead;
mod scale;
mod strips;
mod timeline;
pub use timeline::{Timeline, TimelineProps};
