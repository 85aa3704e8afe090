//! Looks live in style sheets, not in `style` attributes.

use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Finds the attribute in the app and in pages written by hand.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let concerned = |file: &&SourceFile| {
        file.path == "index.html"
            || (file.path.starts_with("static/") && file.path.ends_with(".html"))
            || (file.path.starts_with("app/") && file.path.ends_with(".rs"))
    };
    tree.files.iter().filter(concerned).flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let hint = "give it a class, or an attribute that the style sheet reads";
    file.lines()
        .filter(|(_, line)| has_attribute(line))
        .map(|(at, _)| Violation::new(file, at, "There is a `style` attribute.", hint))
        .collect()
}

/// `style=` begins an attribute; `style = ` is a binding, and rustfmt keeps them apart.
fn has_attribute(line: &str) -> bool {
    let mut places = line.match_indices("style=");
    places.any(|(at, _)| line[..at].chars().next_back().is_none_or(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_the_attribute() {
        let tree = Tree::of(&[
            ("app/src/widgets/a/mod.rs", "html! {\n  <p style={format!(\"{x}\")}></p>\n}"),
            ("index.html", "<p style=\"color: red\">"),
        ]);
        assert_eq!(check(&tree).len(), 2);
    }

    #[test]
    fn allows_other_words() {
        let text = "let style = 1; html! { <g font-style={x} class=\"style=a\" /> }";
        assert!(check(&Tree::of(&[("app/src/a.rs", text)])).is_empty());
    }
}
