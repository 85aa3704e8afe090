//! Controls that browsers do not have: tabs, dialogs, fields with units.
mod dialog;
mod field;
mod tabs;
pub use dialog::Dialog;
pub use field::Field;
pub use tabs::Tabs;
