//! Mental models: a sentence to keep, with a run that shows it and one that shows its lack.
use super::frame::{Page, escape};
use super::{plain, references, side};
use crate::Book;
use crate::catalog::{Exhibit, MentalModel};

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let entries: String = book.models.iter().map(|model| entry(book, model)).collect();
    let stand = "Two from every chapter. What is kept when the details are gone, \
                 each with a run that shows it and a run that shows its lack.";
    Page {
        kind: "models",
        path: "models/".into(),
        title: "Mental models · Distributed Systems".into(),
        says: "Sentences to keep, each with a run that shows it and one that shows its lack."
            .into(),
        side: side::contents(book, None),
        text: format!(
            "{}<div class=\"family\">{entries}</div>",
            plain::head("Mental models", stand)
        ),
    }
}

fn entry(book: &Book, model: &MentalModel) -> String {
    let (slug, title) = (&model.slug, escape(&model.title));
    let place = match model.section.as_str() {
        "" => references::chapter(book, model.chapter),
        section => references::item(book, section),
    };
    let facts = plain::properties(&[
        ("Witness", exhibit(&model.witness)),
        ("Counter-run", exhibit(&model.counter)),
        ("Told in", place),
    ]);
    format!(
        "<article class=\"entry model\" id=\"{slug}\"><h2>{title}{}</h2><p>{}</p>{facts}</article>",
        plain::anchor(slug),
        escape(&model.says)
    )
}

/// What a run shows, and the way to it.
fn exhibit(exhibit: &Exhibit) -> String {
    let (shows, run) = (escape(&exhibit.shows), references::run(&exhibit.run, "Open the lab"));
    format!("{shows} {run}")
}
