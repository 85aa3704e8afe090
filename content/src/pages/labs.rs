//! All labs: a page that lists them, and the list for other pages.
use super::frame::{Page, escape};
use super::{plain, side};
use crate::Book;
use crate::text::HOME;
use engine::scenario::Scenario;

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let stand = "Each is one run that can be broken in a hundred ways. Say first what you expect.";
    Page {
        kind: "labs",
        path: "labs/".into(),
        title: "Labs · Distributed Systems".into(),
        says: "All labs of the book: what each is about, stage by stage, and where to run it."
            .into(),
        side: side::contents(book, None),
        text: format!(
            "{}<section class=\"labs whole\" aria-label=\"All labs\"><p>To teach with them, \
             <a href=\"{HOME}prepare/\">prepare a lab or a lecture</a>; to have one in a page of \
             your own, <a href=\"{HOME}embed/guide/\">embed it</a>.</p>{}</section>",
            plain::head("Labs", stand),
            entries(book, "h2")
        ),
    }
}

/// The list.
pub(super) fn list(book: &Book) -> String {
    format!(
        "<section class=\"labs\" id=\"labs\"><h2>Labs</h2>\
         <p>Each opens full page. Nothing is recorded; nothing leaves your browser.</p>{}\
         </section>",
        entries(book, "h3")
    )
}

/// All scenarios, each under a heading of a level.
fn entries(book: &Book, heading: &str) -> String {
    let entries = book.scenarios.iter().map(|(_, scenario)| entry(scenario, heading));
    format!("<ol>{}</ol>", entries.collect::<String>())
}

fn entry(scenario: &Scenario, heading: &str) -> String {
    let (id, title) = (&scenario.id, escape(&scenario.title));
    let (teaser, stages) = (escape(&scenario.teaser), scenario.stages.len());
    let place = match scenario.chapter {
        0 => "Prologue".to_owned(),
        chapter => format!("Chapter {chapter}"),
    };
    format!(
        "<li><p class=\"lbl\">{place}</p><{heading}><a href=\"{HOME}play/{id}/\">{title}</a></{heading}>\
         <p>{teaser}</p><p class=\"mc\">{stages} stages · <a href=\"{HOME}labs/{id}/\" \
         aria-label=\"What it is about: {title}\">what it is about</a></p></li>"
    )
}
