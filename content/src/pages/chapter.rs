//! The page of a chapter: its head, its opening, its sections, and where to go from there.
use super::blueprint;
use super::shell::{Shell, escape};
use crate::Book;
use crate::chapter::{Blueprint, Chapter, Plan};
use crate::text::{Depth, HOME, Shelf, render};

/// The page.
pub(super) fn page(shell: &Shell<'_>, book: &Book, chapter: &Chapter, shelf: &Shelf<'_>) -> String {
    // What was wrong has been found when the book was read.
    let found = &mut Vec::new();
    let opening = render(&chapter.opening, Depth::Page, shelf, found);
    let mut sections = String::new();
    for section in &chapter.sections {
        let (slug, title) = (&section.slug, escape(&section.title));
        let number = section.item.trim_start_matches("K-");
        let text = render(&section.source, Depth::Section, shelf, found);
        sections.push_str(&format!(
            "<article class=\"prose\"><h2 id=\"{slug}\"><a class=\"hno\" href=\"#{slug}\">{number}\
             </a> {title}</h2>{text}</article>"
        ));
    }
    let body = format!(
        "{}<main class=\"page\" id=\"text\">{}{}<article class=\"prose\">{opening}</article>{}\
         {sections}{}</main>{}",
        shell.header(),
        head(chapter),
        chapter.blueprint.as_ref().map(blueprint::folded).unwrap_or_default(),
        chapter.blueprint.as_ref().map(|known| plan(known, shelf)).unwrap_or_default(),
        turn(book, chapter),
        shell.footer()
    );
    let says = chapter.blueprint.as_ref().map_or(chapter.title.as_str(), |known| &known.standfirst);
    let title = format!("{} · Distributed Systems", chapter.title);
    shell.page(&title, says, &body)
}

fn head(chapter: &Chapter) -> String {
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

/// What the chapter has and will have.
fn plan(blueprint: &Blueprint, shelf: &Shelf<'_>) -> String {
    let line = |plan: &Plan| {
        let (title, says) = (escape(&plan.title), escape(&plan.line));
        let number = plan.item.trim_start_matches("K-");
        match shelf.items.get(plan.item.as_str()) {
            Some(place) => {
                format!("<li><b>{number}</b> <a href=\"{place}\">{title}</a><p>{says}</p></li>")
            }
            None => format!(
                "<li class=\"unwritten\"><b>{number}</b> {title}<p>{says} Not written yet.</p></li>"
            ),
        }
    };
    let lines: String = blueprint.section.iter().map(line).collect();
    format!("<section class=\"plan\" aria-label=\"In this chapter\"><ol>{lines}</ol></section>")
}

/// To what is written before and after.
fn turn(book: &Book, chapter: &Chapter) -> String {
    let here = book.chapters.iter().position(|known| known.number == chapter.number);
    let link = |place: Option<usize>, class: &str| {
        let other = place.and_then(|place| book.chapters.get(place));
        other.map_or(String::new(), |other| {
            let title = escape(&other.title);
            format!("<a class=\"{class}\" href=\"{HOME}{}\">{title}</a>", other.path())
        })
    };
    let (before, after) = (here.and_then(|here| here.checked_sub(1)), here.map(|here| here + 1));
    let (back, on) = (link(before, "pv"), link(after, "nx"));
    format!("<nav class=\"turn\" aria-label=\"Other chapters\">{back}{on}</nav>")
}
