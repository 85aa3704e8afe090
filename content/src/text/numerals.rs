//! Numerals in the text: each is computed, cited, or of a kind that needs neither.

/// The numerals of a paragraph that nothing vouches for yet.
#[derive(Default)]
pub(super) struct Numerals {
    open: Vec<String>,
    cited: bool,
    before: String,
}

/// After these a number is a place in some text or run.
const PLACES: [&str; 14] = [
    "section", "sections", "chapter", "chapters", "figure", "table", "stage", "stages", "page",
    "theorem", "lemma", "pass", "rfc", "and",
];

impl Numerals {
    /// Reads on; computed numbers are links and are not read.
    pub fn read(&mut self, text: &str) {
        for word in text.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let numeral = bare.starts_with(|c: char| c.is_ascii_digit());
            let place = PLACES.contains(&self.before.as_str());
            if numeral && !place && !is_year(bare) {
                self.open.push(bare.to_owned());
            }
            if !(place && numeral && self.before == "and") {
                self.before = bare.to_lowercase();
            }
        }
    }

    /// The paragraph cites a work, which vouches for its numbers.
    pub fn cited(&mut self) {
        self.cited = true;
    }

    /// The paragraph ends: what nothing vouches for.
    pub fn end(&mut self) -> Vec<String> {
        let Numerals { open, cited, .. } = std::mem::take(self);
        if cited { Vec::new() } else { open }
    }
}

fn is_year(word: &str) -> bool {
    word.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::Numerals;

    fn open(text: &str) -> Vec<String> {
        let mut numerals = Numerals::default();
        numerals.read(text);
        numerals.end()
    }

    #[test]
    fn years_names_and_places_need_no_source() {
        assert!(open("In 1989 n1 was in section 6.4, as chapter 3 says; stage 2.").is_empty());
    }

    #[test]
    fn other_numerals_do() {
        assert_eq!(open("It took 43 seconds, 24 h later."), ["43", "24"]);
    }

    #[test]
    fn a_citation_vouches_for_its_paragraph() {
        let mut numerals = Numerals::default();
        numerals.read("It took 43 seconds");
        numerals.cited();
        assert!(numerals.end().is_empty());
        numerals.read("and 44");
        assert!(numerals.end().is_empty(), "after `and` it is a list");
        numerals.read("then 45");
        assert_eq!(numerals.end(), ["45"]);
    }
}
