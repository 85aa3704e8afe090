//! Controls that browsers do not have: tabs, dialogs, fields with units.
mod dialog;
mod field;
mod later;
mod lines;
mod piece;
mod tabs;
pub use dialog::Dialog;
pub use field::Field;
pub use later::later;
pub use lines::Lines;
pub use piece::piece;
pub use tabs::{Tabs, TabsProps};
