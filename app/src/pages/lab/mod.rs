//! A lab: all widgets around one run.
mod view;
pub use view::{LabView, Shared};
