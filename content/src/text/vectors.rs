//! Guarantee vectors in a text: each is a link whose card says what its words promise.
use super::links::Card;
use super::render::Writer;
use crate::catalog::Meaning;
use crate::check::UNEXPLAINED;
use pulldown_cmark::Event;

/// Where guarantee vectors are explained.
const TERM: &str = "glossary/#guarantee-vector";

impl Writer<'_, '_> {
    /// A piece of text, with its vectors as links.
    pub(super) fn text_with_vectors(&mut self, text: &str, line: usize) {
        let mut rest = text;
        while let Some(from) = rest.find('⟨') {
            let Some(length) = rest[from..].find('⟩') else { break };
            let to = from + length + '⟩'.len_utf8();
            let vector = &rest[from..to];
            self.parts.push(Event::Text(rest[..from].to_owned().into()));
            match self.shelf.guarantees.explain(vector) {
                Ok(meaning) => self.put(link(vector, &meaning)),
                Err(word) => {
                    let what = format!("nobody says what `{word}` means in {vector}");
                    self.desk.note(Some(line), what, UNEXPLAINED);
                }
            }
            rest = &rest[to..];
        }
        self.parts.push(Event::Text(rest.to_owned().into()));
    }
}

/// A vector; its card has a line for each component.
fn link(vector: &str, meaning: &Meaning<'_>) -> String {
    let lines = meaning.iter().map(|(of, word, says)| format!("{of}, {word}: {says}"));
    let says = lines.collect::<Vec<_>>().join("\n");
    card("Guarantee vector", &says).html(vector)
}

/// One word of a vector.
pub(crate) fn word_link(component: &str, word: &str, says: &str) -> String {
    card(&format!("{component}, {word}"), says).html(word)
}

fn card<'a>(name: &'a str, says: &'a str) -> Card<'a> {
    Card { class: "term vector", kind: "vector", to: TERM.into(), name, says }
}
