//! What has to fit together across files; what a single text or file says is checked as it is read.
mod catalog;
mod facts;
mod headings;
mod ideas;
mod outward;
mod sources;
mod stages;
#[cfg(test)]
mod tests;
mod vectors;
mod whole;
pub(crate) use outward::{FILE, list};
pub(crate) use vectors::{HINT, UNEXPLAINED, in_text};

use crate::book::Book;
use crate::diagnostic::Diagnostic;
use crate::section::Source;
use crate::text::Rendered;
use std::path::Path;

/// A text of the book.
struct Text<'a> {
    source: &'a Source,
    rendered: &'a Rendered,
    /// Of the section; an opening has none.
    slug: Option<&'a str>,
}

/// All texts, in the order of the book.
fn texts(book: &Book) -> impl Iterator<Item = Text<'_>> {
    book.chapters.iter().flat_map(|chapter| {
        let opening = Text { source: &chapter.source, rendered: &chapter.opening, slug: None };
        let sections = chapter.sections.iter().map(|one| Text {
            source: &one.source,
            rendered: &one.text,
            slug: Some(&one.slug),
        });
        std::iter::once(opening).chain(sections)
    })
}

/// Finds what does not fit together; `folder` is that of the catalogue. What an unfinished chapter
/// lacks is left with it.
pub(crate) fn check(book: &mut Book, folder: &Path, found: &mut Vec<Diagnostic>) {
    for chapter in &book.chapters {
        whole::check(book, chapter, found);
    }
    catalog::check(book, folder, found);
    facts::check(book, folder, found);
    headings::check(book, found);
    ideas::check(book, found);
    outward::check(book, folder, found);
    sources::check(book, found);
    stages::check(book, found);
    vectors::check(book, found);
    for at in 0..book.chapters.len() {
        let missing = whole::missing(book, &book.chapters[at]);
        let chapter = &mut book.chapters[at];
        chapter.missing.extend(missing);
        if !chapter.blueprint.as_ref().is_some_and(|known| known.unfinished) {
            found.append(&mut chapter.missing);
        }
    }
}
