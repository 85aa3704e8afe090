//! Holding the modules of one crate against its import table.

use std::collections::BTreeMap;

use super::import_table::{GROUPS, Row};
use super::paths::{Named, module_of, named};
use super::tokens::words;
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// A crate's modules and the table they must keep.
pub struct Layers {
    /// Where its sources are, with a slash at the end.
    pub src: &'static str,
    /// The table.
    pub table: &'static [Row],
    /// Modules without a row, which may import everything.
    pub free: &'static [&'static str],
}

impl Layers {
    /// Every import that the table does not allow. Test code may import what it likes.
    pub fn check(&self, tree: &Tree) -> Vec<Violation> {
        let files = tree.rust_in(self.src).filter(|file| !file.is_test());
        files.flat_map(|file| self.check_file(tree, file)).collect()
    }

    fn check_file(&self, tree: &Tree, file: &SourceFile) -> Vec<Violation> {
        let module = module_of(&file.path);
        let Some(top) = module.first().filter(|top| !self.free.contains(&top.as_str())) else {
            return Vec::new();
        };
        let Some(allowed) = self.row(top) else {
            let says = format!("`{top}` has no row in the import table.");
            return vec![Violation::new(file, 1, says, "add one to import_table.rs, or move it")];
        };
        let outside = |path: &Named| path.inside && !path.test && path.parts.first() != Some(top);
        let mut forbidden: BTreeMap<(usize, String), Vec<String>> = BTreeMap::new();
        for path in named(file).into_iter().filter(outside) {
            if self.is_module(&path) && !self.is_allowed(tree, allowed, &path) {
                let names = forbidden.entry((path.line, path.parts[0].clone())).or_default();
                names.push(path.text());
            }
        }
        let list = if allowed.is_empty() { "nothing".into() } else { allowed.join(", ") };
        forbidden
            .into_iter()
            .map(|((line, _), names)| {
                let says = format!("`{top}` may not import {}.", names.join(", "));
                Violation::new(file, line, says, &format!("it may import: {list}"))
            })
            .collect()
    }

    fn row(&self, module: &str) -> Option<&'static [&'static str]> {
        self.table.iter().find(|(name, _)| *name == module).map(|(_, allowed)| *allowed)
    }

    fn is_module(&self, path: &Named) -> bool {
        path.parts
            .first()
            .is_some_and(|first| self.row(first).is_some() || self.free.contains(&first.as_str()))
    }

    fn is_allowed(&self, tree: &Tree, allowed: &[&str], path: &Named) -> bool {
        let top = path.parts[0].as_str();
        let second = path.parts.get(1).map_or("", String::as_str);
        allowed.iter().any(|entry| match entry.split_once("::") {
            None => *entry == top || self.is_in_group(tree, entry, path),
            Some((module, _)) if module != top => false,
            Some((_, "*")) => !self.is_folder(tree, top, second),
            Some((_, part)) => part == second || self.shows(tree, top, part, second),
        })
    }

    fn is_in_group(&self, tree: &Tree, name: &str, path: &Named) -> bool {
        let group = GROUPS.iter().find(|(group, _)| *group == name);
        group.is_some_and(|(_, entries)| self.is_allowed(tree, entries, path))
    }

    fn is_folder(&self, tree: &Tree, top: &str, second: &str) -> bool {
        let (file, folder) =
            (format!("{}{top}/{second}.rs", self.src), format!("{}{top}/{second}/", self.src));
        !second.is_empty()
            && tree.files.iter().any(|f| f.path == file || f.path.starts_with(&folder))
    }

    /// Whether `top/mod.rs` shows `name` as something of its part `part`, by `pub use`.
    fn shows(&self, tree: &Tree, top: &str, part: &str, name: &str) -> bool {
        let Some(door) = tree.get(&format!("{}{top}/mod.rs", self.src)) else { return false };
        let words = words(&door.text);
        let text: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        // `pub use part::Name;` and `pub use part::{Name, Other};`
        text.split(|word| *word == ";").any(|statement| {
            let named = statement.iter().rposition(|word| *word == name);
            let shown = statement.windows(4).any(|four| four == ["use", part, ":", ":"]);
            shown && named.is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::import_table::KERNEL_WORDS;
    use super::*;

    const LAYERS: Layers = Layers {
        src: "engine/src/",
        table: &[
            ("kernel", &[]),
            ("node", &["kernel::id"]),
            ("world", &["kernel", "node"]),
            ("modes", &[KERNEL_WORDS]),
            ("scenario", &["protocols::*"]),
            ("protocols", &[]),
        ],
        free: &["bin"],
    };

    fn lines(files: &[(&str, &str)]) -> Vec<(String, usize)> {
        let door = ("engine/src/kernel/mod.rs", "mod id; mod queue; pub use id::{NodeId, HostId};");
        let mut all = vec![door, ("engine/src/protocols/time/mod.rs", "")];
        all.extend_from_slice(files);
        let found = LAYERS.check(&Tree::of(&all));
        found.into_iter().map(|violation| (violation.path, violation.line)).collect()
    }

    #[test]
    fn follows_the_arrows() {
        let clean = "use crate::kernel::queue::Queue;\nuse crate::node::Node;\nuse super::x;";
        assert!(lines(&[("engine/src/world/mod.rs", clean)]).is_empty());
    }

    #[test]
    fn catches_an_import_against_them() {
        let text = "use std::fmt;\nuse crate::{kernel::Queue, world::World};";
        let found = lines(&[("engine/src/kernel/queue.rs", text)]);
        assert_eq!(found, [("engine/src/kernel/queue.rs".into(), 2)]);
        assert_eq!(
            lines(&[("engine/src/kernel/a.rs", "fn f() { super::super::node::g() }")]).len(),
            1
        );
    }

    #[test]
    fn parts_are_known_by_the_name_that_the_module_shows() {
        let text = "use crate::kernel::NodeId;\nuse crate::kernel::Queue;";
        let found = lines(&[("engine/src/node/mod.rs", text)]);
        assert_eq!(found, [("engine/src/node/mod.rs".into(), 2)]);
    }

    #[test]
    fn a_group_is_as_good_as_its_entries() {
        let text = "use crate::kernel::{NodeId, Loss};\nuse crate::kernel::Queue;";
        let found = lines(&[("engine/src/modes/mod.rs", text)]);
        assert_eq!(found, [("engine/src/modes/mod.rs".into(), 2)]);
    }

    #[test]
    fn a_star_allows_the_list_but_not_its_folders() {
        let text = "use crate::protocols::CATALOGUE;\nuse crate::protocols::time::Cristian;";
        let found = lines(&[("engine/src/scenario/mod.rs", text)]);
        assert_eq!(found, [("engine/src/scenario/mod.rs".into(), 2)]);
    }

    #[test]
    fn tests_and_binaries_are_free() {
        let text = "#[cfg(test)] mod tests { use crate::world::World; }";
        assert!(lines(&[("engine/src/kernel/a.rs", text)]).is_empty());
        assert!(lines(&[("engine/src/bin/lab.rs", "use crate::world::World;")]).is_empty());
    }

    #[test]
    fn catches_a_module_without_a_row() {
        assert_eq!(lines(&[("engine/src/extra/mod.rs", "")]).len(), 1);
    }
}
