//! The head of a lab: title, stages, prediction, undo, reset, theme.
mod row;
mod themes;
pub use row::{Bar, BarProps};
pub use themes::Themes;
