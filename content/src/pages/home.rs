//! The first page: the cover, the prologue with its lab, the list of labs.
use super::shell::{Shell, escape};
use crate::Book;
use engine::scenario::{RawScenario, Scenario};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// The page.
pub(super) fn page(shell: &Shell, book: &Book) -> String {
    let body = format!(
        "{}<main class=\"page\" id=\"text\"><div class=\"cover\"><h1>Distributed Systems</h1>\
         <p class=\"sub\">From Theory to Practice</p></div>\
         <article class=\"prose\">{}</article>{}</main>{}",
        shell.header(),
        prose(book, &shell.base),
        labs(book, &shell.base),
        footer()
    );
    let title = "Distributed Systems: From Theory to Practice";
    let description = "A book that runs: partitions, crashes and slow clocks under your hands, \
                       and what every node believes beside what is true.";
    shell.page(title, description, &body)
}

/// The prologue as HTML: its headings one level lower, its labs told in words until they run.
fn prose(book: &Book, base: &str) -> String {
    let lower = |level: HeadingLevel| match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    };
    let events = Parser::new_ext(&book.prologue, Options::ENABLE_SMART_PUNCTUATION);
    let events = events.map(|event| match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        Event::Html(text) => Event::Html(still(&text, book, base)),
        other => other,
    });
    let mut text = String::new();
    html::push_html(&mut text, events);
    text
}

/// Puts into the place of a lab what it shows, in words, and the way to its own page.
fn still<'a>(text: &CowStr<'a>, book: &Book, base: &str) -> CowStr<'a> {
    let named = |scenario: &&(RawScenario, Scenario)| {
        text.contains(&format!("data-lab=\"{}\"", scenario.0.id))
    };
    let Some((raw, scenario)) = book.scenarios.iter().find(named) else { return text.clone() };
    let (title, says) = (escape(&scenario.title), escape(&scenario.description));
    let inside = format!(
        "><div class=\"still\"><p class=\"lbl\">Lab</p><p><b>{title}.</b> {says}</p>\
         <p><a href=\"{base}play/{}/\">The lab on a page of its own</a></p></div></div>",
        raw.id
    );
    text.replacen("></div>", &inside, 1).into()
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

fn footer() -> &'static str {
    "<footer class=\"foot\"><p>Code: MIT or Apache-2.0. Text: CC BY 4.0.</p></footer>"
}
