//! Nothing outside `evidence` and `modes` tells the two views apart.

use super::paths::named;
use super::tree::Tree;
use super::violation::Violation;

/// Types whose variants are the views, and the module that defines each.
const VIEWS: &[(&str, &str)] = &[("evidence", "Side")];

/// Where they may be named.
const PLACES: &[&str] = &["engine/src/evidence/", "engine/src/modes/"];

/// Finds places that name a view.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let mut found = Vec::new();
    let allowed = |path: &str| PLACES.iter().any(|place| path.starts_with(place));
    let ours = |path: &str| path.starts_with("engine/src/") || path.starts_with("app/src/");
    for file in tree.rust().filter(|file| ours(&file.path) && !allowed(&file.path)) {
        for path in named(file) {
            let pairs = path.parts.windows(2);
            let named = VIEWS.iter().find(|(module, view)| {
                path.parts.first().is_some_and(|first| first == view)
                    || pairs.clone().any(|pair| pair[0] == *module && pair[1] == *view)
            });
            if let Some((_, view)) = named {
                let says = format!("`{view}` is named outside `evidence` and `modes`.");
                let hint = "one predicate, two views: ask `modes` for what is believed or entitled";
                found.push(Violation::new(file, path.line, says, hint));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_a_match_on_the_views() {
        let text = "use crate::evidence::{Kind, Side};\nfn f() { match v { Side::Belief => 1 } }";
        let found = check(&Tree::of(&[("engine/src/world/mod.rs", text)]));
        assert_eq!(found.iter().map(|violation| violation.line).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn allows_it_at_home_and_other_sides_elsewhere() {
        let tree = Tree::of(&[
            ("engine/src/evidence/view.rs", "fn f() { Side::Backing }"),
            ("engine/src/modes/row.rs", "use crate::evidence::Side;"),
            ("app/src/shapes/tree.rs", "use crate::state::Side; fn f() { Panel::Side }"),
        ]);
        assert!(check(&tree).is_empty());
    }
}
