//! Lines of Rust have 100 columns at most, save for what cannot be broken.

use super::tokens::lines_in_literals;
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

const COLUMNS_MAX: usize = 100;

/// Finds lines that are too wide.
pub fn check(tree: &Tree) -> Vec<Violation> {
    tree.rust().flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let wide: Vec<(usize, usize)> = file
        .lines()
        .map(|(at, line)| (at, line, line.chars().count()))
        .filter(|(_, line, columns)| *columns > COLUMNS_MAX && !cannot_be_broken(line))
        .map(|(at, _, columns)| (at, columns))
        .collect();
    if wide.is_empty() {
        return Vec::new();
    }
    let literals = lines_in_literals(&file.text);
    wide.into_iter()
        .filter(|(at, _)| !literals.contains(at))
        .map(|(at, columns)| {
            let says = format!("The line has {columns} columns; the limit is {COLUMNS_MAX}.");
            Violation::new(file, at, says, "rustfmt breaks code; break comments by hand")
        })
        .collect()
}

/// A line with an address, or with a string that is most of it.
fn cannot_be_broken(line: &str) -> bool {
    let string = match (line.find('"'), line.rfind('"')) {
        (Some(first), Some(last)) => line[first..=last].chars().count(),
        _ => 0,
    };
    line.contains("://") || line.chars().count() - string <= COLUMNS_MAX / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        let found = check(&Tree::of(&[("a.rs", text)]));
        found.into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn catches_a_wide_line() {
        let text = format!("//! X.\n// {}", "word ".repeat(20));
        assert_eq!(lines(&text), [2]);
    }

    #[test]
    fn counts_letters_not_bytes() {
        assert!(lines(&"→".repeat(100)).is_empty());
    }

    #[test]
    fn allows_addresses_and_strings() {
        let long = "x".repeat(120);
        assert!(lines(&format!("// https://example.org/{long}")).is_empty());
        assert!(lines(&format!("const A: &str = \"{long}\";")).is_empty());
        assert!(lines(&format!("const A: &str = \"\n{long}\n\";")).is_empty());
    }
}
