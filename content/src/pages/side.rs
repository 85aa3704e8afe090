//! The contents of the book and of one page, beside a text.
use super::frame::escape;
use crate::Book;
use crate::chapter::{Chapter, Entry, Plan};
use crate::text::{HOME, Heading};

/// Numbers of parts.
const ROMAN: [&str; 7] = ["I", "II", "III", "IV", "V", "VI", "VII"];

/// What is only planned says so in words, not in a paler colour alone.
pub(super) const UNWRITTEN: &str = " <i>not written yet</i>";

/// Chapters in their parts, in the order of the book.
pub(super) fn parts(book: &Book) -> Vec<(&'static str, &[Entry])> {
    let parts = book.contents.chunk_by(|one, next| one.part == next.part);
    parts.enumerate().map(|(nth, part)| (ROMAN.get(nth).copied().unwrap_or("·"), part)).collect()
}

/// The contents of the book, open where a chapter stands.
pub(super) fn contents(book: &Book, here: Option<&Chapter>) -> String {
    let parts: String = parts(book)
        .into_iter()
        .map(|(number, part)| self::part(book, number, part, here))
        .collect();
    let prologue = book.chapters.iter().find(|chapter| chapter.number == 0);
    let prologue = prologue.map_or(String::new(), |chapter| line(chapter.number, chapter, here));
    format!(
        "<nav class=\"side\" aria-label=\"Contents\" tabindex=\"-1\"><details><summary>Contents of the \
         book</summary><ol>{prologue}{parts}</ol></details></nav>"
    )
}

fn part(book: &Book, number: &str, part: &[Entry], here: Option<&Chapter>) -> String {
    let is_here = |entry: &Entry| here.is_some_and(|here| here.number == entry.number);
    let open = if part.iter().any(is_here) { " open" } else { "" };
    let chapter = |entry: &Entry| {
        let written = book.chapters.iter().find(|chapter| chapter.number == entry.number);
        let (number, title) = (entry.number, escape(&entry.title));
        written.map_or_else(
            || unwritten("ch unwritten", &number.to_string(), &title),
            |chapter| line(number, chapter, here),
        )
    };
    let chapters: String = part.iter().map(chapter).collect();
    let name = part.first().map_or(String::new(), |first| escape(&first.part));
    format!(
        "<li class=\"pt\"><details{open}><summary><span class=\"pn\">{number}</span> {name} \
         <span class=\"rng\">{}</span></summary><ol>{chapters}</ol></details></li>",
        range(part)
    )
}

/// "5–7".
fn range(part: &[Entry]) -> String {
    match part {
        [] => String::new(),
        [one] => one.number.to_string(),
        [first, .., last] => format!("{}–{}", first.number, last.number),
    }
}

/// A chapter that is written; if one is in it, with its sections.
fn line(number: u8, chapter: &Chapter, here: Option<&Chapter>) -> String {
    let (path, title) = (chapter.path(), escape(&chapter.title));
    let number = if number == 0 { "·".to_owned() } else { number.to_string() };
    if here.is_none_or(|here| here.number != chapter.number) {
        return format!(
            "<li class=\"ch\"><a href=\"{HOME}{path}\"><span>{number}</span> {title}</a></li>"
        );
    }
    let sections: String = items(chapter).map(|(plan, slug)| section(plan, slug, "")).collect();
    let sections = if sections.is_empty() { sections } else { format!("<ol>{sections}</ol>") };
    format!(
        "<li class=\"ch now\"><a href=\"{HOME}{path}\" aria-current=\"page\"><span>{number}</span> \
         {title}</a>{sections}</li>"
    )
}

/// The key items of a chapter, and the ids of those that are written.
fn items(chapter: &Chapter) -> impl Iterator<Item = (&Plan, Option<&str>)> {
    let slug = |plan: &Plan| {
        let written = chapter.sections.iter().find(|section| section.item == plan.item);
        written.map(|section| section.slug.as_str())
    };
    let planned = chapter.blueprint.iter().flat_map(|blueprint| &blueprint.section);
    planned.map(move |plan| (plan, slug(plan)))
}

/// A key item with what is in it; one that is not written is no link.
fn section(plan: &Plan, slug: Option<&str>, inside: &str) -> String {
    let (item, title) = (&plan.item, escape(&plan.title));
    let number = item.trim_start_matches("K-");
    match slug {
        Some(slug) => format!(
            "<li><a data-item=\"{item}\" href=\"#{slug}\"><span>{number}</span> {title}</a>\
             {inside}</li>"
        ),
        None => unwritten("unwritten", number, &title),
    }
}

/// What is planned: no link, and a word.
fn unwritten(class: &str, number: &str, title: &str) -> String {
    format!("<li class=\"{class}\"><span>{number}</span><div>{title}{UNWRITTEN}</div></li>")
}

/// The contents of a chapter's page: headings of its opening, its sections with theirs.
pub(super) fn here(chapter: &Chapter) -> String {
    let opening: String = chapter.opening.headings.iter().map(heading).collect();
    let sections = items(chapter).map(|(plan, slug)| {
        let Some(written) = chapter.section(&plan.item) else { return String::new() };
        let headings = written.text.headings.iter().filter(|one| one.level <= 4);
        let headings: String = headings.map(heading).collect();
        let inside = if headings.is_empty() { headings } else { format!("<ol>{headings}</ol>") };
        section(plan, slug, &inside)
    });
    on_page("In this chapter", &format!("{opening}{}", sections.collect::<String>()))
}

/// The contents of one page, under a name: entries of a list.
pub(super) fn on_page(name: &str, entries: &str) -> String {
    format!(
        "<nav class=\"here\" aria-label=\"{name}\" tabindex=\"-1\"><details><summary>{name}\
         </summary><ol>{entries}</ol></details></nav>"
    )
}

fn heading(heading: &Heading) -> String {
    format!("<li><a href=\"#{}\">{}</a></li>", heading.id, escape(&heading.text))
}
