//! The pages, one file each.
mod lab;
mod play;
pub use lab::{LabView, Shared};
pub use play::Play;
