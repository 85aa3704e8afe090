//! The first page: the cover, the beginning of the prologue, the contents, the list of labs.
use super::frame::{Page, escape};
use super::{contents, labs};
use crate::Book;
use crate::text::HOME;

/// The lab that a reader can break at once.
const FIRST: &str = "ch00-two-node-lease";

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let says = "A book that runs: partitions, crashes and slow clocks under your hands, \
                and what every node believes beside what is true.";
    Page {
        kind: "home",
        path: String::new(),
        title: "Distributed Systems: From Theory to Practice".into(),
        says: says.into(),
        side: String::new(),
        text: format!(
            "<div class=\"cover\"><h1>Distributed Systems</h1><p class=\"sub\">From Theory to \
             Practice</p><p>{says}</p><p class=\"acts\"><a class=\"btn btn-solid\" href=\"{HOME}prologue/\">Start here: the prologue</a> <a class=\"btn-line\" href=\"{HOME}play/{FIRST}/\">Break a lab now</a></p></div>{}{}{}",
            beginning(book),
            contents::list(book),
            labs::list(book)
        ),
    }
}

/// The prologue up to its first heading, with the first lab: a page that runs at once.
fn beginning(book: &Book) -> String {
    let Some(prologue) = book.chapters.iter().find(|chapter| chapter.number == 0) else {
        return String::new();
    };
    format!(
        "<article class=\"prose\"><h2>{}</h2>{}<p><a class=\"btn btn-solid\" \
         href=\"{HOME}prologue/\">Read on in the prologue</a></p></article>",
        escape(&prologue.title),
        prologue.opening.beginning()
    )
}
