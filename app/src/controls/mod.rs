//! Controls that browsers do not have: tabs, dialogs, fields with units.
mod dialog;
mod field;
mod later;
mod lines;
mod tabs;
pub use dialog::Dialog;
pub use field::Field;
pub use later::later;
pub use lines::Lines;
pub use tabs::Tabs;
