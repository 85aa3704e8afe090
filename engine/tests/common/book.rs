//! The scenarios of the book.
use engine::scenario::{Scenario, read};
use std::path::PathBuf;

/// All of them, in the order of chapters and names.
pub fn all() -> Vec<Scenario> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/book");
    let inside = |folder: PathBuf| {
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let files = inside(folder.into()).into_iter().flat_map(|it| inside(it.join("scenarios")));
    files.filter(|file| file.extension().is_some_and(|ending| ending == "toml")).map(one).collect()
}

fn one(file: PathBuf) -> Scenario {
    let id = file.file_stem().and_then(|stem| stem.to_str()).expect("a name");
    let source = std::fs::read_to_string(&file).expect("a text");
    read(id, &source).unwrap_or_else(|complaints| panic!("{id}: {complaints:?}")).1
}

/// The one with a Raft group, a cut, and a slow clock in its second stage.
pub fn slow_clock() -> Scenario {
    super::scenario("03-consensus", "ch03-raft-lease-read")
}
