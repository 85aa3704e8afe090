//! The first line of every Rust file says in one sentence what lives there.

use super::tree::Tree;
use super::violation::Violation;

/// Finds files that begin otherwise.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let silent = tree.rust().filter(|file| !is_sentence(file.text.lines().next()));
    silent
        .map(|file| {
            let hint = "begin with `//! ` and a sentence that ends with a full stop";
            Violation::new(file, 1, "The first line is not a sentence about the file.", hint)
        })
        .collect()
}

fn is_sentence(line: Option<&str>) -> bool {
    line.and_then(|line| line.strip_prefix("//! ")).is_some_and(|sentence| {
        sentence.ends_with('.') && !sentence.starts_with(|first: char| first.is_whitespace())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_silence_and_fragments() {
        for text in ["", "use x;\n", "// The kernel.\n", "//! The kernel\n//! of all.\n", "//!\n"] {
            assert_eq!(check(&Tree::of(&[("a.rs", text)])).len(), 1, "{text}");
        }
    }

    #[test]
    fn allows_a_sentence() {
        assert!(check(&Tree::of(&[("a.rs", "//! What happens and when.\n")])).is_empty());
    }
}
