//! What really happened has a source, and what is told of it is known as an incident.
use crate::book::Book;
use crate::catalog::Incident;
use crate::diagnostic::{Desk, Diagnostic};

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
    if !is_day(&incident.date) {
        let what = format!("`{}` is no day", incident.date);
        incident.place.note("date", what, "write it as \"2012-12-22\"", found);
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
