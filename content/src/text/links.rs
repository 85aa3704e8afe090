//! Links of the book's own: terms, invariants, evidence, works, sections, runs.
use super::{HOME, Shelf};
use crate::catalog;
use crate::pages::escape;

/// What is wrong with a link, and what to do.
type Wrong = (String, &'static str);

/// Is it one of those?
pub(super) fn is_own(to: &str) -> bool {
    let schemes = ["term:", "invariant:", "evidence:", "cite:", "section:", "run:"];
    schemes.iter().any(|scheme| to.starts_with(scheme))
}

/// The link as HTML.
pub(super) fn resolve(to: &str, text: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let Some((scheme, name)) = to.split_once(':') else { return Err(unknown(to)) };
    match scheme {
        "term" => term(name, text, shelf),
        "invariant" => invariant(name, text),
        "evidence" => evidence(name, text),
        "cite" => cite(name, text, shelf),
        "section" => Ok(section(name, text, shelf)),
        _ => run(name, text, shelf),
    }
}

fn unknown(to: &str) -> Wrong {
    (format!("`{to}` leads nowhere"), "see docs/book.md for the kinds of links")
}

/// A word with what it means behind it: `title` for the mouse, the page for everybody.
fn card(class: &str, to: &str, says: &str, text: &str) -> String {
    format!(
        "<a class=\"{class}\" href=\"{HOME}{to}\" data-says=\"{}\">{}</a>",
        escape(says),
        escape(text)
    )
}

fn term(slug: &str, text: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let hint = "add it to the glossary, or mend the link";
    let term = shelf.glossary.term(slug);
    let term = term.ok_or_else(|| (format!("there is no term `{slug}`"), hint))?;
    Ok(card("term", &format!("glossary/#{slug}"), &term.says, text))
}

fn invariant(slug: &str, text: &str) -> Result<String, Wrong> {
    let found = catalog::invariant(slug);
    let found = found
        .ok_or_else(|| (format!("there is no invariant `{slug}`"), "name one of the engine's"))?;
    Ok(card("term inv", &format!("glossary/#invariant-{slug}"), found.says(), text))
}

fn evidence(slug: &str, text: &str) -> Result<String, Wrong> {
    let found = catalog::evidence(slug);
    let found = found.ok_or_else(|| {
        (format!("there is no evidence `{slug}`"), "name one of the engine's kinds")
    })?;
    Ok(card("term evi", &format!("glossary/#evidence-{slug}"), found.card().says, text))
}

fn cite(key: &str, place: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let work = shelf.bibliography.work(key);
    let work =
        work.ok_or_else(|| (format!("there is no work `{key}`"), "add it to the bibliography"))?;
    let place = if place.is_empty() { String::new() } else { format!(", {place}") };
    let shown = format!("{}{place}", work.short());
    Ok(format!("({})", card("cite", &format!("works/#{key}"), &work.title(), &shown)))
}

/// A section that is not written yet is a word, and no link.
fn section(item: &str, text: &str, shelf: &Shelf<'_>) -> String {
    match shelf.items.get(item) {
        Some(place) => format!("<a href=\"{place}\">{}</a>", escape(text)),
        None => escape(text),
    }
}

/// A number that a run must give; whoever follows it sees the run.
fn run(question: &str, text: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let (id, stage) = shelf
        .runs
        .agree(question, text)
        .map_err(|what| (what, "run `lab run SCENARIO --stage N`, and write what it says"))?;
    let says = format!("computed: {id}, stage {stage}");
    Ok(card("run", &format!("play/{id}/?stage={stage}"), &says, text))
}
