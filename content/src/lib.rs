//! The book, from Markdown and data to pages.
mod book;
mod catalog;
mod chapter;
mod diagnostic;
mod pages;
mod section;
mod stills;
mod text;
pub use book::Book;
pub use chapter::{Blueprint, Chapter, Entry, Plan};
pub use diagnostic::{Diagnostic, Trouble};
pub use pages::{Site, write};
pub use stills::Stills;
