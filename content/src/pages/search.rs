//! The page for searching: a place for the program, and a sentence for readers without it.
use super::frame::Page;
use super::{plain, side};
use crate::Book;
use crate::text::HOME;

/// The page.
pub(super) fn page(book: &Book) -> Page {
    Page {
        kind: "search",
        path: "search/".into(),
        title: "Search · Distributed Systems".into(),
        says: "Search the text, the labs and the catalogues of the book.".into(),
        side: side::contents(book, None),
        text: format!(
            "{}<div data-slot=\"search\"></div><p class=\"after without\">Searching needs \
             scripts. Without them, look in the <a href=\"{HOME}#contents\">contents</a>, among \
             the <a href=\"{HOME}glossary/\">words</a>, or use your browser's search on the \
             <a href=\"{HOME}print/\">whole book on one page</a>.</p>",
            plain::head("Search", "The text, the labs, and what the book has lists of.")
        ),
    }
}
