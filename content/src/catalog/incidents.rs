//! What really happened and is told in the book, with its sources.
use crate::diagnostic::Diagnostic;
use crate::sheet::{Place, Sheet};
use serde::Deserialize;
use std::sync::Arc;

/// An incident.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// In links.
    pub slug: String,
    /// The day on which it began, "2012-12-22"; for a mistake, on which it became known.
    pub date: String,
    /// What happened, in a few words.
    pub title: String,
    /// What happened, in a few sentences.
    pub says: String,
    /// Slugs of the invariants that did not hold.
    pub broken: Vec<String>,
    /// Keys of the bibliography; the first is the primary source.
    pub sources: Vec<String>,
    /// In which chapter it is told; 0 is the prologue.
    pub chapter: u8,
    /// The sections that tell of it, "K-1.2"; if there is none, the opening of the chapter does.
    #[serde(default)]
    pub sections: Vec<String>,
    #[serde(skip)]
    pub(crate) place: Place,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    incident: Vec<Incident>,
}

impl Incident {
    /// Reads a file.
    pub(crate) fn read(sheet: &Arc<Sheet>, found: &mut Vec<Diagnostic>) -> Vec<Incident> {
        let hint = "give each [[incident]] slug, date, title, says, broken, sources and \
                    chapter";
        let mut all = sheet.read::<File>(hint, found).map(|file| file.incident).unwrap_or_default();
        for (nth, incident) in all.iter_mut().enumerate() {
            incident.place = Place::new(sheet, format!("incident.{}", nth + 1));
        }
        all
    }
}
