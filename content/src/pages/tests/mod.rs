//! Every page of the real book keeps what docs/pages.md promises, as a parser of HTML sees it.
mod frame;
mod names;
mod places;
mod references;

use super::frame::{Page, Shell};
use super::{Site, all};
use crate::{Book, Stills};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

const BASE: &str = "/book/";

/// A page as a reader without scripts has it.
struct Seen {
    page: &'static Page,
    html: Html,
    /// Its source.
    text: &'static str,
}

/// Every page with its source.
static SOURCES: LazyLock<Vec<(Page, String)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let book = match Book::read(&root.join("content/book")) {
        Ok(book) => book,
        Err(trouble) => panic!("the book cannot be read: {trouble}"),
    };
    let outline = std::fs::read_to_string(root.join("index.html")).expect("the shell is there");
    let figures = book.scenarios.iter().flat_map(|(raw, scenario)| {
        (0..scenario.stages.len()).map(|stage| (raw.id.clone(), stage, figure(&raw.id, stage)))
    });
    let stills = Stills::new("<svg class=\"defs\" aria-hidden=\"true\"></svg>".into(), figures);
    let site = Site { base: BASE.into(), origin: None };
    let shell = Shell::new(&outline, &site, &stills);
    let pages = all(&book).into_iter();
    pages.map(|page| (page.clone(), shell.document(&page))).collect()
});

/// A figure with the ids and names of those that are drawn.
fn figure(id: &str, stage: usize) -> String {
    let id = format!("still-{id}-{}", stage + 1);
    format!(
        "<svg class=\"figure\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
         <title id=\"{id}-t\">A</title><desc id=\"{id}-d\">B</desc></svg>"
    )
}

/// Every page, parsed. The parser takes what is in `noscript` for text, as browsers with scripts
/// do.
fn parsed() -> Vec<Seen> {
    let seen = |(page, text): &'static (Page, String)| {
        let open = text.replace("<noscript>", "<div>").replace("</noscript>", "</div>");
        Seen { page, html: Html::parse_document(&open), text }
    };
    SOURCES.iter().map(seen).collect()
}

fn find<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("it is a selector")).collect()
}

/// The values of an attribute, wherever it is.
fn values<'a>(html: &'a Html, name: &str) -> Vec<&'a str> {
    let found = find(html, &format!("[{name}]")).into_iter();
    found.filter_map(|one| one.value().attr(name)).collect()
}

/// Holds all pages against a check that tells what is wrong with one.
fn every(check: impl Fn(&Seen) -> Vec<String>) {
    let of_page = |seen: &Seen| {
        let path = seen.page.path.clone();
        check(seen).into_iter().map(move |what| format!("/{path}: {what}")).collect::<Vec<_>>()
    };
    let wrong: Vec<_> = parsed().iter().flat_map(of_page).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is there more than once.
fn repeated<'a>(all: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut known = BTreeSet::new();
    let again = all.into_iter().filter(|one| !known.insert(*one));
    again.map(|one| format!("`{one}` is there again")).collect()
}
