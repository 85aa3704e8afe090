//! The only code that touches the browser.
mod address;
#[cfg(not(target_arch = "wasm32"))]
mod advances;
mod assets;
mod element;
mod event;
mod frames;
mod measure;
mod places;
mod report;
mod search;
mod storage;
mod theme;
mod width;
pub use address::{base, encoded, page_path, query, replace_query, strange_query};
pub use assets::scenario;
pub use element::{
    Bounds, bounds, click_in, close_dialog, focus, focus_beside, focus_in, has_focus, hold_pointer,
    keep_in_view, open_dialog, put_near, scroll_to,
};
pub use event::{Key, is_for_a_control, is_ticked, pointer, value_of};
pub use frames::Frames;
pub use measure::{text_width, when_fonts_are_there, width_of};
pub use places::{add_sentence, clear, places};
pub use report::report_panics;
pub use search::{FoundPage, FoundPart, search};
pub use storage::{read, write};
pub use theme::{apply, prefers_reduced_motion};
pub use web_sys::Element;
pub use width::WidthWatch;
