//! What is wrong with the book's files: where, what, and what to do; all of it at once.
use engine::scenario::Complaint;
use std::fmt;
use std::path::{Path, PathBuf};

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// In which file.
    pub file: PathBuf,
    /// In which line, counted from 1, if it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub hint: String,
}

impl Diagnostic {
    /// A mistake in a scenario's file.
    pub(crate) fn of_scenario(file: &Path, complaint: &Complaint) -> Diagnostic {
        let at = complaint.at.join(".");
        let what = match at.is_empty() {
            true => complaint.what.clone(),
            false => format!("{at}: {}", complaint.what),
        };
        Diagnostic { file: file.into(), line: complaint.line, what, hint: complaint.hint.clone() }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}; {}", self.what, self.hint)
    }
}

/// Everything that is wrong.
#[derive(Debug)]
pub struct Trouble(pub Vec<Diagnostic>);

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|diagnostic| writeln!(f, "{diagnostic}"))
    }
}

impl std::error::Error for Trouble {}

/// Collects mistakes in one file.
pub(crate) struct Desk<'a> {
    pub file: &'a Path,
    pub found: &'a mut Vec<Diagnostic>,
}

impl Desk<'_> {
    /// Notes a mistake.
    pub fn note(&mut self, line: Option<usize>, what: impl Into<String>, hint: &str) {
        let (file, hint) = (self.file.to_owned(), hint.to_owned());
        self.found.push(Diagnostic { file, line, what: what.into(), hint });
    }
}
