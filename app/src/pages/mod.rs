//! The pages, one file each.
mod diagram;
mod lab;
mod patterns;
mod play;
pub use diagram::mount_diagram;
pub use lab::{LabView, LabViewProps, Shared};
pub use play::{Play, PlayProps};
