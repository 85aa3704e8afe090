//! A state prepared for others: the form that puts its address together, and what may stand in one.
use super::frame::{Page, escape};
use super::guide::guide;
use super::{plain, side};
use crate::Book;
use crate::text::HOME;
use engine::scenario::Scenario;

/// How it is used.
const GUIDE: &str = include_str!("../../../docs/prepare.md");

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let stand = "Give a room or a class one address: the lab as you want it to begin, without what \
                 would distract.";
    // What stands out in it are keys; whoever searches for a letter does not mean them.
    let text = guide(GUIDE).replace("<strong>", "<kbd data-pagefind-ignore>");
    let text = text.replace("</strong>", "</kbd>");
    let labs = book.scenarios.iter().map(|(_, scenario)| lab(scenario));
    Page {
        kind: "prepare",
        path: "prepare/".into(),
        title: "For teachers: prepare a lab · Distributed Systems".into(),
        says: "Put together the address of a prepared lab: its stage, its view, its colours, and \
               which controls are hidden."
            .into(),
        side: side::contents(book, None),
        text: format!(
            "{}<div data-slot=\"prepare\"></div><section class=\"guide\">{}</section>\
             <section class=\"offers\"><h2>All stages</h2>{}</section>",
            plain::head("For teachers", stand),
            text,
            labs.collect::<String>()
        ),
    }
}

/// A lab with its stages; the form reads them from here.
fn lab(scenario: &Scenario) -> String {
    let id = &scenario.id;
    let stage = |(nth, title): (usize, &str)| {
        format!("<li><a href=\"{HOME}play/{id}/?stage={}\">{}</a></li>", nth + 1, escape(title))
    };
    let stages = scenario.stages.iter().map(|stage| stage.title.as_str());
    format!(
        "<div data-offered=\"{id}\"><h3>{}</h3><ol>{}</ol></div>",
        escape(&scenario.title),
        stages.enumerate().map(stage).collect::<String>()
    )
}
