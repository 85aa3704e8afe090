//! What the book refers to.
use super::shell::{Shell, escape};
use crate::Book;
use crate::catalog::Work;

/// The page.
pub(super) fn page(shell: &Shell<'_>, book: &Book) -> String {
    let works: String = book.bibliography.works().map(|(key, work)| entry(key, work)).collect();
    let body = format!(
        "{}<main class=\"page\" id=\"text\"><header class=\"chead\"><h1>Works</h1></header>\
         <section class=\"words\"><ol class=\"works\">{works}</ol></section></main>{}",
        shell.header(),
        shell.footer()
    );
    shell.page("Works · Distributed Systems", "What the book refers to.", &body)
}

fn entry(key: &str, work: &Work) -> String {
    let title = escape(&work.title());
    let title = match work.address() {
        Some(address) => format!("<a href=\"{}\">{title}</a>", escape(&address)),
        None => title,
    };
    let year = work.year().map(|year| year.to_string()).unwrap_or_default();
    let rest = [work.place(), year];
    let rest: Vec<_> =
        rest.iter().filter(|part| !part.is_empty()).map(|part| escape(part)).collect();
    format!(
        "<li id=\"{}\">{}. <cite>{title}</cite>. {}.</li>",
        escape(key),
        escape(&work.authors()),
        rest.join(", ")
    )
}
