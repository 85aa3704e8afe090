//! Ids are unique on their page, and links to headings find them.
use super::{Text, texts};
use crate::book::Book;
use crate::diagnostic::{Desk, Diagnostic};
use crate::text::Pass;
use std::collections::BTreeMap;

/// Looks at the texts of each chapter, which are one page.
pub(super) fn check(book: &Book, found: &mut Vec<Diagnostic>) {
    let ids: Vec<BTreeMap<String, usize>> =
        book.chapters.iter().map(|chapter| ids(book, chapter.number, found)).collect();
    let of = |number: u8| {
        book.chapters.iter().position(|chapter| chapter.number == number).map(|at| &ids[at])
    };
    for text in texts(book) {
        for (line, item, id) in &text.rendered.mentions.references {
            let page = match item {
                None => Some(text.source.chapter),
                Some(item) => book.chapter_of(item),
            };
            // A section that is planned and not written yet has no headings to be found.
            let Some(page) = page else { continue };
            if !of(page).is_some_and(|known| known.contains_key(id)) {
                let what = format!("there is no heading `#{id}` in chapter {page}");
                let hint = "link to the id of a heading: `#id`, or `section:K-1.2#id`";
                Desk { file: &text.source.file, found }.note(Some(*line), what, hint);
            }
        }
    }
}

/// All ids of a page, with the line in which each stands; those that stand twice are noted.
fn ids(book: &Book, chapter: u8, found: &mut Vec<Diagnostic>) -> BTreeMap<String, usize> {
    let mut known = BTreeMap::new();
    for text in texts(book).filter(|text| text.source.chapter == chapter) {
        let own = own(&text).into_iter().map(|id| (1, id));
        for (line, id) in own.chain(text.rendered.mentions.ids.iter().cloned()) {
            if let Some(first) = known.insert(id.clone(), line) {
                let what =
                    format!("the id `{id}` stands twice in the chapter, first in line {first}");
                let hint = "give one of the two another id";
                Desk { file: &text.source.file, found }.note(Some(line), what, hint);
            }
        }
    }
    known
}

/// What the page adds: the section's own heading, and those of its passes.
fn own(text: &Text<'_>) -> Vec<String> {
    let Some(slug) = text.slug else { return Vec::new() };
    let passes = Pass::ALL.iter().map(|pass| format!("{slug}-{}", pass.slug()));
    std::iter::once(slug.to_owned()).chain(passes).collect()
}
