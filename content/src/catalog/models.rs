//! Mental models: a sentence to keep, with a run that shows it and one that shows its lack.
use crate::diagnostic::Diagnostic;
use crate::sheet::{Place, Sheet};
use serde::Deserialize;
use std::sync::Arc;

/// A mental model.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MentalModel {
    /// In links.
    pub slug: String,
    /// The sentence itself.
    pub title: String,
    /// What it means, in one or two sentences.
    pub says: String,
    /// In which chapter it is told; 0 is the prologue.
    pub chapter: u8,
    /// In which section: "K-1.2".
    pub section: String,
    /// A run that shows it.
    pub witness: Exhibit,
    /// A run that shows what becomes of whoever lacks it.
    pub counter: Exhibit,
    #[serde(skip)]
    pub(crate) place: Place,
}

/// A run, and what is to be seen in it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exhibit {
    /// Scenario and stage, counted from 1: "ch01-cap-partition/3".
    pub run: String,
    /// What is to be seen, in a sentence.
    pub shows: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    model: Vec<MentalModel>,
}

impl MentalModel {
    /// Reads a file.
    pub(crate) fn read(sheet: &Arc<Sheet>, found: &mut Vec<Diagnostic>) -> Vec<MentalModel> {
        let hint = "give each [[model]] slug, title, says, chapter, section, witness and counter";
        let mut all = sheet.read::<File>(hint, found).map(|file| file.model).unwrap_or_default();
        for (nth, model) in all.iter_mut().enumerate() {
            model.place = Place::new(sheet, format!("model.{}", nth + 1));
        }
        all
    }
}
