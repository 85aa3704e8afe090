//! Inside the app, pages use widgets, widgets use shapes, and no widget uses another.

use super::import_table::{APP, APP_FREE};
use super::layers::Layers;
use super::paths::{module_of, named};
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Finds imports that the table forbids.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let mut found = Layers { src: "app/src/", table: APP, free: APP_FREE }.check(tree);
    let widgets = tree.rust_in("app/src/widgets/").filter(|file| !file.is_test());
    found.extend(widgets.flat_map(other_widgets));
    found
}

fn other_widgets(file: &SourceFile) -> Vec<Violation> {
    let module = module_of(&file.path);
    let Some(own) = module.get(..2) else { return Vec::new() };
    let other = |parts: &[String]| {
        parts.first().is_some_and(|top| top == "widgets") && parts.get(..2) != Some(own)
    };
    named(file)
        .into_iter()
        .filter(|path| path.inside && !path.test && other(&path.parts))
        .map(|path| {
            let says = format!("A widget imports `{}`.", path.text());
            Violation::new(file, path.line, says, "the page puts widgets together, not they")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_a_page_in_a_widget() {
        let tree = Tree::of(&[("app/src/widgets/stage/view.rs", "use crate::pages::Play;")]);
        assert_eq!(check(&tree).len(), 1);
    }

    #[test]
    fn catches_a_widget_in_a_widget() {
        let tree =
            Tree::of(&[("app/src/widgets/stage/view.rs", "use super::super::matrix::Matrix;")]);
        assert_eq!(check(&tree).len(), 1);
    }

    #[test]
    fn allows_pages_and_their_widgets() {
        let tree = Tree::of(&[
            ("app/src/pages/home.rs", "use crate::widgets::stage::Stage; use crate::state::X;"),
            ("app/src/widgets/mod.rs", "pub mod stage; pub use stage::Stage;"),
            ("app/src/widgets/stage/mod.rs", "use super::stage::view; use crate::shapes::Log;"),
            ("app/src/site/life.rs", "use crate::pages::home::Home; use crate::widgets::bar::X;"),
        ]);
        assert!(check(&tree).is_empty());
    }
}
