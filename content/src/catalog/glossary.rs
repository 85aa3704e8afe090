//! The glossary: terms with what they mean, from data files.
use crate::diagnostic::Diagnostic;
use crate::sheet::{Place, Sheet};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A term.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// In links.
    pub slug: String,
    /// On the page.
    pub name: String,
    /// What it means, in one or two sentences.
    pub says: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    term: Vec<Term>,
}

/// All terms, by their slugs.
#[derive(Clone, Debug, Default)]
pub struct Glossary(BTreeMap<String, Term>);

impl Glossary {
    /// Adds the terms of a file; a term is said once.
    pub(crate) fn add(&mut self, sheet: &Arc<Sheet>, found: &mut Vec<Diagnostic>) {
        let file = sheet.read::<File>("give each [[term]] a slug, a name, and says", found);
        let terms = file.map(|file| file.term).unwrap_or_default();
        for (nth, term) in terms.into_iter().enumerate() {
            if let Some(known) = self.0.insert(term.slug.clone(), term) {
                let what = format!("the term `{}` is explained twice", known.slug);
                let place = Place::new(sheet, format!("term.{}", nth + 1));
                place.note("slug", what, "keep one of the two", found);
            }
        }
    }

    /// A term by its slug.
    pub fn term(&self, slug: &str) -> Option<&Term> {
        self.0.get(slug)
    }

    /// All of them, by name.
    pub fn terms(&self) -> Vec<&Term> {
        let mut all: Vec<_> = self.0.values().collect();
        all.sort_by_key(|term| term.name.to_lowercase());
        all
    }
}
