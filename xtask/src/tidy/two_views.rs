//! Nothing outside `evidence` and `modes` tells the two views apart.

use super::paths::{Named, named};
use super::tree::Tree;
use super::violation::Violation;

/// Where everything about the views may be named.
const HOME: &[&str] = &["engine/src/evidence/", "engine/src/modes/"];

/// What tells the views apart, and where besides it may be named: nodes serve by what they believe,
/// and the world shows the two side by side.
const VIEWS: &[(&str, &[&str])] = &[
    ("Side", &[]),
    ("View", &[]),
    ("Seen", &[]),
    ("judge", &[]),
    ("Purse", &["engine/src/node/", "engine/src/world/"]),
    ("judge_both", &["engine/src/world/"]),
];

/// Finds places that name a view.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let ours = |path: &str| path.starts_with("engine/src/") || path.starts_with("app/src/");
    let mut found = Vec::new();
    for file in tree.rust().filter(|file| ours(&file.path) && !is_below(&file.path, HOME)) {
        for path in named(file) {
            if let Some(view) = view(&path, &file.path) {
                let says = format!("`{view}` is named outside `evidence` and `modes`.");
                let hint = "one predicate, two views: ask `modes` for what is believed or entitled";
                found.push(Violation::new(file, path.line, says, hint));
            }
        }
    }
    found
}

/// The view that a path names in a file where it should not. What brings in all of `evidence`
/// brings in the views.
fn view(path: &Named, file: &str) -> Option<&'static str> {
    let whole = path.parts.iter().map(String::as_str).filter(|part| *part != "engine");
    if whole.eq(["evidence"]) {
        return Some("evidence");
    }
    let is_named = |view: &str| {
        let mut pairs = path.parts.windows(2);
        path.parts[0] == "Side" && view == "Side"
            || pairs.any(|pair| pair[0] == "evidence" && pair[1] == view)
    };
    let found = VIEWS.iter().find(|(view, places)| is_named(view) && !is_below(file, places));
    found.map(|(view, _)| *view)
}

fn is_below(file: &str, places: &[&str]) -> bool {
    places.iter().any(|place| file.starts_with(place))
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
    fn catches_whatever_else_tells_the_views_apart() {
        for name in ["View", "Seen", "Purse", "judge", "judge_both", "*"] {
            let import = format!("use crate::evidence::{{Kind, {name}}};");
            let path = format!("fn f() {{ crate::evidence::{name} }}");
            for text in [import, path] {
                let tree = Tree::of(&[("engine/src/protocols/time/lease/node.rs", &text)]);
                assert_eq!(check(&tree).len(), 1, "{text}");
            }
        }
        let text = "use engine::evidence::judge_both;";
        assert_eq!(check(&Tree::of(&[("app/src/words/why.rs", text)])).len(), 1);
    }

    #[test]
    fn allows_belief_to_nodes_and_both_side_by_side_to_the_world() {
        let tree = Tree::of(&[
            ("engine/src/node/outbox.rs", "use crate::evidence::{Kind, Purse};"),
            ("engine/src/world/explain.rs", "use crate::evidence::{Purse, judge_both};"),
            ("engine/src/checks/a.rs", "use crate::consistency::Value as Seen; fn f() { Seen::A }"),
        ]);
        assert!(check(&tree).is_empty());
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
