//! Two runs beside each other that differ in one thing.
mod figures;
mod rows;
mod side;
mod view;
pub(super) use view::{CompareView, CompareViewProps};
