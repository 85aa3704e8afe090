//! Ideas have names of the catalogue: invariants, kinds of evidence.
use crate::book::Book;
use crate::catalog;
use crate::chapter::{Blueprint, Chapter};
use crate::diagnostic::Diagnostic;

const INVARIANT: &str = "name one of the engine's, as in content/catalog/invariants.toml";
const EVIDENCE: &str = "name a kind of the engine, or add it to content/catalog/evidence.toml";

/// Looks at the blueprints.
pub(super) fn check(book: &Book, found: &mut Vec<Diagnostic>) {
    for chapter in &book.chapters {
        if let Some(known) = &chapter.blueprint {
            invariants(chapter, known, found);
            evidence(book, chapter, known, found);
        }
    }
}

fn invariants(chapter: &Chapter, known: &Blueprint, found: &mut Vec<Diagnostic>) {
    let supports = known.invariant.supports.iter().enumerate();
    let supports = supports.map(|(nth, slug)| (format!("invariant.supports.{}", nth + 1), slug));
    let slugs = [("invariant.catalog".to_owned(), &known.invariant.catalog)];
    for (at, slug) in slugs.into_iter().chain(supports) {
        if !slug.is_empty() && catalog::invariant(slug).is_none() {
            let what = format!("there is no invariant `{slug}`");
            chapter.place.note(&at, what, INVARIANT, found);
        }
    }
    let (new, primary) = (&known.introduces.invariant, &known.invariant.catalog);
    let named = catalog::invariants_all().find(|(_, one)| one.name() == new);
    let what = match named {
        _ if new.is_empty() => return,
        None => format!("there is no invariant \"{new}\""),
        Some((slug, _)) if slug != *primary && catalog::invariant(primary).is_some() => {
            format!("the chapter is about `{primary}` and introduces \"{new}\"")
        }
        Some(_) => return,
    };
    chapter.place.note("introduces.invariant", what, INVARIANT, found);
}

fn evidence(book: &Book, chapter: &Chapter, known: &Blueprint, found: &mut Vec<Diagnostic>) {
    let kinds = known.evidence.iter().enumerate();
    let kinds = kinds.map(|(nth, proof)| (format!("evidence.{}.kind", nth + 1), &proof.kind));
    let new = ("introduces.evidence".to_owned(), &known.introduces.evidence);
    for (at, name) in kinds.chain([new]).filter(|(_, name)| !name.is_empty()) {
        let in_engine = catalog::evidence_all().any(|(_, kind)| kind.name() == name);
        if !in_engine && !book.kinds.iter().any(|kind| kind.name == *name) {
            let what = format!("there is no kind of evidence \"{name}\"");
            chapter.place.note(&at, what, EVIDENCE, found);
        }
    }
}
