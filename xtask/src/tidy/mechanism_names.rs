//! A mechanism's name occurs in its folder, the lists of its family and the page, and the book.

use std::collections::BTreeSet;

use super::tokens::words;
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Where the rule looks.
const PLACES: [&str; 3] = ["engine/src/", "content/src/", "app/src/"];

/// The list of the mechanisms that the page fetches when it needs them.
const FETCHED: &str = "app/src/browser/mechanisms.rs";

/// Finds the names of mechanisms where they do not belong.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let mechanisms = mechanisms(tree);
    let files = tree.rust().filter(|file| PLACES.iter().any(|place| file.path.starts_with(place)));
    files
        .filter(|file| !file.is_test())
        .flat_map(|file| {
            let foreign: Vec<&Mechanism> =
                mechanisms.iter().filter(|mechanism| !mechanism.owns(file)).collect();
            check_file(file, &foreign)
        })
        .collect()
}

struct Mechanism {
    folder: String,
    names: Vec<String>,
}

impl Mechanism {
    fn owns(&self, file: &SourceFile) -> bool {
        let family = self.folder.rsplit_once('/').map_or("", |(family, _)| family);
        file.path.starts_with(&format!("{}/", self.folder))
            || file.path == format!("{family}/mod.rs")
            || file.path == FETCHED
    }
}

fn check_file(file: &SourceFile, foreign: &[&Mechanism]) -> Vec<Violation> {
    words(&file.text)
        .into_iter()
        .filter(|word| !word.test)
        .filter_map(|word| {
            let text = word.text.trim_matches('"').replace('-', "_");
            let of = foreign.iter().find(|mechanism| mechanism.names.contains(&text))?;
            let says = format!("{} is the name of the mechanism in {}.", word.text, of.folder);
            let hint = "ask the catalogue for it, or move what knows it into its folder";
            Some(Violation::new(file, word.line, says, hint))
        })
        .collect()
}

/// Every folder `protocols/<family>/<slug>/`, with slug and type name where only it has them.
fn mechanisms(tree: &Tree) -> Vec<Mechanism> {
    let declared = declared(tree);
    let doors = tree.rust_in("engine/src/protocols/").filter(|file| file.name() == "mod.rs");
    doors
        .filter(|file| file.path.matches('/').count() == 5)
        .map(|file| {
            let slug = file.folder().rsplit('/').next().unwrap_or_default();
            let mut mechanism =
                Mechanism { folder: file.folder().into(), names: vec![slug.into(), camel(slug)] };
            // `ring` may be a mechanism and an idea that several share: then the word is free.
            let others: Vec<&BTreeSet<String>> = declared
                .iter()
                .filter(|(file, _)| !mechanism.owns(file))
                .map(|(_, names)| names)
                .collect();
            mechanism.names.retain(|name| !others.iter().any(|names| names.contains(name)));
            mechanism
        })
        .collect()
}

/// Each file with the names that it declares, and its own.
fn declared(tree: &Tree) -> Vec<(&SourceFile, BTreeSet<String>)> {
    let files = tree.rust().filter(|file| PLACES.iter().any(|place| file.path.starts_with(place)));
    files
        .map(|file| {
            let words = words(&file.text);
            let declarations = words.windows(2).filter(|pair| {
                matches!(pair[0].text.as_str(), "struct" | "enum" | "trait" | "mod" | "fn")
            });
            let mut names: BTreeSet<String> =
                declarations.map(|pair| pair[1].text.clone()).collect();
            names.insert(file.stem().into());
            (file, names)
        })
        .collect()
}

/// `two_phase_commit` as `TwoPhaseCommit`.
fn camel(slug: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    slug.split('_').filter_map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOOR: (&str, &str) =
        ("engine/src/protocols/agreement/two_phase/mod.rs", "//! X.\npub struct TwoPhase;");

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let found = check(&Tree::of(&[DOOR, (path, text)]));
        found.into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn catches_type_slug_and_string() {
        let text = "fn f() {\n TwoPhase;\n two_phase::g();\n h(\"two-phase\");\n}";
        assert_eq!(lines("engine/src/world/mod.rs", text), [2, 3, 4]);
        assert_eq!(lines("app/src/pages/lab.rs", "const A: &str = \"two_phase\";"), [1]);
    }

    #[test]
    fn allows_the_list_tests_and_prose() {
        let list = "pub mod two_phase;\npub use two_phase::TwoPhase;";
        assert!(lines("engine/src/protocols/agreement/mod.rs", list).is_empty());
        assert!(lines("engine/src/world/tests.rs", "use TwoPhase;").is_empty());
        let prose = "//! As in two_phase.\nconst A: &str = \"not two-phase at all\";";
        assert!(lines("engine/src/world/mod.rs", prose).is_empty());
    }

    #[test]
    fn a_word_that_something_else_is_called_too_is_free() {
        let files = [
            ("engine/src/protocols/storage/ring/mod.rs", "pub struct Ring;"),
            ("engine/src/parts/ring.rs", "pub struct Ring;"),
            ("engine/src/world/mod.rs", "use crate::parts::ring::Ring;"),
        ];
        assert!(check(&Tree::of(&files)).is_empty());
    }
}
