//! The page: runs of the engine, drawn and told beside the text of the book.
pub mod browser;
pub mod controls;
pub mod hooks;
pub mod host;
pub mod marks;
pub mod pages;
pub mod shapes;
pub mod site;
pub mod state;
#[cfg(not(target_arch = "wasm32"))]
pub mod stills;
pub mod widgets;
pub mod words;
