//! What words mean.
use super::frame::{Page, escape};
use super::{plain, side};
use crate::Book;
use crate::text::HOME;

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let terms = book.glossary.terms();
    let entries: String = terms
        .iter()
        .map(|term| {
            let (slug, name) = (&term.slug, escape(&term.name));
            format!(
                "<dt id=\"{slug}\"><a class=\"anchor\" href=\"#{slug}\">{name}</a></dt><dd>{}</dd>",
                escape(&term.says)
            )
        })
        .collect();
    let stand = "What a word means in this book, wherever it stands.";
    let text = format!(
        "{}<p class=\"after\">Invariants are on <a href=\"{HOME}invariants/\">their page</a>, \
         kinds of evidence on <a href=\"{HOME}evidence/\">theirs</a>.</p>\
         <section class=\"words\" aria-label=\"Terms\"><dl>{entries}</dl></section>",
        plain::head("Glossary", stand)
    );
    Page {
        kind: "glossary",
        path: "glossary/".into(),
        title: "Glossary · Distributed Systems".into(),
        says: format!("The {} terms of the book, each in a sentence or two.", terms.len()),
        side: side::contents(book, None),
        text,
    }
}
