//! The first page: what the book is about beside a lab that runs, the contents, the list of labs.
use super::frame::Page;
use super::{contents, labs};
use crate::Book;
use crate::text::{HOME, lab_place};

/// The lab that a reader can break at once, and its stage, counted from 1.
const FIRST: (&str, usize) = ("ch03-raft-lease-read", 2);

/// What the book is about.
const SAYS: &str = "Five machines keep one number. Cut the cable between them and let one clock run \
                    slow, and one machine will go on answering, sure of itself, and wrong. This \
                    book is about the evidence that would have stopped it.";

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let (id, stage) = FIRST;
    Page {
        kind: "home",
        path: String::new(),
        title: "Distributed Systems: From Theory to Practice".into(),
        says: "A book that runs: partitions, crashes and slow clocks under your hands, and what \
               every node believes beside what is true."
            .into(),
        side: String::new(),
        text: format!(
            "<section class=\"cover hero\"><div><h1>Distributed Systems</h1><p class=\"sub\">From \
             Theory to Practice</p><p>{SAYS}</p><p>Every claim in it runs on the page. You are meant \
             to break it.</p><p class=\"acts\"><a class=\"btn btn-solid\" href=\"{HOME}prologue/\">\
             Begin with the prologue</a> <a class=\"btn btn-line\" href=\"{HOME}play/{id}/?stage={stage}\">\
             Open this lab</a></p></div>{}</section>{}{}",
            first(book),
            contents::list(book),
            labs::list(book)
        ),
    }
}

/// The place of the first lab.
fn first(book: &Book) -> String {
    let (id, stage) = FIRST;
    let found = book.scenarios.iter().find(|(raw, _)| raw.id == id);
    found.map_or(String::new(), |(_, scenario)| lab_place(scenario, stage, " first"))
}
