//! What each word of a guarantee vector promises, in a sentence.
use crate::diagnostic::Diagnostic;
use crate::sheet::{Place, Sheet};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The components of a vector, in their order.
pub(crate) const COMPONENTS: [&str; 6] =
    ["Scope", "Order", "Visibility", "Recency", "Idempotence", "Auth"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    component: String,
    word: String,
    says: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    word: Vec<Word>,
}

/// Sentences by component and word.
#[derive(Clone, Debug, Default)]
pub struct GuaranteeWords(BTreeMap<(String, String), String>);

/// The words of a vector with what each means, by component.
pub(crate) type Meaning<'a> = Vec<(&'static str, &'a str, String)>;

impl GuaranteeWords {
    /// Adds the words of a file; each is of a component, and said once.
    pub(crate) fn add(&mut self, sheet: &Arc<Sheet>, found: &mut Vec<Diagnostic>) {
        let file = sheet.read::<File>("give each [[word]] component, word and says", found);
        let words = file.map(|file| file.word).unwrap_or_default();
        for (nth, Word { component, word, says }) in words.into_iter().enumerate() {
            let place = Place::new(sheet, format!("word.{}", nth + 1));
            if !COMPONENTS.contains(&component.as_str()) {
                let what = format!("a vector has no component `{component}`");
                place.note("component", what, "see docs/book.md for the six of them", found);
            }
            let what = format!("`{word}` is explained twice");
            if self.0.insert((component, word), says).is_some() {
                place.note("word", what, "keep one of the two", found);
            }
        }
    }

    /// What a vector promises, component by component; or the first word that nobody explains.
    pub(crate) fn explain<'a>(&self, vector: &'a str) -> Result<Meaning<'a>, &'a str> {
        let words = COMPONENTS.into_iter().zip(parts(vector));
        words.map(|(of, word)| Ok((of, word, self.says(of, word).ok_or(word)?))).collect()
    }

    /// What a word promises; of several that are joined, what each does.
    fn says(&self, component: &str, words: &str) -> Option<String> {
        let all: Option<Vec<_>> = words.split('+').map(|word| self.one(component, word)).collect();
        all.map(|all| all.join(" "))
    }

    fn one(&self, component: &str, word: &str) -> Option<String> {
        let known = |word: &str| self.0.get(&(component.to_owned(), word.to_owned()));
        known(word).cloned().or_else(|| {
            let (head, inside) = word.strip_suffix(')')?.split_once('(')?;
            Some(known(head)?.replace("{}", inside))
        })
    }
}

/// The words of a vector, "⟨Object, Lx, …⟩".
fn parts(vector: &str) -> Vec<&str> {
    let inside = vector.trim().trim_start_matches('⟨').trim_end_matches('⟩');
    let mut depth = 0_usize;
    let parts = inside.split(|letter: char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => (),
        }
        letter == ',' && depth == 0
    });
    parts.map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::guarantees::{
        AuthPhenomenon, OrderPhenomenon, Phenomenon, ScopePhenomenon, VisibilityPhenomenon,
    };
    use std::path::Path;

    fn book() -> GuaranteeWords {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/guarantees.toml");
        let (mut words, mut found) = (GuaranteeWords::default(), Vec::new());
        words.add(&Sheet::open(Path::new(file)), &mut found);
        assert!(found.is_empty(), "{found:?}");
        words
    }

    #[test]
    fn a_vector_has_its_words() {
        let vector = "⟨Object, Lx, Fractured, BS(3 s, 1), None, Unauth⟩";
        assert_eq!(parts(vector), ["Object", "Lx", "Fractured", "BS(3 s, 1)", "None", "Unauth"]);
    }

    #[test]
    fn every_name_that_the_engine_has_is_explained() {
        fn named<P: Phenomenon>(words: &GuaranteeWords) {
            for (word, _) in P::NAMED {
                assert!(words.says(P::COMPONENT, word).is_some(), "{} {word}", P::COMPONENT);
            }
        }
        let words = book();
        named::<ScopePhenomenon>(&words);
        named::<OrderPhenomenon>(&words);
        named::<VisibilityPhenomenon>(&words);
        named::<AuthPhenomenon>(&words);
        for (of, word) in [
            ("Recency", "EO"),
            ("Recency", "BS(200 ms)"),
            ("Recency", "Fresh(quorum)"),
            ("Recency", "Fresh(lease)+BS(3 s)"),
            ("Idempotence", "None"),
            ("Idempotence", "Idem(K, 300 s)"),
        ] {
            assert!(words.says(of, word).is_some(), "{of} {word}");
        }
        let bound = words.says("Recency", "BS(3 s)").unwrap_or_default();
        assert!(bound.contains("3 s"), "{bound}");
    }

    #[test]
    fn what_nobody_explains_is_named() {
        let vector = "⟨Object, Lx, Fractured, Soon, None, Unauth⟩";
        assert_eq!(book().explain(vector), Err("Soon"));
    }
}
