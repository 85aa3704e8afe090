//! Paths that a file names, in `use` lines and anywhere else, made absolute where that is possible.

use super::tokens::{Word, words};
use super::tree::SourceFile;

/// A path as a file names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its parts; without the leading `crate` where it is inside this crate.
    pub parts: Vec<String>,
    /// Whether it leads into this crate: begun with `crate`, `self` or `super`.
    pub inside: bool,
    /// The line it begins in.
    pub line: usize,
    /// Whether only tests see it.
    pub test: bool,
}

impl Named {
    /// Its parts joined again.
    pub fn text(&self) -> String {
        self.parts.join("::")
    }
}

/// The module that a file below `src` is, as in `["kernel", "time"]`.
pub fn module_of(path: &str) -> Vec<String> {
    let inner = path.split_once("/src/").map_or(path, |(_, inner)| inner);
    let inner = inner.trim_end_matches(".rs");
    let mut parts: Vec<String> = inner.split('/').map(Into::into).collect();
    if parts.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main")) {
        parts.pop();
    }
    parts
}

/// Every path of more than one part, and every part of every `use`.
pub fn named(file: &SourceFile) -> Vec<Named> {
    let words = words(&file.text);
    let module = module_of(&file.path);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if is_name(&words[at].text) && is_joint(&words, at + 1) {
            let mut paths = Vec::new();
            let end = follow(&words, at, &[], &mut paths);
            found.extend(paths.into_iter().map(|parts| resolve(parts, &words[at], &module)));
            // What generics and calls hold is looked at in turn.
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    for path in &mut found {
        path.test |= file.is_test();
    }
    found
}

/// Collects the paths that begin at `at` behind `before`; returns where they end.
fn follow(words: &[Word], at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut parts = before.to_vec();
    let mut at = at;
    loop {
        match words.get(at).map(|word| word.text.as_str()) {
            Some("{") => return branches(words, at + 1, &parts, found),
            Some("*") => at += 1,
            Some(name) if is_name(name) => {
                parts.push(name.into());
                at += 1;
                if is_joint(words, at) {
                    at += 2;
                    continue;
                }
            }
            _ => {}
        }
        found.push(parts);
        return at;
    }
}

/// The paths in braces behind `before`: `{a, b::c}`; returns where the braces close.
fn branches(
    words: &[Word],
    mut at: usize,
    before: &[String],
    found: &mut Vec<Vec<String>>,
) -> usize {
    while let Some(word) = words.get(at) {
        match word.text.as_str() {
            "}" => return at + 1,
            "as" => at += 2,
            text if is_name(text) || matches!(text, "{" | "*") => {
                at = follow(words, at, before, found);
            }
            _ => at += 1,
        }
    }
    at
}

fn resolve(parts: Vec<String>, at: &Word, module: &[String]) -> Named {
    let mut here: Vec<String> = module.iter().chain(&at.modules).cloned().collect();
    let mut rest = parts.as_slice();
    let inside = matches!(parts[0].as_str(), "crate" | "self" | "super");
    while let Some((first, others)) = rest.split_first() {
        match first.as_str() {
            "crate" => here.clear(),
            "self" => {}
            "super" => drop(here.pop()),
            _ => break,
        }
        rest = others;
    }
    if !inside {
        here.clear();
    }
    here.extend(rest.iter().filter(|part| *part != "self").cloned());
    Named { parts: here, inside, line: at.line, test: at.test }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && !matches!(text, "as" | "use" | "pub" | "mod" | "in")
}

fn is_joint(words: &[Word], at: usize) -> bool {
    let is = |at: usize| words.get(at).is_some_and(|word| word.text == ":");
    is(at) && is(at + 1) && words.get(at + 2).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(path: &str, text: &str) -> Vec<String> {
        let file = SourceFile { path: path.into(), text: text.into() };
        named(&file).iter().map(Named::text).collect()
    }

    #[test]
    fn opens_braces() {
        let found =
            texts("engine/src/a.rs", "use crate::{kernel::{time::Instant, NodeId as N}, node};");
        assert_eq!(found, ["kernel::time::Instant", "kernel::NodeId", "node"]);
    }

    #[test]
    fn self_in_braces_is_the_module() {
        assert_eq!(
            texts("engine/src/a.rs", "use crate::kernel::{self, X};"),
            ["kernel", "kernel::X"]
        );
    }

    #[test]
    fn climbs_from_files_and_modules() {
        let text = "use super::b; mod tests { use super::super::c::d; use self::e; }";
        assert_eq!(texts("engine/src/x/y/mod.rs", text), ["x::b", "x::c::d", "x::y::tests::e"]);
    }

    #[test]
    fn sees_paths_outside_use() {
        let text = "fn f() -> crate::node::Node { std::time::Instant::now(vec![crate::a::b(1)]) }";
        let found = texts("engine/src/x.rs", text);
        assert_eq!(found, ["node::Node", "std::time::Instant::now", "a::b"]);
    }
}
