//! Every page of the real book keeps what docs/pages.md promises, as a parser of HTML sees it.
mod frame;
mod names;
mod places;
mod references;

use super::frame::{Page, Shell};
use super::{Site, all};
use crate::{Book, Poster, Stills};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::path::Path;

const BASE: &str = "/book/";

/// A page as a reader without scripts has it.
struct Seen {
    page: Page,
    html: Html,
    /// Its source.
    text: String,
}

/// What is wrong with one page, beside all others.
type Check = fn(&Seen, &[Seen]) -> Vec<String>;

/// What holds of every page, each in the file of its concern.
const CHECKS: [Check; 13] = [
    frame::whole,
    frame::filled,
    frame::told_apart,
    names::pictures,
    names::regions,
    names::words,
    names::outline,
    places::passes,
    places::sections,
    places::headings,
    places::labs,
    references::ids,
    references::links,
];

/// The book is read once: to set its text takes long.
#[test]
fn every_page_keeps_what_was_promised() {
    let all = pages();
    let of_page = |seen: &Seen| {
        let wrong = CHECKS.iter().flat_map(|check| check(seen, &all));
        wrong.map(|what| format!("/{}: {what}", seen.page.path)).collect::<Vec<_>>()
    };
    let mut wrong: Vec<_> = all.iter().flat_map(of_page).collect();
    wrong.extend(frame::kinds(&all));
    wrong.extend(places::paper(&all));
    wrong.extend(places::enough(&all));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every page of the real book, with figures that stand for the real ones.
fn pages() -> Vec<Seen> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let book = match Book::read_on_trust(&root.join("content/book")) {
        Ok(book) => book,
        Err(trouble) => panic!("the book cannot be read: {trouble}"),
    };
    let outline = std::fs::read_to_string(root.join("index.html")).expect("the shell is there");
    let figures = book.scenarios.iter().flat_map(|(raw, scenario)| {
        (0..scenario.stages.len()).map(|stage| (raw.id.clone(), stage, figure(&raw.id, stage)))
    });
    let posters = book.scenarios.iter().flat_map(|(raw, scenario)| {
        (0..scenario.stages.len()).map(|stage| Poster {
            scenario: raw.id.clone(),
            stage,
            title: "A".into(),
            text: "B".into(),
            drawings: [(868.0, 700.0, String::new()), (420.0, 600.0, String::new())],
        })
    });
    let diagrams = book.scenarios.iter().flat_map(|(raw, scenario)| {
        let of_stage = |stage| {
            ["compass", "flow"].map(|kind| {
                let html = format!("<p>the {kind} of {} {}</p>", raw.id, stage + 1);
                (raw.id.clone(), stage, kind, html)
            })
        };
        (0..scenario.stages.len()).flat_map(of_stage)
    });
    let stills = Stills::new("<svg class=\"defs\" aria-hidden=\"true\"></svg>".into(), figures)
        .with_posters(posters)
        .with_diagrams(diagrams);
    let site = Site { base: BASE.into(), origin: None };
    let shell = Shell::new(&outline, &site, &stills);
    all(&book).into_iter().map(|page| seen(shell.document(&page), page)).collect()
}

fn seen(text: String, page: Page) -> Seen {
    Seen { page, html: Html::parse_document(&text), text }
}

/// A figure with the ids and names of those that are drawn.
fn figure(id: &str, stage: usize) -> String {
    let id = format!("still-{id}-{}", stage + 1);
    format!(
        "<svg class=\"figure\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
         <title id=\"{id}-t\">A</title><desc id=\"{id}-d\">B</desc></svg>"
    )
}

fn find<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("it is a selector")).collect()
}

/// The values of an attribute, wherever it is.
fn values<'a>(html: &'a Html, name: &str) -> Vec<&'a str> {
    let found = find(html, &format!("[{name}]")).into_iter();
    found.filter_map(|one| one.value().attr(name)).collect()
}

/// What is there more than once.
fn repeated<'a>(all: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut known = BTreeSet::new();
    let again = all.into_iter().filter(|one| !known.insert(*one));
    again.map(|one| format!("`{one}` is there again")).collect()
}
