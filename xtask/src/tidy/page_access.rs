//! Only `app/src/browser` knows the web's own interfaces, and the door of the embedded module.

use super::paths::named;
use super::tree::Tree;
use super::violation::Violation;

/// Crates that are those interfaces.
const CRATES: &[&str] = &["web_sys", "js_sys", "wasm_bindgen"];

/// Finds paths into them elsewhere in the app.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let may = ["app/src/browser/", "app/src/bin/"];
    let files = tree.rust_in("app/src/");
    let files = files.filter(|file| !may.iter().any(|folder| file.path.starts_with(folder)));
    files
        .filter(|file| !file.is_test())
        .flat_map(|file| {
            let paths = named(file).into_iter().filter(|path| {
                !path.inside && !path.test && CRATES.contains(&path.parts[0].as_str())
            });
            paths.map(|path| {
                let says = format!("`{}` is used outside app/src/browser.", path.parts[0]);
                Violation::new(file, path.line, says, "put a function for it into app/src/browser")
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_the_web_in_a_page() {
        let found = check(&Tree::of(&[("app/src/pages/a.rs", "use web_sys::Window;")]));
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn allows_it_behind_the_door() {
        assert!(check(&Tree::of(&[("app/src/browser/a.rs", "use web_sys::Window;")])).is_empty());
    }
}
