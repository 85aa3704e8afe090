//! From Markdown to HTML: the text of the book with everything that it refers to.
mod blocks;
mod cite;
mod code;
mod exercise;
mod links;
mod math;
mod numerals;
mod quantity;
mod render;
mod runs;
pub(crate) use render::{Depth, render};
pub(crate) use runs::Runs;

use crate::book::Book;
use crate::catalog::{Bibliography, Glossary};
use crate::chapter::Chapter;
use crate::diagnostic::Diagnostic;
use engine::scenario::{RawScenario, Scenario};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Stands for the home of the site until a page is written.
pub(crate) const HOME: char = '\u{e000}';

/// Stands around the name of a stage, "ch01-cap-partition/1", where its still figure goes.
pub(crate) const STILL: char = '\u{e001}';

/// What a text may refer to.
pub(crate) struct Shelf<'a> {
    pub scenarios: &'a [(RawScenario, Scenario)],
    pub glossary: &'a Glossary,
    pub bibliography: &'a Bibliography,
    /// Where each written key item stands.
    pub items: BTreeMap<&'a str, String>,
    /// Where the engine's source is.
    pub source: PathBuf,
    pub runs: Runs<'a>,
}

impl<'a> Shelf<'a> {
    /// Everything that a book holds.
    pub fn new(book: &'a Book) -> Shelf<'a> {
        let sections = book.chapters.iter().flat_map(|chapter| {
            let path = chapter.path();
            let place = move |slug: &str| format!("{HOME}{path}#{slug}");
            chapter.sections.iter().map(move |one| (one.item.as_str(), place(&one.slug)))
        });
        Shelf {
            scenarios: &book.scenarios,
            glossary: &book.glossary,
            bibliography: &book.bibliography,
            items: sections.collect(),
            source: book.source.clone(),
            runs: Runs::new(&book.scenarios),
        }
    }
}

/// Finds everything that is wrong with a chapter's texts.
pub(crate) fn check(chapter: &Chapter, shelf: &Shelf<'_>, found: &mut Vec<Diagnostic>) {
    render(&chapter.opening, Depth::Page, shelf, found);
    for section in &chapter.sections {
        render(&section.source, Depth::Section, shelf, found);
    }
}
