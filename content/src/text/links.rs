//! Links of the book's own: terms, invariants, evidence, models, works, sections, runs.
use super::{HOME, Shelf};
use crate::catalog;
use crate::pages::escape;

/// What is wrong with a link, and what to do.
type Wrong = (String, &'static str);

/// What a link shows before it is followed.
pub(super) struct Card<'a> {
    /// Of the link: "term inv".
    pub class: &'static str,
    /// What it is, in `data-type`.
    pub kind: &'static str,
    /// Below the home of the site.
    pub to: String,
    pub name: &'a str,
    pub says: &'a str,
}

impl Card<'_> {
    pub fn html(&self, text: &str) -> String {
        format!(
            "<a class=\"{}\" href=\"{HOME}{}\" data-type=\"{}\" data-name=\"{}\" \
             data-says=\"{}\">{}</a>",
            self.class,
            escape(&self.to),
            self.kind,
            escape(self.name),
            escape(self.says),
            escape(text)
        )
    }
}

/// The heading that a link leads to: the key item, if one is named, and the id.
pub(super) fn reference(to: &str) -> Option<(Option<&str>, &str)> {
    match to.strip_prefix("section:") {
        Some(item) => item.split_once('#').map(|(item, id)| (Some(item), id)),
        None => to.strip_prefix('#').map(|id| (None, id)),
    }
}

/// The link as HTML.
pub(super) fn resolve(to: &str, text: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    if to.starts_with('#') {
        return Ok(format!("<a href=\"{}\">{}</a>", escape(to), escape(text)));
    }
    let (scheme, name) = to.split_once(':').unwrap_or(("", to));
    match scheme {
        "term" => term(name, text, shelf),
        "invariant" => invariant(name, text),
        "evidence" => evidence(name, text),
        "model" => model(name, text, shelf),
        "cite" => cite(name, text, shelf),
        "section" => section(name, text, shelf),
        "run" => run(name, text, shelf),
        "http" | "https" => Err((
            format!("`{to}` leads out of the book"),
            "add the work to the bibliography, cite it",
        )),
        _ => Err((format!("`{to}` leads nowhere"), "see docs/book.md for the kinds of links")),
    }
}

fn term(slug: &str, text: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let hint = "add it to the glossary, or mend the link";
    let term = shelf.glossary.term(slug);
    let term = term.ok_or_else(|| (format!("there is no term `{slug}`"), hint))?;
    let to = format!("glossary/#{slug}");
    Ok(Card { class: "term", kind: "term", to, name: &term.name, says: &term.says }.html(text))
}

fn invariant(slug: &str, text: &str) -> Result<String, Wrong> {
    let known = catalog::invariant(slug);
    let known = known
        .ok_or_else(|| (format!("there is no invariant `{slug}`"), "name one of the engine's"))?;
    let (to, name, says) = (format!("invariants/#{slug}"), known.name(), known.says());
    Ok(Card { class: "term inv", kind: "invariant", to, name, says }.html(text))
}

fn evidence(slug: &str, text: &str) -> Result<String, Wrong> {
    let known = catalog::evidence(slug);
    let known = known.ok_or_else(|| {
        (format!("there is no evidence `{slug}`"), "name one of the engine's kinds")
    })?;
    let (to, name, says) = (format!("evidence/#{slug}"), known.name(), known.card().says);
    Ok(Card { class: "term evi", kind: "evidence", to, name, says }.html(text))
}

fn model(slug: &str, text: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let known = shelf.models.iter().find(|known| known.slug == slug);
    let hint = "add it to content/catalog/models.toml, or mend the link";
    let known = known.ok_or_else(|| (format!("there is no model `{slug}`"), hint))?;
    let to = format!("models/#{slug}");
    Ok(Card { class: "term mod", kind: "model", to, name: &known.title, says: &known.says }
        .html(text))
}

fn cite(key: &str, place: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let work = shelf.bibliography.work(key);
    let work =
        work.ok_or_else(|| (format!("there is no work `{key}`"), "add it to the bibliography"))?;
    let place = if place.is_empty() { String::new() } else { format!(", {place}") };
    let (shown, name) = (format!("{}{place}", work.short()), work.title());
    let about = [work.authors(), work.place()];
    let about: Vec<_> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let (to, says) = (format!("works/#{key}"), about.join(". "));
    let card = Card { class: "cite", kind: "cite", to, name: &name, says: &says };
    Ok(format!("({})", card.html(&shown)))
}

/// A section that is not written yet is a word, and no link.
fn section(to: &str, text: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let (item, id) = to.split_once('#').map_or((to, None), |(item, id)| (item, Some(id)));
    let chapter = item.strip_prefix("K-").and_then(|item| item.split_once('.'));
    let chapter = chapter.and_then(|(chapter, _)| chapter.parse().ok());
    if chapter.is_some_and(|chapter| shelf.to_come.contains(&chapter)) {
        return Ok(escape(text));
    }
    let Some(plan) = shelf.plans.get(item) else {
        let what = format!("there is no key item `{item}`");
        return Err((what, "name one that a chapter.toml plans"));
    };
    let Some(place) = shelf.items.get(item) else { return Ok(escape(text)) };
    let place = match id {
        None => place.clone(),
        Some(id) => format!("{}#{id}", place.split('#').next().unwrap_or_default()),
    };
    let to = place.trim_start_matches(HOME).to_owned();
    let (name, says) = (plan.title.as_str(), plan.line.as_str());
    Ok(Card { class: "section", kind: "section", to, name, says }.html(text))
}

/// A number that a run must give; whoever follows it sees the run.
fn run(question: &str, text: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let (id, number) = shelf
        .runs
        .agree(question, text)
        .map_err(|what| (what, "run `lab run SCENARIO --stage N`, and write what it says"))?;
    let scenario = shelf.scenarios.iter().find(|(raw, _)| raw.id == id).map(|(_, known)| known);
    let stage = scenario.and_then(|known| known.stages.get(number - 1));
    let name = scenario.map_or("", |known| &known.title);
    let title = stage.map_or("", |stage| &stage.title);
    let says = format!("Computed by the run of stage {number}, \"{title}\".");
    let to = format!("play/{id}/?stage={number}");
    Ok(Card { class: "run", kind: "run", to, name, says: &says }.html(text))
}
