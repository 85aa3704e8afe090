//! Links from one page to what stands on another.
use super::frame::escape;
use crate::Book;
use crate::catalog;
use crate::text::HOME;
use engine::modes::Invariant;

/// An invariant of the catalogue; a name that is not in it is a word.
pub(super) fn invariant(slug: &str) -> String {
    catalog::invariant(slug).map_or_else(
        || escape(slug),
        |known| format!("<a href=\"{HOME}invariants/#{slug}\">{}</a>", known.name()),
    )
}

/// A kind of evidence by its slug or its name; what is made of several kinds is a word.
pub(super) fn evidence(name: &str) -> String {
    let found = catalog::evidence_all().find(|(slug, kind)| slug == name || kind.name() == name);
    found.map_or_else(
        || escape(name),
        |(slug, kind)| format!("<a href=\"{HOME}evidence/#{slug}\">{}</a>", kind.name()),
    )
}

/// A stage of a scenario, "ch01-cap-partition/3", to be run.
pub(super) fn run(named: &str, text: &str) -> String {
    let (id, stage) = named.split_once('/').unwrap_or((named, "1"));
    format!("<a class=\"run-it\" href=\"{HOME}play/{id}/?stage={stage}&amp;play=1\">{text}</a>")
}

/// A key item, "K-3.2": a link if it is written.
pub(super) fn item(book: &Book, item: &str) -> String {
    let number = item.trim_start_matches("K-");
    let sections = book
        .chapters
        .iter()
        .flat_map(|chapter| chapter.sections.iter().map(move |section| (chapter, section)));
    let mut found = sections.filter(|(_, section)| section.item == item);
    found.next().map_or_else(
        || format!("section {}", escape(number)),
        |(chapter, section)| {
            let (path, slug, title) = (chapter.path(), &section.slug, escape(&section.title));
            format!("<a href=\"{HOME}{path}#{slug}\">{number} {title}</a>")
        },
    )
}

/// A chapter by its number: a link if it is written.
pub(super) fn chapter(book: &Book, number: u8) -> String {
    let name = match number {
        0 => "Prologue".to_owned(),
        number => format!("Chapter {number}"),
    };
    let written = book.chapters.iter().find(|chapter| chapter.number == number);
    written.map_or(name.clone(), |known| format!("<a href=\"{HOME}{}\">{name}</a>", known.path()))
}

/// An invariant of the engine's.
pub(super) fn of_invariant(known: Invariant) -> String {
    let found = catalog::invariants_all().find(|(_, one)| *one == known);
    found.map_or_else(|| known.name().to_owned(), |(slug, _)| invariant(&slug))
}
