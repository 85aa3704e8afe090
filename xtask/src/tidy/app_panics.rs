//! The app shows a sentence where something fails; it never panics.

use super::tokens::{Word, words};
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Finds what would end the page.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let files = tree.rust_in("app/src/").filter(|file| !file.is_test());
    files.flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let words = words(&file.text);
    let found = words.windows(3).filter(|three| !three[1].test && is_panic(three));
    found
        .map(|three| {
            let says = format!("`{}` can end the page.", three[1].text);
            Violation::new(file, three[1].line, says, "show the reader a sentence instead")
        })
        .collect()
}

fn is_panic(words: &[Word]) -> bool {
    let [before, name, after] = words else { return false };
    match name.text.as_str() {
        "unwrap" | "expect" => before.text == "." && after.text == "(",
        "panic" | "unreachable" | "todo" | "unimplemented" => after.text == "!",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        let found = check(&Tree::of(&[("app/src/pages/a.rs", text)]));
        found.into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn catches_every_way_to_panic() {
        let text = "fn f() {\n a.unwrap();\n html! { <p>{ b.expect(\"c\") }</p> };\n panic!();\n}";
        assert_eq!(lines(text), [2, 3, 4]);
    }

    #[test]
    fn allows_the_gentle_forms_and_tests() {
        let text = "fn f() { a.unwrap_or(1); b.expect_err; } #[test] fn t() { a.unwrap(); }";
        assert!(lines(text).is_empty());
    }
}
