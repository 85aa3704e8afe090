//! The page for addresses that mean nothing.
use super::frame::Page;
use super::labs;
use crate::Book;
use crate::text::HOME;

/// The page.
pub(super) fn page(book: &Book) -> Page {
    Page {
        kind: "unknown",
        path: "404.html".into(),
        title: "There is no such page · Distributed Systems".into(),
        says: "This address means nothing here.".into(),
        side: String::new(),
        text: format!(
            "<div class=\"lost\"><p class=\"kick\">404</p><h1>No replica knows this page</h1>\
             <p class=\"stand\">The address was asked for, and the answer is certain: it is not \
             here. It may have moved, or have been mistyped.</p><p><a class=\"btn btn-solid\" \
             href=\"{HOME}\">To the beginning of the book</a></p></div>{}",
            labs::list(book)
        ),
    }
}
