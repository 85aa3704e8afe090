//! The search: a dialog over any page, and a page of its own.
mod alone;
mod dialog;
mod excerpt;
mod groups;
mod outcome;
mod panel;
mod results;
pub use alone::SearchPage;
pub use dialog::{SearchDialog, SearchDialogProps};
