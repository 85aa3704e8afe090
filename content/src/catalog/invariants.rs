//! What is to be known about each invariant besides what the engine says.
use super::names;
use crate::diagnostic::Diagnostic;
use crate::sheet::{Place, Sheet};
use serde::Deserialize;
use std::sync::Arc;

/// On what an invariant builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// On no other one.
    Fundamental,
    /// On the fundamental ones.
    Derived,
    /// On several.
    Composite,
}

/// An invariant, as its author sees it. Its name and what it demands are the engine's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct InvariantNotes {
    /// The engine's: "bounded-staleness".
    pub slug: String,
    /// On what it builds.
    pub tier: Tier,
    /// What endangers it.
    pub threat_model: String,
    /// From where to where it is protected.
    pub protection_boundary: String,
    /// What one has to hold in order to claim it.
    pub evidence_needed: String,
    /// What is done, and said, without that.
    pub degradation_semantics: String,
    /// How one gets back.
    pub repair_pattern: String,
    #[serde(skip)]
    place: Place,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    invariant: Vec<InvariantNotes>,
}

impl InvariantNotes {
    /// Reads a file; every invariant is one of the engine's.
    pub(crate) fn read(sheet: &Arc<Sheet>, found: &mut Vec<Diagnostic>) -> Vec<InvariantNotes> {
        let hint = "give each [[invariant]] its slug, its tier and the five fields";
        let file = sheet.read::<File>(hint, found);
        let mut all = file.map(|file| file.invariant).unwrap_or_default();
        for (nth, notes) in all.iter_mut().enumerate() {
            notes.place = Place::new(sheet, format!("invariant.{}", nth + 1));
            if names::invariant(&notes.slug).is_none() {
                let what = format!("there is no invariant `{}`", notes.slug);
                notes.place.note("slug", what, "name one of the engine's", found);
            }
        }
        all
    }
}
