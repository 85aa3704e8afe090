//! The files that git knows or would know, as paths and texts.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// A file: where it is, from the root with forward slashes, and what it says.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// As in `engine/src/lib.rs`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// The file's name without folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The file's name without its ending.
    pub fn stem(&self) -> &str {
        self.name().split('.').next().unwrap_or_default()
    }

    /// The folder it is in, without a slash at the end.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether the whole file is test code, by its place.
    pub fn is_test(&self) -> bool {
        self.path.contains("/tests/") || matches!(self.name(), "tests.rs" | "test.rs")
    }

    /// Its lines, numbered from one.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line))
    }
}

/// All text files of the project, sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The files.
    pub files: Vec<SourceFile>,
}

impl Tree {
    /// Reads what git tracks below `root`, and what it would track.
    pub fn read(root: &Path) -> Result<Tree> {
        let output = Command::new("git")
            .args(["ls-files", "-z", "-co", "--exclude-standard"])
            .current_dir(root)
            .output()
            .context("git is not installed: tidy asks it for the list of files")?;
        ensure!(output.status.success(), "git could not list the files of {}", root.display());
        let names = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut files: Vec<SourceFile> = names
            .split_terminator('\0')
            .filter_map(|path| {
                // Removed but not yet committed, or not text: no rule has a say in it.
                let text = fs::read_to_string(root.join(path)).ok()?;
                Some(SourceFile { path: path.into(), text })
            })
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        Ok(Tree { files })
    }

    /// A tree for a rule's own tests.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Tree {
        let file =
            |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), text: (*text).into() };
        Tree { files: files.iter().map(file).collect() }
    }

    /// Files written in Rust.
    pub fn rust(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter().filter(|file| file.path.ends_with(".rs"))
    }

    /// Files written in Rust below a folder, given with its slash.
    pub fn rust_in(&self, folder: &str) -> impl Iterator<Item = &SourceFile> {
        self.rust().filter(move |file| file.path.starts_with(folder))
    }

    /// The file at `path`.
    pub fn get(&self, path: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.path == path)
    }
}
