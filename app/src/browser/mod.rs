//! The only code that touches the browser.
mod address;
mod assets;
mod frames;
mod measure;
mod storage;
mod theme;
pub use address::{base, page_path, query, replace_query, strange_query};
pub use assets::scenario;
pub use frames::Frames;
pub use measure::{text_width, width_of};
pub use storage::{read, write};
pub use theme::{apply, prefers_reduced_motion};
