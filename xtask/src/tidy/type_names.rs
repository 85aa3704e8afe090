//! No type is called a manager, a helper or a util, nor ends in data or info.

use super::tokens::words;
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Words that a type's name may not have in it.
const ANYWHERE: &[&str] = &["Manager", "Helper", "Helpers", "Util", "Utils"];

/// Words that a type's name may not end with.
const LAST: &[&str] = &["Data", "Info"];

/// Finds types with such names.
pub fn check(tree: &Tree) -> Vec<Violation> {
    tree.rust().flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let words = words(&file.text);
    let declared = words.windows(2).filter(|pair| {
        matches!(pair[0].text.as_str(), "struct" | "enum" | "trait" | "type" | "union")
    });
    declared
        .filter_map(|pair| {
            let word = banned(&pair[1].text)?;
            let says = format!("`{}` is named after no thing: `{word}`.", pair[1].text);
            Some(Violation::new(file, pair[1].line, says, "say what it is"))
        })
        .collect()
}

fn banned(name: &str) -> Option<&'static str> {
    let parts = parts(name);
    let anywhere = ANYWHERE.iter().find(|banned| parts.iter().any(|part| part == *banned));
    let last = || LAST.iter().find(|banned| parts.last().is_some_and(|part| part == *banned));
    anywhere.or_else(last).copied()
}

/// `NodeInfo` as `Node` and `Info`.
fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for letter in name.chars() {
        match parts.last_mut() {
            Some(part) if !letter.is_uppercase() => part.push(letter),
            _ => parts.push(letter.into()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        let found = check(&Tree::of(&[("a.rs", text)]));
        found.into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn catches_empty_words() {
        let text =
            "struct StateManager;\nenum NodeInfo {}\ntrait PathHelper {}\ntype RunData = u8;";
        assert_eq!(lines(text), [1, 2, 3, 4]);
    }

    #[test]
    fn allows_words_that_only_look_like_them() {
        assert!(lines("struct Database; struct DataCentre; struct Informer;").is_empty());
    }
}
