//! The book holds no Rust: listings are excerpts of the code that runs.

use super::tree::Tree;
use super::violation::Violation;

/// Finds Rust files in the book and the catalogue.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let places = ["content/book/", "content/catalog/"];
    let files = tree.rust().filter(|file| places.iter().any(|place| file.path.starts_with(place)));
    files
        .map(|file| {
            let hint = "put it where it is compiled, and quote it from there";
            Violation::new(file, 1, "There is Rust in the book.", hint)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_rust_in_the_book() {
        assert_eq!(check(&Tree::of(&[("content/book/01-time/demo.rs", "")])).len(), 1);
    }

    #[test]
    fn allows_data_there_and_rust_beside_it() {
        let tree =
            Tree::of(&[("content/book/01-time/chapter.toml", ""), ("content/src/lib.rs", "")]);
        assert!(check(&tree).is_empty());
    }
}
