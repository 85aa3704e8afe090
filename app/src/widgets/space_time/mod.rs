//! Space and time: a lane for each host, time to the right, messages across.
mod figure;
mod flights;
mod lanes;
mod legend;
mod scale;
pub use figure::{SpaceTime, SpaceTimeProps};
