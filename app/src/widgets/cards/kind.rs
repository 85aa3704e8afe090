//! What a link leads to, by sign and by word.
use crate::marks::Icon;

/// As pages write it, as it is called, and its sign.
type Kind = (&'static str, &'static str, Icon);

const KINDS: [Kind; 8] = [
    ("term", "Word", Icon::Word),
    ("invariant", "Invariant", Icon::Hexagon),
    ("evidence", "Evidence", Icon::Rectangle),
    ("model", "Mental model", Icon::Model),
    ("vector", "Guarantee", Icon::Vector),
    ("cite", "Work", Icon::Work),
    ("section", "Section", Icon::Lines),
    ("run", "Run", Icon::Play),
];

/// How a kind of link is called, and its sign; one that is not known is a place in the book.
pub(super) fn kind(written: &str) -> (&'static str, Icon) {
    let found = KINDS.iter().find(|(known, ..)| *known == written);
    found.map_or(("In the book", Icon::Lines), |(_, name, icon)| (name, *icon))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_sign_of_its_own() {
        for (nth, (written, name, icon)) in KINDS.iter().enumerate() {
            assert_eq!(kind(written), (*name, *icon));
            assert!(KINDS[..nth].iter().all(|(.., other)| other != icon), "{name}");
        }
        assert_eq!(kind("<b>").0, "In the book");
    }
}
