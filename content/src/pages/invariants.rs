//! The catalogue of invariants: what each demands, who checks it, and how to break it.
use super::frame::{Page, escape};
use super::icons::{INVARIANT, THREAT};
use super::{plain, references, side};
use crate::Book;
use crate::catalog::{InvariantNotes, Tier, invariant};
use crate::text::HOME;
use engine::checks::Check;
use engine::modes::Invariant;
use engine::scenario::{Expectation, Scenario, cards};

/// Tiers in their order.
const TIERS: [(Tier, &str); 3] = [
    (Tier::Fundamental, "Fundamental"),
    (Tier::Derived, "Derived"),
    (Tier::Composite, "Composite"),
];

/// The page.
pub(super) fn page(book: &Book) -> Page {
    let tiers: String = TIERS.into_iter().map(|(of, name)| tier(book, of, name)).collect();
    let entries = in_order(book).map(|(notes, known)| (notes.slug.clone(), escape(known.name())));
    let stand = "What must never break, and what must not break for long.";
    Page {
        kind: "invariants",
        path: "invariants/".into(),
        title: "Invariants · Distributed Systems".into(),
        says: "The invariants of the book: what each demands, what endangers it, which runs check \
               it and which break it."
            .into(),
        side: side::contents(book, None) + &plain::here(entries),
        text: format!("{}{tiers}", plain::head("Invariants", stand)),
    }
}

/// All of them, as they stand on the page.
fn in_order(book: &Book) -> impl Iterator<Item = (&InvariantNotes, Invariant)> {
    TIERS.into_iter().flat_map(|(tier, _)| {
        let notes = book.invariants.iter().filter(move |notes| notes.tier == tier);
        notes.filter_map(|notes| Some((notes, invariant(&notes.slug)?)))
    })
}

fn tier(book: &Book, tier: Tier, name: &str) -> String {
    let entries = in_order(book).filter(|(notes, _)| notes.tier == tier);
    let entries: String = entries.map(|(notes, known)| entry(book, notes, known)).collect();
    match entries.as_str() {
        "" => entries,
        _ => format!("<section class=\"family\"><h2>{name}</h2>{entries}</section>"),
    }
}

fn entry(book: &Book, notes: &InvariantNotes, known: Invariant) -> String {
    let slug = &notes.slug;
    let kind = match known.is_safety() {
        true => "Safety: a breach cannot be undone by waiting.",
        false => "Liveness: it may be late, not for ever.",
    };
    let facts = plain::properties(&[
        ("Kind", kind.to_owned()),
        ("Threats", escape(&notes.threat_model)),
        ("Boundary", escape(&notes.protection_boundary)),
        ("Evidence", escape(&notes.evidence_needed)),
        ("Without it", escape(&notes.degradation_semantics)),
        ("Repair", escape(&notes.repair_pattern)),
        ("Guards", guards(known)),
        ("Checked by", checks(known)),
        ("Runs", runs(book, known)),
        ("Break it", breaches(book, known)),
        ("Told in", chapters(book, slug)),
    ]);
    format!(
        "<article class=\"entry\" id=\"{slug}\"><h3>{INVARIANT} {}{}</h3><p>{}</p>{facts}</article>",
        escape(known.name()),
        plain::anchor(slug),
        escape(known.says())
    )
}

/// Rules of mechanisms without which it can break.
fn guards(known: Invariant) -> String {
    let guards = cards().into_iter().flat_map(|card| {
        let own = card.guards.iter().filter(|guard| guard.protects == known);
        own.map(|guard| {
            let (name, says, of) = (escape(guard.name), escape(guard.says), escape(card.title));
            format!("<p><b>{name}</b> ({of}): {says}</p>")
        })
    });
    guards.collect()
}

/// Its executable form.
fn checks(known: Invariant) -> String {
    let checks = Check::ALL.into_iter().filter(|check| check.invariant() == known);
    let named = checks.map(|check| {
        let slug = check.slug();
        format!("<code>{slug}</code>, in <code>engine/src/checks/{slug}.rs</code>")
    });
    let named: Vec<_> = named.collect();
    if named.is_empty() {
        "Nothing yet: no run is held against it.".into()
    } else {
        named.join(", ")
    }
}

/// Scenarios that are held against it.
fn runs(book: &Book, known: Invariant) -> String {
    let checked = book
        .scenarios
        .iter()
        .map(|(_, scenario)| scenario)
        .filter(|scenario| scenario.checks.iter().any(|(_, check)| check.invariant() == known));
    let links = checked.map(|scenario| {
        let (id, title) = (&scenario.id, escape(&scenario.title));
        format!("<a href=\"{HOME}labs/{id}/\">{title}</a>")
    });
    links.collect::<Vec<_>>().join(", ")
}

/// Stages in which it is expected to break.
fn breaches(book: &Book, known: Invariant) -> String {
    let stages = book.scenarios.iter().flat_map(|(_, scenario)| {
        let broken = (1..=scenario.stages.len()).filter(move |nth| breaks(scenario, *nth, known));
        broken.map(move |nth| breach(scenario, nth))
    });
    stages.collect()
}

fn breaks(scenario: &Scenario, number: usize, known: Invariant) -> bool {
    let expects = scenario.stages.get(number - 1).map(|stage| &stage.expects);
    expects.into_iter().flatten().any(|one| {
        matches!(one, Expectation::Verdict(_, check, "violated") if check.invariant() == known)
    })
}

fn breach(scenario: &Scenario, number: usize) -> String {
    let stage = scenario.stages.get(number - 1).map_or("", |stage| &stage.title);
    let text = format!("{}: {}", escape(&scenario.title), escape(stage));
    format!("<p>{THREAT} {}</p>", references::run(&format!("{}/{number}", scenario.id), &text))
}

/// Chapters that are about it, or lean on it.
fn chapters(book: &Book, slug: &str) -> String {
    let named = book.chapters.iter().filter_map(|chapter| {
        let focus = &chapter.blueprint.as_ref()?.invariant;
        let link = references::chapter(book, chapter.number);
        match focus.catalog == slug {
            true => Some(format!("<b>{link}</b>")),
            false => focus.supports.iter().any(|one| one == slug).then_some(link),
        }
    });
    named.collect::<Vec<_>>().join(", ")
}
