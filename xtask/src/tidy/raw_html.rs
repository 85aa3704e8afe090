//! Only `app/src/browser` puts markup into the page unread.

use super::tokens::words;
use super::tree::Tree;
use super::violation::Violation;

/// Functions that take markup as text.
const BANNED: &[&str] = &[
    "document_write",
    "from_html_unchecked",
    "insert_adjacent_html",
    "set_inner_html",
    "set_outer_html",
];

/// Finds their names elsewhere in the app.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let files = tree.rust_in("app/").filter(|file| !file.path.starts_with("app/src/browser/"));
    files
        .flat_map(|file| {
            let words = words(&file.text).into_iter();
            words.filter(|word| BANNED.contains(&word.text.as_str())).map(|word| {
                let says = format!("`{}` is called outside app/src/browser.", word.text);
                let hint = "markup comes only from our own build, through one door";
                Violation::new(file, word.line, says, hint)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "fn f(e: &Element) {\n e.set_inner_html(text);\n}";

    #[test]
    fn catches_markup_as_text() {
        let found = check(&Tree::of(&[("app/src/pages/a.rs", TEXT)]));
        assert_eq!((found.len(), found[0].line), (1, 2));
    }

    #[test]
    fn allows_it_behind_the_door() {
        assert!(check(&Tree::of(&[("app/src/browser/article.rs", TEXT)])).is_empty());
    }
}
