//! The pages, one file each.
mod compare;
mod diagram;
mod lab;
mod lecture;
mod offered;
mod ordered;
mod patterns;
mod play;
mod prepare;
mod rooms;
pub use diagram::{Diagram, DiagramProps};
pub use lab::{LabView, LabViewProps, Shared};
pub use play::{Play, PlayProps};
pub use rooms::{prepare, share};
