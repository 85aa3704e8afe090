//! In what a run beside this one could differ, as a list of links.
mod list;
mod sheet;
pub use sheet::choose;
