//! Numerals in the text: each is computed, cited in its sentence, or of a kind that needs neither.

/// The numerals of a paragraph that nothing vouches for yet.
#[derive(Default)]
pub(super) struct Numerals {
    /// Of sentences that have ended.
    open: Vec<String>,
    /// Of the sentence that is being read.
    sentence: Vec<String>,
    /// It cites a work, which vouches for its numbers.
    cited: bool,
    /// What was read last names a place in some text or run, or goes on with such a list.
    place: bool,
}

/// The numerals of a text that is not Markdown and cites nothing.
pub(crate) fn numerals(text: &str) -> Vec<String> {
    let mut all = Numerals::default();
    all.read(text);
    all.end()
}

/// After these a number is a place in some text or run, or a name.
const PLACES: [&str; 15] = [
    "section", "sections", "chapter", "chapters", "figure", "table", "stage", "stages", "page",
    "theorem", "lemma", "pass", "rfc", "node", "token",
];

impl Numerals {
    /// Reads on; computed numbers are links and are not read.
    pub fn read(&mut self, text: &str) {
        for word in text.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let numeral = bare.starts_with(|c: char| c.is_ascii_digit());
            if numeral && !self.place && !is_year(bare) {
                self.sentence.push(bare.to_owned());
            }
            let lists = numeral || bare == "and" || bare == "to";
            self.place = PLACES.contains(&bare.to_lowercase().as_str()) || self.place && lists;
            if ends_sentence(word) {
                self.end_sentence();
            }
        }
    }

    /// The sentence cites a work.
    pub fn cited(&mut self) {
        self.cited = true;
    }

    /// The paragraph ends: what nothing vouches for.
    pub fn end(&mut self) -> Vec<String> {
        self.end_sentence();
        std::mem::take(self).open
    }

    fn end_sentence(&mut self) {
        let Numerals { open, sentence, cited, .. } = std::mem::take(self);
        self.open = open;
        if !cited {
            self.open.extend(sentence);
        }
    }
}

/// A stop, with what may stand behind it. Initials end sentences too: better one too many.
fn ends_sentence(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| "\"'\u{201d}\u{2019}()[]".contains(c));
    word.ends_with(['.', '?', '!'])
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
        assert!(
            open("In 1989 n1 was in section 6.4, as chapters 3 and 4 say; stage 2.").is_empty()
        );
    }

    #[test]
    fn other_numerals_do() {
        assert_eq!(open("It took 43 seconds, and 24 h later."), ["43", "24"]);
        assert_eq!(open("See section 2. Then 17 nodes and 18."), ["17", "18"]);
    }

    #[test]
    fn a_citation_vouches_for_its_sentence_and_no_other() {
        let mut numerals = Numerals::default();
        numerals.read("There were 42. It took 43 seconds");
        numerals.cited();
        numerals.read(". (It was 44 at last.) Then 45");
        assert_eq!(numerals.end(), ["42", "44", "45"]);
        numerals.cited();
        numerals.read("said so, 46");
        assert!(numerals.end().is_empty());
        numerals.read("and 47");
        assert_eq!(numerals.end(), ["47"], "a new paragraph");
    }
}
