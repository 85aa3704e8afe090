//! The page of a chapter: its head, its opening, its sections, and where to go from there.
use super::frame::{Page, escape};
use super::{blueprint, passes, side};
use crate::Book;
use crate::chapter::Chapter;
use crate::text::HOME;

/// The page.
pub(super) fn page(book: &Book, chapter: &Chapter) -> Page {
    let says = chapter.blueprint.as_ref().map_or_else(
        || "The prologue: a lease between two nodes, and all that the book needs to speak of it.",
        |known| &known.standfirst,
    );
    Page {
        kind: "chapter",
        path: chapter.path(),
        title: format!("{} · Distributed Systems", named(chapter)),
        says: says.to_owned(),
        side: side::contents(book, Some(chapter)) + &side::here(chapter),
        text: format!(
            "{}{}{}{}",
            head(chapter),
            plan(book, chapter),
            text(chapter),
            turn(book, chapter)
        ),
    }
}

/// The blueprint, if there is one.
pub(super) fn plan(book: &Book, chapter: &Chapter) -> String {
    let plan = chapter.blueprint.as_ref();
    plan.map_or(String::new(), |known| blueprint::folded(known, &book.guarantees))
}

/// Opening and sections.
pub(super) fn text(chapter: &Chapter) -> String {
    let sections = chapter.sections.iter().map(|section| passes::article(chapter, section));
    let opening = &chapter.opening.lead;
    format!("<article class=\"prose\">{opening}</article>{}", sections.collect::<String>())
}

/// "3 Consensus".
pub(super) fn named(chapter: &Chapter) -> String {
    match chapter.number {
        0 => format!("Prologue: {}", chapter.title),
        number => format!("{number} {}", chapter.title),
    }
}

/// The head of a chapter.
pub(super) fn head(chapter: &Chapter) -> String {
    let kick = match chapter.number {
        0 => "Prologue".to_owned(),
        number => format!("Chapter {number}"),
    };
    let stand = chapter.blueprint.as_ref().map_or(String::new(), |known| {
        format!("<p class=\"stand\">{}</p>", escape(&known.standfirst))
    });
    format!(
        "<header class=\"chead\"><p class=\"kick\">{kick}</p><h1>{}</h1>{stand}</header>",
        escape(&chapter.title)
    )
}

/// To what is written before and after.
fn turn(book: &Book, chapter: &Chapter) -> String {
    let here = book.chapters.iter().position(|known| known.number == chapter.number);
    let link = |place: Option<usize>, class: &str| {
        let other = place.and_then(|place| book.chapters.get(place));
        other.map_or(String::new(), |other| {
            let (path, name) = (other.path(), escape(&named(other)));
            format!("<a class=\"{class}\" href=\"{HOME}{path}\">{name}</a>")
        })
    };
    let (before, after) = (here.and_then(|here| here.checked_sub(1)), here.map(|here| here + 1));
    let (back, on) = (link(before, "pv"), link(after, "nx"));
    format!("<nav class=\"turn\" aria-label=\"Other chapters\">{back}{on}</nav>")
}
