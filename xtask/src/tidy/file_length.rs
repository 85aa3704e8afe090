//! Files stay short: 500 lines at most, 300 better, and the median at 150 or less.

use super::tree::{SourceFile, Tree};
use super::violation::Violation;

const LINES_MAX: usize = 500;
const LINES_ADVISED: usize = 300;
const MEDIAN_MAX: usize = 150;

/// Finds files that are too long; between the soft and the hard limit it only advises.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let written = tree.files.iter().filter(|file| is_written_by_hand(file));
    let mut found: Vec<Violation> = written.filter_map(check_file).collect();
    found.extend(check_median(tree));
    found
}

fn is_written_by_hand(file: &SourceFile) -> bool {
    [".rs", ".js", ".css"].iter().any(|ending| file.path.ends_with(ending))
        && !file.path.contains("/testdata/")
}

fn check_file(file: &SourceFile) -> Option<Violation> {
    let lines = file.text.lines().count();
    let hint = "one file, one idea: split it by concern";
    let says = format!("The file has {lines} lines; the limit is {LINES_MAX}.");
    let mut violation = Violation::new(file, lines, says, hint);
    violation.advice = lines <= LINES_MAX;
    (lines > LINES_ADVISED).then_some(violation)
}

fn check_median(tree: &Tree) -> Option<Violation> {
    let mut files: Vec<(usize, &SourceFile)> =
        tree.rust().map(|file| (file.text.lines().count(), file)).collect();
    files.sort_by_key(|(lines, _)| *lines);
    let (median, file) = *files.get(files.len() / 2)?;
    let says = format!("Half of the Rust files have {median} lines or more, not {MEDIAN_MAX}.");
    (median > MEDIAN_MAX).then(|| Violation::new(file, 0, says, "split what has two ideas"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(lines: usize) -> String {
        "x\n".repeat(lines)
    }

    #[test]
    fn catches_a_long_file() {
        let long = sample(501);
        let found = check(&Tree::of(&[("a.rs", ""), ("b.rs", ""), ("c.css", &long)]));
        assert_eq!((found.len(), found[0].advice), (1, false));
    }

    #[test]
    fn advises_before_that() {
        let long = sample(301);
        let found = check(&Tree::of(&[("a.rs", ""), ("b.rs", ""), ("c.rs", &long)]));
        assert_eq!((found.len(), found[0].advice), (1, true));
    }

    #[test]
    fn catches_a_high_median() {
        let text = sample(151);
        assert_eq!(check(&Tree::of(&[("a.rs", ""), ("b.rs", &text), ("c.rs", &text)])).len(), 1);
    }

    #[test]
    fn allows_short_files_and_long_prose() {
        let long = sample(900);
        assert!(check(&Tree::of(&[("a.rs", "x"), ("book.md", &long)])).is_empty());
    }
}
