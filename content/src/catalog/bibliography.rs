//! The bibliography: works by their keys, from hayagriva's data files.
use crate::diagnostic::{Desk, Diagnostic};
use hayagriva::Entry;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A work.
#[derive(Clone, Debug)]
pub struct Work(Entry);

/// All works, by their keys.
#[derive(Clone, Debug, Default)]
pub struct Bibliography(BTreeMap<String, Work>);

impl Bibliography {
    /// Adds the works of a file; one that another file lists, too, is the same work.
    pub(crate) fn add(&mut self, file: &Path, found: &mut Vec<Diagnostic>) {
        let source = fs::read_to_string(file).unwrap_or_default();
        match hayagriva::io::from_yaml_str(&source) {
            Ok(library) => {
                for entry in library.iter() {
                    self.0.insert(entry.key().to_owned(), Work(entry.clone()));
                }
            }
            Err(error) => {
                let hint = "write entries as hayagriva does";
                Desk { file, found }.note(None, error.to_string(), hint);
            }
        }
    }

    /// A work by its key.
    pub fn work(&self, key: &str) -> Option<&Work> {
        self.0.get(key)
    }

    /// All of them with their keys, in the order of keys.
    pub fn works(&self) -> impl Iterator<Item = (&String, &Work)> {
        self.0.iter()
    }
}

impl Work {
    /// "Gray and Cheriton 1989".
    pub fn short(&self) -> String {
        let names: Vec<_> = self.names(|person| person.name.clone());
        let who = match names.as_slice() {
            [] => self.title(),
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [first, ..] => format!("{first} and others"),
        };
        match self.0.date_any() {
            Some(date) => format!("{who} {}", date.year),
            None => who,
        }
    }

    /// "Cary G. Gray and David R. Cheriton".
    pub fn authors(&self) -> String {
        self.names(|person| match &person.given_name {
            Some(given) => format!("{given} {}", person.name),
            None => person.name.clone(),
        })
        .join(", ")
    }

    /// Its title.
    pub fn title(&self) -> String {
        self.0.title().map(ToString::to_string).unwrap_or_default()
    }

    /// Where it appeared: a journal, the proceedings, a publisher.
    pub fn place(&self) -> String {
        let parent = self.0.parents().first().and_then(Entry::title).map(ToString::to_string);
        let publisher = || self.0.publisher().and_then(|one| one.name()).map(ToString::to_string);
        let organisation = || self.0.organization().map(ToString::to_string);
        parent.or_else(publisher).or_else(organisation).unwrap_or_default()
    }

    /// The year.
    pub fn year(&self) -> Option<i32> {
        self.0.date_any().map(|date| date.year)
    }

    /// Where it can be read.
    pub fn address(&self) -> Option<String> {
        let doi = self.0.doi().map(|doi| format!("https://doi.org/{doi}"));
        doi.or_else(|| self.0.url_any().map(|url| url.value.to_string()))
    }

    fn names(&self, name: impl Fn(&hayagriva::types::Person) -> String) -> Vec<String> {
        self.0.authors().unwrap_or_default().iter().map(name).collect()
    }
}
