//! A chapter has everything that a chapter has: key items, passes, transfer tests.
use super::{Text, texts};
use crate::book::Book;
use crate::chapter::Chapter;
use crate::diagnostic::{Desk, Diagnostic};
use crate::text::{ExerciseKind, Pass};
use std::collections::BTreeSet;

/// What a chapter lacks; for an unfinished one that is no mistake.
pub(super) fn missing(book: &Book, chapter: &Chapter) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let planned = chapter.blueprint.iter().flat_map(|blueprint| &blueprint.section).enumerate();
    for (nth, plan) in planned.filter(|(_, plan)| chapter.section(&plan.item).is_none()) {
        let what = format!("{} {} is not written", plan.item, plan.title);
        let hint = "write the section into a file `N-slug.md`";
        chapter.place.note(&format!("section.{}", nth + 1), what, hint, &mut found);
    }
    for text in texts(book).filter(|text| text.source.chapter == chapter.number) {
        passes(&text, &mut found);
    }
    tests(book, chapter, &mut found);
    found
}

fn passes(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let has = |pass: Pass| text.rendered.passes.iter().any(|(known, _)| *known == pass);
    for pass in Pass::ALL.into_iter().filter(|pass| text.slug.is_some() && !has(*pass)) {
        let what = format!("the section has no pass {}", pass.name());
        let hint = format!("write it below `## {}`", pass.name());
        Desk { file: &text.source.file, found }.note(Some(1), what, &hint);
    }
}

fn tests(book: &Book, chapter: &Chapter, found: &mut Vec<Diagnostic>) {
    let mut kinds = BTreeSet::new();
    for text in texts(book).filter(|text| text.source.chapter == chapter.number) {
        kinds.extend(text.rendered.mentions.exercises.iter().map(|(_, kind, _)| *kind));
    }
    for kind in [ExerciseKind::Near, ExerciseKind::Medium, ExerciseKind::Far] {
        if !kinds.contains(&kind) {
            let (word, file) = (kind.word(), &chapter.source.file);
            let what = format!("the chapter has no transfer test `{word}`");
            let hint = format!("write an `exercise {word} SLUG`");
            Desk { file, found }.note(None, what, &hint);
        }
    }
}

/// What does not fit together: sections that nobody planned, files with the wrong number, two
/// exercises of one name.
pub(super) fn check(book: &Book, chapter: &Chapter, found: &mut Vec<Diagnostic>) {
    for section in &chapter.sections {
        let mut desk = Desk { file: &section.source.file, found };
        let planned = chapter.blueprint.iter().flat_map(|blueprint| &blueprint.section);
        if !planned.into_iter().any(|plan| plan.item == section.item) {
            let what = format!("chapter {} plans no key item `{}`", chapter.number, section.item);
            desk.note(Some(2), what, "mend `item`, or plan it as a [[section]] of chapter.toml");
        } else if section.item != format!("K-{}.{}", chapter.number, section.number) {
            let what =
                format!("`{}` stands in a file for section {}", section.item, section.number);
            desk.note(Some(2), what, "begin the file's name with the number of the key item");
        }
    }
    let mut known = BTreeSet::new();
    for text in texts(book).filter(|text| text.source.chapter == chapter.number) {
        for (line, _, slug) in &text.rendered.mentions.exercises {
            if !known.insert(slug) {
                let what = format!("the chapter has two exercises `{slug}`");
                let hint = "give one of the two another name";
                Desk { file: &text.source.file, found }.note(Some(*line), what, hint);
            }
        }
    }
}
