//! The book, from Markdown and data to pages.
mod book;
mod pages;
pub use book::{Book, Trouble};
pub use pages::write;
