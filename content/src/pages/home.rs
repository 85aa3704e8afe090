//! The first page: the cover, the beginning of the prologue, the contents, the list of labs.
use super::contents;
use super::shell::{Shell, escape};
use crate::Book;
use crate::section::Source;
use crate::text::{Depth, Shelf, render};
use engine::scenario::{RawScenario, Scenario};

/// The page.
pub(super) fn page(shell: &Shell<'_>, book: &Book, shelf: &Shelf<'_>) -> String {
    let base = &shell.base;
    let body = format!(
        "{}<main class=\"page\" id=\"text\"><div class=\"cover\"><h1>Distributed Systems</h1>\
         <p class=\"sub\">From Theory to Practice</p></div>{}{}{}</main>{}",
        shell.header(),
        beginning(book, base, shelf),
        contents::list(book, base),
        labs(book, base),
        shell.footer()
    );
    let title = "Distributed Systems: From Theory to Practice";
    let description = "A book that runs: partitions, crashes and slow clocks under your hands, \
                       and what every node believes beside what is true.";
    shell.page(title, description, &body)
}

/// The prologue up to its first heading, with the first lab: a page that runs at once.
fn beginning(book: &Book, base: &str, shelf: &Shelf<'_>) -> String {
    let Some(prologue) = book.chapters.iter().find(|chapter| chapter.number == 0) else {
        return String::new();
    };
    let whole = &prologue.opening;
    let first = whole.text.split("\n## ").next().unwrap_or_default().to_owned();
    let first = Source { text: first, ..whole.clone() };
    let text = render(&first, Depth::Page, shelf, &mut Vec::new());
    format!(
        "<article class=\"prose\"><h2>{}</h2>{text}<p><a class=\"btn btn-solid\" \
         href=\"{base}prologue/\">Read on in the prologue</a></p></article>",
        escape(&prologue.title)
    )
}

/// The list of all labs.
pub(super) fn labs(book: &Book, base: &str) -> String {
    let entry = |(raw, scenario): &(RawScenario, Scenario)| {
        let (id, title, teaser) = (&raw.id, escape(&scenario.title), escape(&scenario.teaser));
        let stages = scenario.stages.len();
        let place = match scenario.chapter {
            0 => "Prologue".to_owned(),
            chapter => format!("Chapter {chapter}"),
        };
        format!(
            "<li><p class=\"lbl\">{place}</p><h3><a href=\"{base}play/{id}/\">{title}</a></h3>\
             <p>{teaser}</p><p class=\"mc\">{stages} stages</p></li>"
        )
    };
    let entries: String = book.scenarios.iter().map(entry).collect();
    format!(
        "<section class=\"labs\" id=\"labs\"><h2>Labs</h2>\
         <p>Each opens full page. Nothing is recorded; nothing leaves your browser.</p>\
         <ol>{entries}</ol></section>"
    )
}
