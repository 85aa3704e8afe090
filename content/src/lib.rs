//! The book, from Markdown and data to pages.
mod book;
mod site;
pub use book::{Book, Trouble};
pub use site::write;
