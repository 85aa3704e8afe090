//! The rules of the code base, each in a file of its own, checked in every `cargo test`.

mod app_imports;
mod app_panics;
mod book_is_data;
mod commented_code;
mod crate_imports;
mod determinism;
mod engine_imports;
mod file_length;
mod first_line;
mod function_length;
mod import_table;
mod inline_style;
mod layers;
mod line_width;
mod lists_are_folders;
mod machine_paths;
mod markers;
mod mechanism_names;
mod module_names;
mod page_access;
mod paths;
mod raw_html;
mod tokens;
mod tree;
mod two_views;
mod type_names;
mod verdicts;
mod views_match_types;
mod violation;

use std::path::Path;

use anyhow::{Result, bail};

use crate::arguments::Arguments;
use tree::Tree;
use violation::Violation;

/// A rule: its name, and what finds the places that break it.
type Rule = (&'static str, fn(&Tree) -> Vec<Violation>);

const RULES: &[Rule] = &[
    ("engine imports", engine_imports::check),
    ("app imports", app_imports::check),
    ("crate imports", crate_imports::check),
    ("mechanism names", mechanism_names::check),
    ("determinism", determinism::check),
    ("two views", two_views::check),
    ("views match types", views_match_types::check),
    ("verdicts", verdicts::check),
    ("book is data", book_is_data::check),
    ("lists are folders", lists_are_folders::check),
    ("file length", file_length::check),
    ("function length", function_length::check),
    ("line width", line_width::check),
    ("first line", first_line::check),
    ("module names", module_names::check),
    ("type names", type_names::check),
    ("markers", markers::check),
    ("commented code", commented_code::check),
    ("machine paths", machine_paths::check),
    ("inline style", inline_style::check),
    ("raw html", raw_html::check),
    ("page access", page_access::check),
    ("app panics", app_panics::check),
];

/// Runs `cargo xtask tidy`.
pub fn command(words: &[String]) -> Result<()> {
    Arguments::read(words, &[], &[])?.no_words()?;
    println!("{}", run(&::tests::paths::root())?);
    Ok(())
}

/// Holds the project at `root` against all rules; says how much was looked at.
pub fn run(root: &Path) -> Result<String> {
    let tree = Tree::read(root)?;
    let mut broken = 0;
    for (rule, violation) in find(&tree) {
        let word = if violation.advice { "advice" } else { "broken" };
        println!("{word} [{rule}] {violation}");
        broken += usize::from(!violation.advice);
    }
    if broken > 0 {
        bail!("{broken} places break a rule");
    }
    Ok(format!("{} rules hold in {} files", RULES.len(), tree.files.len()))
}

fn find(tree: &Tree) -> Vec<(&'static str, Violation)> {
    RULES
        .iter()
        .flat_map(|(name, check)| check(tree).into_iter().map(move |found| (*name, found)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_is_tidy() {
        let tree = Tree::read(&::tests::paths::root()).unwrap();
        let broken: Vec<String> = find(&tree)
            .into_iter()
            .filter(|(_, violation)| !violation.advice)
            .map(|(rule, violation)| format!("[{rule}] {violation}"))
            .collect();
        assert!(broken.is_empty(), "{}", broken.join("\n"));
    }
}
