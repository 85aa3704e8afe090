//! Between our crates, dependencies run from engine to content to app to tests.

use toml::{Table, Value};

use super::import_table::CRATES;
use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Finds dependencies in `Cargo.toml` files that the table forbids.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let manifest = |(name, allowed): &(&'static str, &'static [&'static str])| {
        let file = tree.get(&format!("{name}/Cargo.toml"))?;
        Some(check_manifest(file, name, allowed))
    };
    CRATES.iter().filter_map(manifest).flatten().collect()
}

fn check_manifest(file: &SourceFile, name: &str, allowed: &[&str]) -> Vec<Violation> {
    let Ok(manifest) = file.text.parse::<Table>() else {
        return vec![Violation::new(file, 1, "This is not TOML.", "cargo says what is wrong")];
    };
    let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
    let mut tables: Vec<&Table> =
        kinds.iter().filter_map(|kind| manifest.get(*kind)?.as_table()).collect();
    let targets = manifest.get("target").and_then(Value::as_table);
    for target in targets.into_iter().flat_map(Table::values) {
        tables.extend(kinds.iter().filter_map(|kind| target.get(*kind)?.as_table()));
    }
    let used = tables.into_iter().flat_map(Table::keys);
    used.filter(|used| CRATES.iter().any(|(ours, _)| ours == used))
        .filter(|used| *used != name && !allowed.contains(&used.as_str()))
        .map(|used| {
            let line = file.lines().find(|(_, line)| line.trim_start().starts_with(used.as_str()));
            let says = format!("`{name}` may not depend on `{used}`.");
            let hint = "dependencies run engine, content, app, tests; nobody imports xtask";
            Violation::new(file, line.map_or(1, |(line, _)| line), says, hint)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catches_a_dependency_against_the_arrows() {
        let text = "[dependencies]\nserde = \"1\"\ncontent.workspace = true\n";
        let found = check(&Tree::of(&[("engine/Cargo.toml", text)]));
        assert_eq!((found.len(), found[0].line), (1, 3));
        let text = "[target.'cfg(unix)'.dev-dependencies]\nxtask = { path = \"../xtask\" }\n";
        assert_eq!(check(&Tree::of(&[("tests/Cargo.toml", text)])).len(), 1);
    }

    #[test]
    fn allows_one_along_them() {
        let text = "[dependencies]\nengine = { path = \"../engine\" }\n";
        assert!(check(&Tree::of(&[("content/Cargo.toml", text)])).is_empty());
    }
}
