//! What clients undertook, the latest first, and how each of them ended.
mod history_view;
pub use history_view::history;
