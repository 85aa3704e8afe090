//! No module is named after what it is not about.

use super::tree::Tree;
use super::violation::Violation;

/// Names that say nothing.
const BANNED: &[&str] =
    &["common", "helper", "helpers", "misc", "shared", "types", "util", "utils"];

/// Finds modules with such names.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let named = |path: &str| {
        let inner = path.split_once("/src/").map(|(_, inner)| inner.trim_end_matches(".rs"));
        let mut parts = inner.into_iter().flat_map(|inner| inner.split('/'));
        parts.find(|part| BANNED.contains(part)).map(ToOwned::to_owned)
    };
    let files = tree.rust().filter_map(|file| Some((file, named(&file.path)?)));
    files
        .map(|(file, name)| {
            let says = format!("`{name}` says nothing about what is in it.");
            Violation::new(file, 1, says, "name it after the idea it holds")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_files_and_folders() {
        let tree = Tree::of(&[
            ("engine/src/kernel/utils.rs", ""),
            ("app/src/common/mod.rs", ""),
            ("content/src/parse/types.rs", ""),
        ]);
        assert_eq!(check(&tree).len(), 3);
    }

    #[test]
    fn allows_names_that_mean_something() {
        assert!(check(&Tree::of(&[("engine/src/kernel/time.rs", "")])).is_empty());
    }
}
