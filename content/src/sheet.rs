//! A data file of the book: what it says, and in which line each value stands.
use crate::diagnostic::{Desk, Diagnostic};
use engine::scenario::{line_at, line_of};
use serde::de::DeserializeOwned;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file in TOML.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    file: PathBuf,
    text: String,
}

impl Sheet {
    /// Opens a file; one that is not there is empty.
    pub fn open(file: &Path) -> Arc<Sheet> {
        let text = fs::read_to_string(file).unwrap_or_default();
        Arc::new(Sheet { file: file.to_owned(), text })
    }

    /// What it says; `hint` tells how such a file is written.
    pub fn read<T: DeserializeOwned>(&self, hint: &str, found: &mut Vec<Diagnostic>) -> Option<T> {
        let error = match toml::from_str(&self.text) {
            Ok(known) => return Some(known),
            Err(error) => error,
        };
        let line = error.span().map(|span| line_of(&self.text, span.start));
        let what = error.message().replace('\n', ", ");
        Desk { file: &self.file, found }.note(line, what, hint);
        None
    }

    /// The line to which keys and positions lead, "evidence.2.kind", as far as they lead.
    fn line(&self, at: &str) -> Option<usize> {
        let keys: Vec<_> = at.split('.').filter(|key| !key.is_empty()).collect();
        line_at(&self.text, &keys)
    }
}

/// An entry of a data file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    sheet: Arc<Sheet>,
    at: String,
}

impl Place {
    /// The entry to which keys and positions lead, counted from 1: "model.2".
    pub fn new(sheet: &Arc<Sheet>, at: impl Into<String>) -> Place {
        Place { sheet: sheet.clone(), at: at.into() }
    }

    /// Notes what is wrong with a field of the entry.
    pub fn note(
        &self,
        field: &str,
        what: impl Into<String>,
        hint: &str,
        found: &mut Vec<Diagnostic>,
    ) {
        let line = self.sheet.line(&format!("{}.{field}", self.at));
        Desk { file: &self.sheet.file, found }.note(line, what, hint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Arc<Sheet> {
        Arc::new(Sheet { file: "a.toml".into(), text: text.into() })
    }

    #[test]
    fn a_value_is_found_in_its_line() {
        let sheet = sheet("[[model]]\nslug = \"a\"\n\n[[model]]\nslug = \"b\"\n");
        let mut found = Vec::new();
        Place::new(&sheet, "model.2").note("slug", "wrong", "mend it", &mut found);
        Place::new(&sheet, "model.2").note("title", "missing", "add it", &mut found);
        let lines: Vec<_> = found.iter().map(|one| one.line).collect();
        assert_eq!(lines, [Some(5), Some(4)]);
        assert_eq!(found[0].to_string(), "a.toml:5: wrong; mend it");
    }

    #[test]
    fn a_file_that_cannot_be_read_says_where() {
        let mut found = Vec::new();
        let read = sheet("a = 1\nb = \n").read::<toml::Table>("see docs/book.md", &mut found);
        assert!(read.is_none());
        assert_eq!(found[0].line, Some(2));
    }
}
