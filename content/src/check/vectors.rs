//! Guarantee vectors say something, and do not contradict themselves.
use crate::book::Book;
use crate::diagnostic::Diagnostic;
use engine::guarantees::GuaranteeVector;

/// Looks at the blueprints; a text looks at its own vectors while it is set.
pub(super) fn check(book: &Book, found: &mut Vec<Diagnostic>) {
    for chapter in &book.chapters {
        let guarantees = chapter.blueprint.iter().map(|blueprint| &blueprint.guarantees);
        let vectors = guarantees.flat_map(|known| [("in", &known.r#in), ("out", &known.out)]);
        for (field, text) in vectors.filter(|(_, text)| !text.is_empty()) {
            let field = format!("guarantees.{field}");
            if let Err(what) = vector(text) {
                chapter.place.note(&field, what, HINT, found);
            } else if let Err(word) = book.guarantees.explain(text) {
                let what = format!("nobody says what `{word}` means");
                chapter.place.note(&field, what, UNEXPLAINED, found);
            }
        }
    }
}

/// How vectors are written.
pub(crate) const HINT: &str =
    "write ⟨Scope, Order, Visibility, Recency, Idempotence, Auth⟩ with the engine's words";

/// Where words of vectors are explained.
pub(crate) const UNEXPLAINED: &str = "add a [[word]] to content/catalog/guarantees.toml";

/// What is wrong with a vector.
fn vector(text: &str) -> Result<(), String> {
    let vector =
        GuaranteeVector::parse(text).map_err(|what| what.trim_end_matches('.').to_owned())?;
    vector.well_formed().map_err(|rules| {
        let rules: Vec<_> = rules.iter().map(ToString::to_string).collect();
        format!("{text} contradicts itself: {}", rules.join("; "))
    })
}

/// What is wrong with the vectors in a text, each between ⟨ and ⟩.
pub(crate) fn in_text(text: &str) -> Vec<String> {
    let parts = text.split('⟨').skip(1).filter_map(|part| part.split_once('⟩'));
    parts.filter_map(|(inside, _)| vector(&format!("⟨{inside}⟩")).err()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_are_found_in_a_text_and_held_against_the_rules() {
        let good = "⟨Object, Lx, Fractured, Fresh(quorum), None, Unauth⟩";
        assert!(in_text(&format!("both {good} and {good}")).is_empty());
        let stale = in_text("so ⟨Object, Lx, Fractured, BS(200 ms), None, Unauth⟩ it is");
        assert!(stale[0].contains("contradicts itself"), "{stale:?}");
        assert!(in_text("⟨VM, Manual, Static, EO, None, Unauth⟩")[0].contains("`VM`"));
        assert!(in_text("⟨Object, Lx⟩")[0].contains("six components"));
    }
}
