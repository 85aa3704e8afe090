//! The catalogue is whole: each invariant has its notes once, each model a place in the book.
use crate::book::Book;
use crate::catalog;
use crate::diagnostic::{Desk, Diagnostic};
use std::collections::BTreeSet;
use std::path::Path;

/// Looks at all lists but those of terms and works, which look after themselves.
pub(super) fn check(book: &Book, folder: &Path, found: &mut Vec<Diagnostic>) {
    invariants(book, folder, found);
    let mut slugs = BTreeSet::new();
    for model in &book.models {
        if !slugs.insert(&model.slug) {
            let what = format!("there are two models `{}`", model.slug);
            model.place.note("slug", what, "give one of the two another slug", found);
        }
        let written = book.chapters.iter().find(|chapter| chapter.number == model.chapter);
        if written.and_then(|chapter| chapter.section(&model.section)).is_none() {
            let what = format!("chapter {} has no section {}", model.chapter, model.section);
            model.place.note("section", what, "name the section that tells of it", found);
        }
    }
    let mut slugs = BTreeSet::new();
    for incident in &book.incidents {
        if !slugs.insert(&incident.slug) {
            let what = format!("there are two incidents `{}`", incident.slug);
            incident.place.note("slug", what, "give one of the two another slug", found);
        }
        if !book.chapters.iter().any(|chapter| chapter.number == incident.chapter) {
            let what = format!("chapter {} is not written", incident.chapter);
            incident.place.note("chapter", what, "name the chapter that tells of it", found);
        }
    }
}

fn invariants(book: &Book, folder: &Path, found: &mut Vec<Diagnostic>) {
    let entries = |slug: &str| book.invariants.iter().filter(|notes| notes.slug == slug).count();
    let others = catalog::invariants_all().filter(|(slug, _)| entries(slug) != 1);
    let others: Vec<_> = others.map(|(_, known)| known.name()).collect();
    if !others.is_empty() {
        let what = format!("not one entry each for {}", others.join(", "));
        let file = &folder.join("invariants.toml");
        Desk { file, found }.note(None, what, "write one [[invariant]] with its slug");
    }
}
