//! Inside the engine, imports follow the arrows of the table, and no mechanism imports another.

use super::import_table::ENGINE;
use super::layers::Layers;
use super::paths::{module_of, named};
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Finds imports that the table forbids.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let layers = Layers { src: "engine/src/", table: ENGINE, free: &["bin"] };
    let mut found = layers.check(tree);
    let mechanisms = tree.rust_in("engine/src/protocols/").filter(|file| !file.is_test());
    found.extend(mechanisms.flat_map(other_mechanisms));
    found
}

/// Imports of a mechanism by a file of another one: `protocols`, family and slug must agree.
fn other_mechanisms(file: &SourceFile) -> Vec<Violation> {
    let module = module_of(&file.path);
    // A family's own list names all its mechanisms: that is what it is for.
    let Some(own) = module.get(..3) else { return Vec::new() };
    let other = |parts: &[String]| {
        parts.first().is_some_and(|top| top == "protocols") && parts.get(..3) != Some(own)
    };
    named(file)
        .into_iter()
        .filter(|path| path.inside && !path.test && other(&path.parts))
        .map(|path| {
            let says = format!("A mechanism imports `{}`.", path.text());
            Violation::new(file, path.line, says, "what two mechanisms share belongs in `parts`")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAFT: &str = "engine/src/protocols/agreement/raft/node.rs";

    #[test]
    fn catches_the_queue_in_a_mechanism() {
        let found = check(&Tree::of(&[(RAFT, "use crate::kernel::Queue;")]));
        assert_eq!((found.len(), found[0].line), (1, 1));
    }

    #[test]
    fn catches_another_mechanism() {
        for text in ["use super::super::paxos::Ballot;", "use crate::protocols::time::ntp::Ntp;"] {
            assert_eq!(check(&Tree::of(&[(RAFT, text)])).len(), 1, "{text}");
        }
    }

    #[test]
    fn allows_its_own_folder_and_the_contract() {
        let text = "use super::message::Message; use super::Raft; use crate::node::Outbox;";
        assert!(check(&Tree::of(&[(RAFT, text)])).is_empty());
        let list = ("engine/src/protocols/agreement/mod.rs", "pub mod raft; use raft::Raft;");
        assert!(check(&Tree::of(&[list])).is_empty());
    }
}
