//! The engine touches neither the page, nor clocks, threads and files, nor what differs by machine.

use super::paths::named;
use super::tokens::{Word, words};
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Crates and modules that a run may not know.
const PATHS: &[(&str, &str)] = &[
    ("web_sys", "the engine runs without a page: only app/src/browser knows one"),
    ("js_sys", "the engine runs without a page: only app/src/browser knows one"),
    ("wasm_bindgen", "the engine runs without a page: only app/src/browser knows one"),
    ("std::time", "runs have virtual time: kernel::Instant and kernel::Span"),
    ("std::thread", "a run has one thread; WebAssembly has none"),
    ("std::fs", "only engine/src/bin reads files; hand the text in"),
    ("std::env", "a run is its scenario, seed and script; nothing else changes it"),
    ("std::process", "a run is its scenario, seed and script; nothing else changes it"),
    ("std::net", "the network is simulated"),
];

/// Types whose order is random.
const TYPES: &[&str] = &["HashMap", "HashSet", "RandomState", "DefaultHasher"];

/// Functions of `f64` whose last bits differ between native and WebAssembly.
const FUNCTIONS: &[&str] = &[
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "exp",
    "exp2", "exp_m1", "hypot", "ln", "ln_1p", "log", "log10", "log2", "powf", "powi", "sin",
    "sin_cos", "sinh", "tan", "tanh",
];

/// Finds what could make two runs differ.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let files = tree.rust_in("engine/src/").filter(|file| !file.is_test());
    files.flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let mut found = Vec::new();
    if !file.path.starts_with("engine/src/bin/") {
        for path in named(file).iter().filter(|path| !path.inside && !path.test) {
            let text = format!("{}::", path.text());
            let ban = PATHS.iter().find(|(banned, _)| text.starts_with(&format!("{banned}::")));
            if let Some((banned, hint)) = ban {
                found.push(Violation::new(file, path.line, format!("`{banned}` is used."), hint));
            }
        }
    }
    let words = words(&file.text);
    for (at, word) in words.iter().enumerate().filter(|(_, word)| !word.test) {
        if TYPES.contains(&word.text.as_str()) {
            let hint = "use BTreeMap, BTreeSet or the kernel's hasher: they agree everywhere";
            let says = format!("`{}` has a random order or value.", word.text);
            found.push(Violation::new(file, word.line, says, hint));
        }
        if is_transcendental(&words, at) {
            let hint = "use integers, a table, or + - × ÷ sqrt, which agree";
            let says = format!("`{}` differs in its last bits by machine.", word.text);
            found.push(Violation::new(file, word.line, says, hint));
        }
    }
    found
}

/// `x.ln()` and `f64::ln`; `log` only with an argument, because mechanisms have logs.
fn is_transcendental(words: &[Word], at: usize) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    if !FUNCTIONS.contains(&text(at)) || at < 1 {
        return false;
    }
    let method = text(at - 1) == "." && text(at + 1) == "(";
    let function = at >= 3 && text(at - 1) == ":" && matches!(text(at - 3), "f64" | "f32");
    (method && (text(at) != "log" || text(at + 2) != ")")) || function
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let found = check(&Tree::of(&[(path, text)]));
        found.into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn catches_clocks_threads_and_the_page() {
        let text = "use std::{fmt, time::Instant};\nfn f() { std::thread::yield_now() }\n\
                    use web_sys::Window;\nuse std::fs;";
        assert_eq!(lines("engine/src/world/mod.rs", text), [1, 2, 3, 4]);
    }

    #[test]
    fn catches_random_order() {
        assert_eq!(lines("engine/src/a.rs", "use std::collections::HashMap;"), [1]);
    }

    #[test]
    fn catches_transcendental_functions() {
        let text = "fn f(x: f64) {\n x.ln();\n f64::powf(x, 2.0);\n x.log(2.0);\n}";
        assert_eq!(lines("engine/src/a.rs", text), [2, 3, 4]);
    }

    #[test]
    fn allows_what_agrees() {
        let text = "fn f(x: f64, n: Node) { x.sqrt(); n.log(); sin(); } use std::fmt;";
        assert!(lines("engine/src/a.rs", text).is_empty());
        let test = "#[cfg(test)] mod tests { use std::collections::HashSet; use std::fs; }";
        assert!(lines("engine/src/a.rs", test).is_empty());
        assert!(lines("engine/src/bin/lab.rs", "use std::time::Instant;").is_empty());
        assert!(lines("app/src/main.rs", "use web_sys::Window;").is_empty());
    }
}
