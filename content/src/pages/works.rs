//! What the book refers to.
use super::frame::{Page, escape};
use super::{plain, side};
use crate::Book;
use crate::catalog::Work;

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let stand = "What the book refers to.";
    Page {
        kind: "works",
        path: "works/".into(),
        title: "Bibliography · Distributed Systems".into(),
        says: stand.into(),
        side: side::contents(book, None),
        text: format!(
            "{}<section class=\"words\" aria-label=\"Bibliography\">{}</section>",
            plain::head("Bibliography", stand),
            list(book)
        ),
    }
}

/// All works.
pub(super) fn list(book: &Book) -> String {
    let works: String = book.bibliography.works().map(|(key, work)| entry(key, work)).collect();
    format!("<ol class=\"works\">{works}</ol>")
}

fn entry(key: &str, work: &Work) -> String {
    let title = escape(&work.title());
    let title = match work.address() {
        Some(address) => format!("<a href=\"{}\">{title}</a>", escape(&address)),
        None => title,
    };
    let year = work.year().map(|year| year.to_string()).unwrap_or_default();
    let rest = [work.place(), year];
    let rest = rest.iter().filter(|part| !part.is_empty()).map(|part| escape(part));
    let rest = rest.collect::<Vec<_>>().join(", ");
    let rest = if rest.is_empty() { rest } else { format!(" {rest}.") };
    format!(
        "<li id=\"{}\">{}. <cite>{title}</cite>.{rest}</li>",
        escape(key),
        escape(&work.authors())
    )
}
