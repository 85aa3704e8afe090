//! The glossary: terms with what they mean, from data files.
use crate::diagnostic::Desk;
use serde::Deserialize;
use std::collections::BTreeMap;

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
    pub(crate) fn add(&mut self, source: &str, desk: &mut Desk<'_>) {
        match toml::from_str::<File>(source) {
            Ok(file) => {
                for term in file.term {
                    if let Some(known) = self.0.insert(term.slug.clone(), term) {
                        let what = format!("the term `{}` is explained twice", known.slug);
                        desk.note(None, what, "keep one of the two");
                    }
                }
            }
            Err(error) => {
                let line = error.span().map(|span| crate::section::line_of(source, span.start));
                desk.note(line, error.message(), "give each [[term]] a slug, a name, and says");
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
