//! No file names a folder of one machine or the host of a package registry.

use super::tree::{SourceFile, Tree};
use super::violation::Violation;

/// Beginnings of paths that exist on somebody's machine only.
const FOLDERS: &[&str] = &["/root/", "/work/", "/home/", "/Users/"];

/// Hosts that another machine may reach by another name.
const HOSTS: &[&str] = &[
    "index.crates.io",
    "static.crates.io",
    "registry.npmjs.org",
    "registry.yarnpkg.com",
    "deb.debian.org",
    "artifactory",
];

/// Finds them in any file but this one.
pub fn check(tree: &Tree) -> Vec<Violation> {
    tree.files.iter().filter(|file| file.path != file!()).flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Violation> {
    let mut found = Vec::new();
    for (at, line) in file.lines() {
        if let Some(folder) = FOLDERS.iter().find(|folder| begins_path(line, folder)) {
            let says = format!("`{folder}` is a folder of one machine.");
            found.push(Violation::new(file, at, says, "name it from the root of the checkout"));
        }
        if let Some(host) = HOSTS.iter().find(|host| line.contains(**host)) {
            let says = format!("`{host}` is the host of a package registry.");
            let hint = "leave it to cargo, npm or apt: their configuration knows the host";
            found.push(Violation::new(file, at, says, hint));
        }
    }
    found
}

/// Whether the folder begins a path in the line: `/home/` does, `site/home/` and `../home/` do not.
fn begins_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || "._-/})".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        let found = check(&Tree::of(&[("a.toml", text)]));
        found.into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn catches_folders_and_hosts() {
        let text = "a = \"/root/x\"\nb = \"file:/home/me/y\"\nc = \"https://index.crates.io/\"";
        assert_eq!(lines(text), [1, 2, 3]);
    }

    #[test]
    fn allows_paths_inside_the_project() {
        assert!(lines("a = \"site/home/x\"\nb = \"../work/y\"\nc = \"{root}/root/\"").is_empty());
    }
}
