//! The pages, one file each.
mod lab;
mod play;
pub use lab::{LabView, LabViewProps, Shared};
pub use play::{Play, PlayProps};
