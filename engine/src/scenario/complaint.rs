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

/// So many complaints are told at once; of the others, how many there are.
const TOLD: usize = 3;
/// So many letters of what somebody else wrote are repeated.
const LETTERS: usize = 80;

/// All complaints about a file, in one sentence.
pub fn complain(file: &str, complaints: &[Complaint]) -> String {
    let told: Vec<_> = complaints.iter().take(TOLD).map(Complaint::to_string).collect();
    let more = match complaints.len().saturating_sub(TOLD) {
        0 => String::new(),
        more => format!(" · and {more} more"),
    };
    sentence(&format!("in `{file}`, {}{more}", told.join(" · ")))
}

/// One sentence on one line: with a capital, a full stop, and the middle left out of whatever
/// stands in backquotes and is long. What is in backquotes is no beginning of a sentence.
pub fn sentence(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let parts = line.trim().trim_end_matches('.').split('`').enumerate();
    let parts = parts.map(|(place, part)| if place % 2 == 1 { cut(part) } else { part.to_owned() });
    let mut said = parts.collect::<Vec<_>>().join("`") + ".";
    if said.starts_with('`') {
        said.insert_str(0, "the word ");
    }
    if let Some(first) = said.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    said
}

/// Both ends of a text, which tell it from others.
fn cut(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    match letters.len() <= LETTERS {
        true => text.to_owned(),
        false => {
            let (head, tail) = (&letters[..LETTERS / 2], &letters[letters.len() - LETTERS / 2..]);
            head.iter().chain(&['…']).chain(tail).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_one() {
        assert_eq!(sentence("there is\nno `x\ty`"), "There is no `x y`.");
        assert_eq!(sentence("Use it so: a | b."), "Use it so: a | b.");
        assert_eq!(sentence("`é` is odd"), "The word `é` is odd.");
        let long = format!("there is no `{}b`, really", "a".repeat(1_000));
        let short = format!("There is no `{}…{}b`, really.", "a".repeat(40), "a".repeat(39));
        assert_eq!(sentence(&long), short);
    }

    #[test]
    fn three_complaints_are_told_and_the_rest_is_counted() {
        let nth =
            |n: u8| Complaint { what: n.to_string(), hint: "x".into(), ..Complaint::default() };
        let complaints: Vec<_> = (1..=5).map(nth).collect();
        assert_eq!(complain("f", &complaints), "In `f`, 1; x · 2; x · 3; x · and 2 more.");
        assert_eq!(complain("f", &complaints[..1]), "In `f`, 1; x.");
    }
}
