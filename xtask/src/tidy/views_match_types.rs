//! A view matches on a type of the engine, never on a string.

use super::tokens::{Word, words};
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Where views are.
const PLACES: &[&str] = &["app/src/widgets/", "app/src/shapes/", "app/src/pages/"];

/// Finds match arms whose pattern is a string.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let files = tree.rust().filter(|file| PLACES.iter().any(|at| file.path.starts_with(at)));
    files.filter(|file| !file.is_test()).flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let words = words(&file.text);
    let arms = words.windows(3).filter(|three| !three[0].test && is_arm(three));
    arms.map(|three| {
        let says = format!("A view matches on the string {}.", three[0].text);
        Violation::new(file, three[0].line, says, "match on Shape, Role, Mode or Fault instead")
    })
    .collect()
}

fn is_arm(words: &[Word]) -> bool {
    let [pattern, equals, arrow] = words else { return false };
    pattern.text.starts_with('"') && equals.text == "=" && arrow.text == ">"
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "fn f(name: &str) {\n match name {\n  \"raft\" => 1,\n  _ => 2,\n }\n}";

    #[test]
    fn catches_a_string_as_pattern() {
        let found = check(&Tree::of(&[("app/src/widgets/stage/view.rs", TEXT)]));
        assert_eq!((found.len(), found[0].line), (1, 3));
    }

    #[test]
    fn allows_it_where_text_is_parsed() {
        assert!(check(&Tree::of(&[("app/src/state/settings.rs", TEXT)])).is_empty());
    }
}
