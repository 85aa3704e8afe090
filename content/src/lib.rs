//! The book, from Markdown and data to pages.
mod book;
mod catalog;
mod chapter;
mod check;
mod diagnostic;
mod pages;
mod section;
mod sheet;
mod stills;
mod text;
pub use book::Book;
pub use catalog::{DerivedKind, Exhibit, Incident, InvariantNotes, MentalModel, Tier};
pub use chapter::{Blueprint, Chapter, Entry, Plan, Section};
pub use diagnostic::{Diagnostic, Trouble};
pub use pages::{Site, write};
pub use stills::Stills;
pub use text::{Heading, Pass, Rendered};
