//! What the reader can do to a host, a link, a cut, a message, an act; and all that befalls a run.
mod draft;
mod form;
mod offers;
mod palette;
mod script;
mod sheet;
mod sift;
mod whom;
pub use sheet::Menu;
