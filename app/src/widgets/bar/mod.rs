//! The head of a lab: title, stages, prediction, undo, reset, theme.
mod bar;
mod themes;
pub use bar::{Bar, BarProps};
pub use themes::Themes;
