//! In what a run beside this one could differ, as a list of links.
mod list;
mod opener;
pub use opener::{Choose, ChooseProps};
