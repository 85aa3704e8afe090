//! What really happened has a source, and what is told of it is known as an incident.
use crate::book::Book;
use crate::catalog::{self, Incident};
use crate::diagnostic::{Desk, Diagnostic};
use crate::text::Rendered;

/// Looks at incidents, and at the cases in texts.
pub(super) fn check(book: &Book, found: &mut Vec<Diagnostic>) {
    for incident in &book.incidents {
        of_incident(book, incident, found);
    }
    for text in super::texts(book) {
        for (line, key) in &text.rendered.mentions.cases {
            let known = |incident: &Incident| incident.sources.contains(key);
            let what = match book.bibliography.work(key) {
                None => format!("there is no work `{key}`"),
                Some(_) if !book.incidents.iter().any(known) => {
                    format!("no incident has the source `{key}`")
                }
                Some(_) => continue,
            };
            let hint = "add it to the bibliography, and the incident to incidents.toml";
            Desk { file: &text.source.file, found }.note(Some(*line), what, hint);
        }
    }
}

fn of_incident(book: &Book, incident: &Incident, found: &mut Vec<Diagnostic>) {
    if incident.sources.is_empty() {
        let what = format!("the incident `{}` has no source", incident.slug);
        incident.place.note("sources", what, "name works of the bibliography", found);
    }
    for key in incident.sources.iter().filter(|key| book.bibliography.work(key).is_none()) {
        let what = format!("there is no work `{key}`");
        incident.place.note("sources", what, "add it to the bibliography", found);
    }
    for slug in incident.broken.iter().filter(|slug| catalog::invariant(slug).is_none()) {
        let what = format!("there is no invariant `{slug}`");
        incident.place.note("broken", what, "name one of the engine's", found);
    }
    told(book, incident, found);
    if !is_day(&incident.date) {
        let what = format!("`{}` is no day", incident.date);
        incident.place.note("date", what, "write it as \"2012-12-22\"", found);
    }
}

/// Where an incident is told, a source of it is cited.
fn told(book: &Book, incident: &Incident, found: &mut Vec<Diagnostic>) {
    let Some(chapter) = book.chapters.iter().find(|one| one.number == incident.chapter) else {
        return;
    };
    let cites = |text: &Rendered| {
        let cases = text.mentions.cases.iter().map(|(_, key)| key);
        let mut works = text.mentions.works.iter().chain(cases);
        incident.sources.is_empty() || works.any(|key| incident.sources.contains(key))
    };
    let hint = "name the sections that tell of it, and cite a source of it there";
    for item in &incident.sections {
        if !chapter.section(item).is_some_and(|section| cites(&section.text)) {
            let what = format!("section {item} does not tell of the incident `{}`", incident.slug);
            incident.place.note("sections", what, hint, found);
        }
    }
    if incident.sections.is_empty() && !cites(&chapter.opening) {
        let what = format!("the opening does not tell of the incident `{}`", incident.slug);
        incident.place.note("chapter", what, hint, found);
    }
}

/// "2012-12-22".
fn is_day(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let within = |text: &str, digits: usize, most: u16| {
        text.len() == digits && text.parse().is_ok_and(|number| (1..=most).contains(&number))
    };
    within(year, 4, 9999) && within(month, 2, 12) && within(day, 2, 31)
}
