//! What is wrong with a text from outside: what, where, and what to do.
use std::fmt;

/// One complaint. `at` names the place by keys and positions, "stage.2.script.1".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Complaint {
    /// The keys that lead there.
    pub at: Vec<String>,
    /// The line in the file, counted from 1, once it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub hint: String,
}

impl Complaint {
    /// About the place that these keys lead to, "stage.2.look".
    pub fn new(at: &str, what: impl Into<String>, hint: impl Into<String>) -> Complaint {
        let at = at.split('.').filter(|key| !key.is_empty()).map(str::to_owned).collect();
        Complaint { at, line: None, what: what.into(), hint: hint.into() }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.at.is_empty() {
            write!(f, "{}: ", self.at.join("."))?;
        }
        write!(f, "{}; {}", self.what, self.hint)
    }
}
