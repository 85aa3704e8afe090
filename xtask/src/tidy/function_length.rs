//! Functions have 60 lines at most.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, ImplItemFn, ItemFn, Signature, TraitItemFn};

use super::tree::{SourceFile, Tree};
use super::violation::Violation;

const LINES_MAX: usize = 60;

/// Finds functions that are too long.
pub fn check(tree: &Tree) -> Vec<Violation> {
    tree.rust().flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let mut functions = Functions { file, found: Vec::new() };
    // What does not parse is the compiler's business.
    if let Ok(parsed) = syn::parse_file(&file.text) {
        functions.visit_file(&parsed);
    }
    functions.found
}

struct Functions<'a> {
    file: &'a SourceFile,
    found: Vec<Violation>,
}

impl Functions<'_> {
    fn measure(&mut self, signature: &Signature, block: &Block) {
        let first = signature.span().start().line;
        let lines = block.span().end().line + 1 - first;
        if lines > LINES_MAX {
            let name = &signature.ident;
            let says = format!("`{name}` has {lines} lines; the limit is {LINES_MAX}.");
            let hint = "give its parts names of their own";
            self.found.push(Violation::new(self.file, first, says, hint));
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.measure(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(block) = &function.default {
            self.measure(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(before: &str, count: usize, after: &str) -> Vec<usize> {
        let body = "    x();\n".repeat(count - 2);
        let text = format!("//! X.\n{before}fn f() {{\n{body}}}\n{after}");
        let found = check(&Tree::of(&[("a.rs", &text)]));
        found.into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn catches_long_functions_wherever_they_are() {
        assert_eq!(lines("", 61, ""), [2]);
        assert_eq!(lines("impl A {\n", 61, "}"), [3]);
        assert_eq!(lines("trait A {\n", 61, "}"), [3]);
    }

    #[test]
    fn allows_the_limit() {
        assert!(lines("", 60, "").is_empty());
    }
}
