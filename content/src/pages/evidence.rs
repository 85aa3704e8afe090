//! Kinds of evidence, family by family: what each says, what it is worth, how it ends.
use super::evidence_words as words;
use super::frame::{Page, escape};
use super::icons::EVIDENCE;
use super::{plain, references, side};
use crate::Book;
use crate::catalog::{DerivedKind, evidence_all};
use engine::evidence::{Family, Kind};
use engine::scenario::cards;

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let all: Vec<_> = evidence_all().collect();
    let families: String = Family::ALL.into_iter().map(|of| family(book, of, &all)).collect();
    let stand = "Whoever acts without knowing rests on what somebody said. \
                 Here is what can be said, and what it is worth.";
    let derived = book.kinds.iter().map(|kind| (kind.slug.clone(), escape(&kind.name)));
    let entries = all.iter().map(|(slug, kind)| (slug.clone(), escape(kind.name())));
    let entries = entries.chain(derived);
    Page {
        kind: "evidence",
        path: "evidence/".into(),
        title: "Evidence · Distributed Systems".into(),
        says: "Every kind of evidence: promise or report, how long it counts, what it costs, \
               how it ends."
            .into(),
        side: side::contents(book, None) + &plain::here(entries),
        text: format!("{}{families}", plain::head("Evidence", stand)),
    }
}

fn family(book: &Book, family: Family, all: &[(String, Kind)]) -> String {
    let kinds = all.iter().filter(|(_, kind)| kind.card().family == family);
    let kinds = kinds.map(|(slug, kind)| entry(book, slug, *kind));
    let derived = book.kinds.iter().filter(|kind| kind.family == family);
    let derived = derived.map(|kind| made_up(book, kind));
    let kinds: String = kinds.chain(derived).collect();
    match kinds.as_str() {
        "" => kinds,
        _ => {
            format!("<section class=\"family\"><h2>{}</h2>{kinds}</section>", words::family(family))
        }
    }
}

fn entry(book: &Book, slug: &str, kind: Kind) -> String {
    let card = kind.card();
    let (nature, why) = words::nature(card.nature);
    let assumed: Vec<_> = card.assumptions.iter().map(|one| words::assumption(*one)).collect();
    let mechanisms = cards().into_iter().filter(|known| known.kinds.contains(&kind));
    let mechanisms: Vec<_> = mechanisms.map(|known| escape(known.title)).collect();
    let facts = plain::properties(&[
        (nature, why.to_owned()),
        ("About", words::scope(card.scope).to_owned()),
        ("Counts", words::lifetime(card.lifetime).to_owned()),
        ("Bound to", words::binding(card.binding).to_owned()),
        ("Ends early", words::revocation(card.revocation).to_owned()),
        ("Handed on", words::forwarded(card.forwardable).to_owned()),
        ("Put together", words::composed(card.composable).to_owned()),
        ("Costs", words::cost(card.cost)),
        ("Assumes", assumed.join("<br />")),
        ("Issued in", mechanisms.join(", ")),
        ("Told in", chapters(book, slug, kind.name())),
    ]);
    format!(
        "<article class=\"entry\" id=\"{slug}\"><h3>{EVIDENCE} {}{}</h3><p><q>{}</q></p>{facts}\
         </article>",
        escape(card.name),
        plain::anchor(slug),
        escape(card.says)
    )
}

/// A kind that the book speaks of and no mechanism issues as an item of its own.
fn made_up(book: &Book, kind: &DerivedKind) -> String {
    let DerivedKind { slug, name, says, .. } = kind;
    let made = "Of other evidence, or of a clock; no mechanism hands it out as one thing.";
    let facts =
        plain::properties(&[("Made up", made.to_owned()), ("Told in", chapters(book, slug, name))]);
    format!(
        "<article class=\"entry\" id=\"{slug}\"><h3>{EVIDENCE} {}{}</h3><p><q>{}</q></p>{facts}\
         </article>",
        escape(name),
        plain::anchor(slug),
        escape(says)
    )
}

/// The chapters whose blueprints name it.
fn chapters(book: &Book, slug: &str, name: &str) -> String {
    let names = |chapter: &&crate::Chapter| {
        let mut proofs = chapter.blueprint.iter().flat_map(|blueprint| &blueprint.evidence);
        proofs.any(|proof| proof.kind == slug || proof.kind == name)
    };
    let named = book.chapters.iter().filter(names);
    named.map(|one| references::chapter(book, one.number)).collect::<Vec<_>>().join(", ")
}
