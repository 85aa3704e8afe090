//! Where the book leads out of itself: the works that it cites, in one list.
use crate::book::Book;
use crate::diagnostic::{Desk, Diagnostic};
use std::fs;
use std::path::Path;

/// The list, beside the data of the catalogue.
pub(crate) const FILE: &str = "links.md";

/// Is the list what it should be?
pub(super) fn check(book: &Book, folder: &Path, found: &mut Vec<Diagnostic>) {
    let file = folder.join(FILE);
    let known = fs::read_to_string(&file).unwrap_or_default();
    let wanted = list(book);
    if known != wanted {
        let differs = known.lines().zip(wanted.lines()).take_while(|(a, b)| a == b).count();
        let what = "the list of links out of the book is not up to date";
        let hint = "run `cargo xtask book links`";
        Desk { file: &file, found }.note(Some(differs + 1), what, hint);
    }
}

/// All addresses outside the book, each with the works that have it.
pub(crate) fn list(book: &Book) -> String {
    let mut text = "# Links out of the book\n\nWritten by `cargo xtask book links`; nothing else \
                    in the book leads out of it.\n\n"
        .to_owned();
    let works = book.bibliography.works();
    let mut links: Vec<_> =
        works.filter_map(|(key, work)| Some((work.address()?, key.clone()))).collect();
    links.sort();
    for (address, key) in links {
        text.push_str(&format!("- <{address}> ({key})\n"));
    }
    text
}
