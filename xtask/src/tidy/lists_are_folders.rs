//! What a `mod.rs` declares is exactly what lies beside it.

use std::collections::BTreeSet;

use super::tokens::words;
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Finds files and folders that no list names, and the reverse.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let doors = tree.rust().filter(|file| {
        file.path.contains("/src/") && matches!(file.name(), "mod.rs" | "lib.rs" | "main.rs")
    });
    doors
        .filter(|door| !starts_a_library(tree, door))
        .flat_map(|door| check_door(tree, door))
        .collect()
}

/// A `main.rs` beside a `lib.rs` only starts it.
fn starts_a_library(tree: &Tree, door: &SourceFile) -> bool {
    let library = format!("{}/lib.rs", door.folder());
    door.name() == "main.rs" && tree.rust().any(|file| file.path == library)
}

fn check_door(tree: &Tree, door: &SourceFile) -> Vec<Violation> {
    let declared = declared(door);
    let present = present(tree, door);
    let missing = present.iter().filter(|name| !declared.iter().any(|(at, _)| at == *name));
    let mut found: Vec<Violation> = missing
        .map(|name| {
            let says = format!("`{name}` lies in {} but is not declared.", door.folder());
            Violation::new(door, 1, says, &format!("add `mod {name};`, or remove it"))
        })
        .collect();
    let gone = declared.iter().filter(|(name, _)| !present.contains(name));
    found.extend(gone.map(|(name, line)| {
        let says = format!("`{name}` is declared but does not lie in {}.", door.folder());
        Violation::new(door, *line, says, "use a file, or a folder with a mod.rs")
    }));
    found
}

/// Names and lines of `mod name;`, those with a body left out.
fn declared(door: &SourceFile) -> Vec<(String, usize)> {
    let words = words(&door.text);
    let declares = words.windows(3).filter(|three| three[0].text == "mod" && three[2].text == ";");
    declares
        .filter(|three| three[1].modules.is_empty())
        .map(|three| (three[1].text.clone(), three[1].line))
        .collect()
}

/// Files beside the door, and folders that have a door of their own.
fn present(tree: &Tree, door: &SourceFile) -> BTreeSet<String> {
    let folder = format!("{}/", door.folder());
    let inner = tree.rust_in(&folder).filter_map(|file| file.path.strip_prefix(&folder));
    inner
        .filter_map(|path| match path.split_once('/') {
            None => {
                path.strip_suffix(".rs").filter(|name| !matches!(*name, "mod" | "lib" | "main"))
            }
            Some((name, "mod.rs")) => Some(name),
            Some(_) => None,
        })
        .map(Into::into)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(list: &str) -> Vec<usize> {
        let tree = Tree::of(&[
            ("engine/src/faults/mod.rs", list),
            ("engine/src/faults/crash.rs", ""),
            ("engine/src/faults/skew/mod.rs", "mod rate;"),
            ("engine/src/faults/skew/rate.rs", ""),
            ("engine/src/faults/testdata/sample.rs", ""),
        ]);
        check(&tree).into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn catches_what_is_not_listed() {
        assert_eq!(lines("mod crash;"), [1]);
    }

    #[test]
    fn catches_what_is_not_there() {
        assert_eq!(lines("mod crash;\nmod skew;\nmod ghost;"), [3]);
    }

    #[test]
    fn asks_the_library_not_the_program_that_starts_it() {
        let tree = Tree::of(&[
            ("app/src/lib.rs", "mod page;"),
            ("app/src/main.rs", "fn main() { app::start() }"),
            ("app/src/page.rs", ""),
        ]);
        assert!(check(&tree).is_empty());
    }

    #[test]
    fn allows_equal_lists() {
        assert!(lines("mod crash;\npub mod skew;\nmod inline { mod x; }").is_empty());
    }
}
