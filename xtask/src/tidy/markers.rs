//! Nothing is left for later in a comment.

use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Words that mark unfinished work.
const MARKERS: &[&str] = &["TODO", "FIXME", "XXX"];

/// Finds them in any file but this one.
pub fn check(tree: &Tree) -> Vec<Violation> {
    tree.files.iter().filter(|file| file.path != file!()).flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    file.lines()
        .filter_map(|(at, line)| {
            let mut words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            let marker = words.find(|word| MARKERS.contains(word))?;
            let says = format!("`{marker}` marks work that nobody will find again.");
            Some(Violation::new(file, at, says, "do it, or write it on the issue"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_markers_in_any_language() {
        let tree = Tree::of(&[
            ("a.rs", "//! X.\n// TODO: later"),
            ("b.css", "/* FIXME */"),
            ("c.md", "XXX"),
        ]);
        let lines: Vec<_> = check(&tree).into_iter().map(|violation| violation.line).collect();
        assert_eq!(lines, [2, 1, 1]);
    }

    #[test]
    fn allows_words_that_contain_them() {
        assert!(check(&Tree::of(&[("a.rs", "MASTODONS XXXL to_do")])).is_empty());
    }
}
