//! The whole book on one page, for paper: everything that is folded elsewhere stands open.
use super::frame::{Page, escape};
use super::{chapter, works};
use crate::Book;
use crate::chapter::Chapter;
use crate::text::HOME;

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let chapters: String = book.chapters.iter().map(|one| chapter(book, one)).collect();
    let contents = book.chapters.iter().map(|one| {
        format!("<li><a href=\"#{}\">{}</a></li>", top(one), escape(&chapter::named(one)))
    });
    let text = format!(
        "<section class=\"cover\"><h1>Distributed Systems</h1><p class=\"sub\">From Theory to \
         Practice</p><nav aria-label=\"Chapters\"><ol>{}<li><a href=\"#works\">Bibliography</a></li></ol>\
         </nav><p>Code: MIT or Apache-2.0. Text: CC BY 4.0.</p></section>{chapters}\
         <section class=\"words\" id=\"works\"><h2 class=\"title\">Bibliography</h2>{}</section>",
        contents.collect::<String>(),
        with_ids(&works::list(book), "work-")
    );
    Page {
        kind: "print",
        path: "print/".into(),
        title: "The whole book, for printing · Distributed Systems".into(),
        says: "All chapters on one page: labs as still figures, answers and blueprints unfolded."
            .into(),
        side: String::new(),
        text: linked(book, &text.replace("<details", "<details open")),
    }
}

/// A chapter under ids that no other one has.
fn chapter(book: &Book, known: &Chapter) -> String {
    let head = chapter::head(known).replace("h1>", "h2>").replace("<h2>", "<h2 class=\"title\">");
    let plan = chapter::plan(book, known);
    let text = still(&chapter::text(known));
    let inside = with_ids(&format!("{head}{plan}{text}"), &prefix(known));
    format!("<div class=\"chapter\" id=\"{}\">{inside}</div>", top(known))
}

fn prefix(chapter: &Chapter) -> String {
    format!("c{}-", chapter.number)
}

fn top(chapter: &Chapter) -> String {
    format!("chapter-{}", chapter.number)
}

/// The marks by which the program finds what it runs and what was read.
const MARKS: [&str; 8] = ["lab", "stage", "compass", "flow", "item", "pass", "exercise", "choice"];

/// Nothing runs on paper: what stands here is not for the program.
fn still(html: &str) -> String {
    MARKS.iter().fold(html.to_owned(), |text, mark| {
        let mark = format!(" data-{mark}=\"");
        let mut parts = text.split(&mark);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |out, part| out + part.split_once('"').map_or(part, |(_, rest)| rest))
    })
}

/// Puts a prefix before every id and every link to one.
fn with_ids(html: &str, prefix: &str) -> String {
    html.replace(" id=\"", &format!(" id=\"{prefix}"))
        .replace("href=\"#", &format!("href=\"#{prefix}"))
}

/// Links to chapters and works lead to where they stand on this page.
fn linked(book: &Book, html: &str) -> String {
    let works = html.replace(&format!("href=\"{HOME}works/#"), "href=\"#work-");
    book.chapters.iter().fold(works, |text, chapter| {
        let path = chapter.path();
        text.replace(&format!("href=\"{HOME}{path}#"), &format!("href=\"#{}", prefix(chapter)))
            .replace(&format!("href=\"{HOME}{path}\""), &format!("href=\"#{}\"", top(chapter)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_for_the_program_are_taken_off() {
        let html = "<div class=\"a\" data-lab=\"x\" data-stage=\"1\"><p data-says=\"b\">";
        assert_eq!(still(html), "<div class=\"a\"><p data-says=\"b\">");
    }

    #[test]
    fn ids_and_links_to_them_go_together() {
        let html = "<h2 id=\"a\"><a href=\"#a\">A</a><a href=\"b#a\">B</a></h2>";
        let prefixed = "<h2 id=\"c1-a\"><a href=\"#c1-a\">A</a><a href=\"b#a\">B</a></h2>";
        assert_eq!(with_ids(html, "c1-"), prefixed);
    }
}
