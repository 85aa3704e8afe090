//! A check returns a verdict with a witness or a reason, never a bare bool.

use syn::{Item, ItemFn, ReturnType, Type, Visibility};

use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Where runs and histories are checked.
const PLACES: &[&str] = &["engine/src/consistency/", "engine/src/checks/"];

/// Finds public functions there that answer yes or no. Methods may: they are questions.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let files = PLACES.iter().flat_map(|place| tree.rust_in(place));
    files.filter(|file| !file.is_test()).flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let Ok(parsed) = syn::parse_file(&file.text) else { return Vec::new() };
    let functions = parsed.items.iter().filter_map(|item| match item {
        Item::Fn(function) if is_bare(function) => Some(function),
        _ => None,
    });
    functions
        .map(|function| {
            let name = &function.sig.ident;
            let says = format!("`{name}` answers with a bare bool.");
            let hint = "return Verdict: Holds, Violated with its witness, Unknown with its reason";
            Violation::new(file, name.span().start().line, says, hint)
        })
        .collect()
}

fn is_bare(function: &ItemFn) -> bool {
    let ReturnType::Type(_, returned) = &function.sig.output else { return false };
    let Type::Path(path) = &**returned else { return false };
    matches!(function.vis, Visibility::Public(_)) && path.path.is_ident("bool")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> usize {
        let found = |place: &&str| check(&Tree::of(&[(&format!("{place}some.rs"), text)])).len();
        PLACES.iter().map(found).sum()
    }

    #[test]
    fn catches_a_bare_answer_of_histories_and_of_runs() {
        assert_eq!(count("pub fn linearizable(history: &History) -> bool { true }"), 2);
    }

    #[test]
    fn allows_verdicts_and_questions() {
        assert_eq!(count("pub fn check(h: &History) -> Verdict { x } fn inner() -> bool { y }"), 0);
        assert_eq!(count("impl History { pub fn is_empty(&self) -> bool { true } }"), 0);
    }
}
