//! What a rule has to say about a place.

use std::fmt;

use super::tree::SourceFile;

/// A place that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The file.
    pub path: String,
    /// The line, from one; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong, in one sentence.
    pub says: String,
    /// What to do about it.
    pub hint: String,
    /// Whether it is only advice.
    pub advice: bool,
}

impl Violation {
    /// Something that must change.
    pub fn new(file: &SourceFile, line: usize, says: impl Into<String>, hint: &str) -> Violation {
        Violation {
            path: file.path.clone(),
            line,
            says: says.into(),
            hint: hint.into(),
            advice: false,
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}: {}\n    {}", self.path, self.line, self.says, self.hint)
    }
}
