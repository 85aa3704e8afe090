//! Runs that are named as witness or counter-run exist.
use crate::book::Book;
use crate::diagnostic::Diagnostic;
use crate::sheet::Place;

/// Looks at the sentence of each chapter and at each model.
pub(super) fn check(book: &Book, found: &mut Vec<Diagnostic>) {
    for chapter in &book.chapters {
        for sentence in chapter.blueprint.iter().map(|blueprint| &blueprint.sentence) {
            exists(book, &chapter.place, "sentence.witness", &sentence.witness, found);
            exists(book, &chapter.place, "sentence.counter", &sentence.counter, found);
        }
    }
    for model in &book.models {
        exists(book, &model.place, "witness.run", &model.witness.run, found);
        exists(book, &model.place, "counter.run", &model.counter.run, found);
    }
}

/// What is not written is told elsewhere.
fn exists(book: &Book, place: &Place, field: &str, run: &str, found: &mut Vec<Diagnostic>) {
    if run.is_empty() || book.stage(run).is_some() {
        return;
    }
    let what = format!("there is no run `{run}`");
    place.note(field, what, "write `SCENARIO/STAGE`, with a stage that the scenario has", found);
}
