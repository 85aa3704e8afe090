//! What stands in the book's folders, read and checked.
use engine::scenario::{Complaint, RawScenario, Scenario, read};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// Everything that is read.
pub struct Book {
    /// All scenarios, by name.
    pub scenarios: Vec<(RawScenario, Scenario)>,
    /// The text of the prologue.
    pub prologue: String,
}

/// What is wrong with a file: all at once.
#[derive(Debug)]
pub struct Trouble(Vec<(PathBuf, Complaint)>);

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (file, complaint) in &self.0 {
            writeln!(f, "{}: {complaint}", file.display())?;
        }
        Ok(())
    }
}

impl std::error::Error for Trouble {}

impl Book {
    /// Reads the book in a folder.
    pub fn read(folder: &Path) -> Result<Book, Trouble> {
        let mut trouble = Vec::new();
        let mut scenarios = Vec::new();
        for file in scenario_files(folder) {
            let id = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            match read(id, &fs::read_to_string(&file).unwrap_or_default()) {
                Ok(both) => scenarios.push(both),
                Err(complaints) => {
                    trouble.extend(complaints.into_iter().map(|one| (file.clone(), one)));
                }
            }
        }
        let file = folder.join("00-prologue/prologue.md");
        let prologue = fs::read_to_string(&file).unwrap_or_else(|_| {
            let complaint = Complaint::new("", "the file is missing", "write the prologue");
            trouble.push((file, complaint));
            String::new()
        });
        if trouble.is_empty() { Ok(Book { scenarios, prologue }) } else { Err(Trouble(trouble)) }
    }
}

/// The files of all scenarios, in the order of their names.
fn scenario_files(folder: &Path) -> Vec<PathBuf> {
    let inside = |folder: PathBuf| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let chapters = inside(folder.to_owned()).into_iter();
    let mut files: Vec<_> = chapters
        .flat_map(|chapter| inside(chapter.join("scenarios")))
        .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort_by_key(|file| file.file_name().map(ToOwned::to_owned));
    files
}
