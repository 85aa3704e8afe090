//! Controls that browsers do not have: tabs, dialogs.
mod dialog;
mod tabs;
pub use dialog::Dialog;
pub use tabs::Tabs;
