//! What really happened and is told in the book, the oldest first.
use super::frame::{Page, escape};
use super::{plain, references, side};
use crate::Book;
use crate::catalog::Incident;
use crate::text::HOME;

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let mut all: Vec<&Incident> = book.incidents.iter().collect();
    all.sort_by(|one, other| one.date.cmp(&other.date));
    let entries: String = all.into_iter().map(|incident| entry(book, incident)).collect();
    let stand = "What really happened: outages, and mistakes in what was taken for proven. \
                 Each with its sources, and with the place where the book tells it. \
                 Which invariants were broken is how this book reads the sources.";
    Page {
        kind: "incidents",
        path: "incidents/".into(),
        title: "Incidents · Distributed Systems".into(),
        says: "Outages and mistakes that the book tells of, each with its sources.".into(),
        side: side::contents(book, None),
        text: format!("{}<div class=\"family\">{entries}</div>", plain::head("Incidents", stand)),
    }
}

fn entry(book: &Book, incident: &Incident) -> String {
    let Incident { slug, date, title, says, .. } = incident;
    let sources: Vec<_> = incident.sources.iter().map(|key| source(book, key)).collect();
    let broken: Vec<_> = incident.broken.iter().map(|slug| references::invariant(slug)).collect();
    let facts = plain::properties(&[
        ("Date", format!("<time datetime=\"{0}\">{0}</time>", escape(date))),
        ("Broken", broken.join(", ")),
        ("Sources", sources.join("<br />")),
        ("Told in", told(book, incident)),
    ]);
    format!(
        "<article class=\"entry\" id=\"{slug}\"><h2>{}{}</h2><p>{}</p>{facts}</article>",
        escape(title),
        plain::anchor(slug),
        escape(says)
    )
}

/// A work, and the way to all that is known of it.
fn source(book: &Book, key: &str) -> String {
    book.bibliography.work(key).map_or_else(
        || escape(key),
        |work| {
            let (key, title, short) = (escape(key), escape(&work.title()), escape(&work.short()));
            format!("<a href=\"{HOME}works/#{key}\">{title}</a> ({short})")
        },
    )
}

/// The sections that tell of it, or else the chapter whose opening does.
fn told(book: &Book, incident: &Incident) -> String {
    let sections = incident.sections.iter().map(|item| references::item(book, item));
    match sections.collect::<Vec<_>>().as_slice() {
        [] => references::chapter(book, incident.chapter),
        found => found.join("<br />"),
    }
}
