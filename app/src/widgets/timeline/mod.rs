//! The run against time: faults, rows, operations, the playhead, futures left behind.
mod bands;
mod branches;
mod figure;
mod joint;
mod operations;
mod playhead;
mod scale;
mod strips;

pub use figure::{Timeline, TimelineProps, still, strip};
pub use joint::{Joint, JointProps};
