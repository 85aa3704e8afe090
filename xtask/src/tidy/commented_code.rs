//! No comment is code that somebody switched off.

use syn::Stmt;

use super::tokens::lines_in_literals;
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Finds line comments that are statements or the head of a block.
pub fn check(tree: &Tree) -> Vec<Violation> {
    tree.rust().flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let suspects: Vec<usize> = file
        .lines()
        .filter(|(_, line)| comment(line).is_some_and(is_code))
        .map(|(at, _)| at)
        .collect();
    if suspects.is_empty() {
        return Vec::new();
    }
    let literals = lines_in_literals(&file.text);
    suspects
        .into_iter()
        .filter(|at| !literals.contains(at))
        .map(|at| {
            let says = "The comment is code that was switched off.";
            Violation::new(file, at, says, "delete it: git remembers")
        })
        .collect()
}

/// The text of a line that is an ordinary comment, not documentation.
fn comment(line: &str) -> Option<&str> {
    let text = line.trim_start().strip_prefix("//")?;
    (!text.starts_with(['/', '!'])).then(|| text.trim())
}

fn is_code(text: &str) -> bool {
    let text = match text.chars().last() {
        Some(';') => text.to_owned(),
        Some('{') => format!("{text} }}"),
        _ => return false,
    };
    // A single word before the sign is prose, whatever the parser thinks.
    text.contains(['(', ')', '.', '=', ':', ' ', '!']) && syn::parse_str::<Stmt>(&text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        let found = check(&Tree::of(&[("a.rs", text)]));
        found.into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn catches_statements_and_heads_of_blocks() {
        let text = "fn f() {\n    // let x = g(1);\n    //if x > 2 {\n    // fn h() {\n}";
        assert_eq!(lines(text), [2, 3, 4]);
    }

    #[test]
    fn allows_prose_and_documentation() {
        let text = "// Because the leader may be gone;\n// done;\n/// let x = 1;\n//! use y;\n";
        assert!(lines(text).is_empty());
        assert!(lines("const A: &str = \"\n// let x = 1;\n\";").is_empty());
    }
}
