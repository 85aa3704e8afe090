//! Copies of the book without mistakes, with mistakes planted.
use super::plants::Plant;
use crate::book::Book;
use std::fs;
use std::path::{Path, PathBuf};

/// A copy on the disk; it goes when it is dropped.
pub(super) struct Copy(PathBuf);

/// What a reading told, with the file below the folder of the copy's content.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub file: String,
    pub line: usize,
    pub what: String,
    pub hint: String,
}

impl Copy {
    /// A copy with these mistakes.
    pub fn new(name: &str, plants: &[&Plant]) -> Copy {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = std::env::temp_dir().join(format!("book-{}-{name}", std::process::id()));
        copy(&root.join("src/check/testdata/good"), &folder);
        for real in ["catalog/invariants.toml", "catalog/guarantees.toml"] {
            let copied = fs::copy(root.join(real), folder.join("content").join(real));
            copied.expect("a real file of the catalogue");
        }
        let copy = Copy(folder);
        plants.iter().for_each(|plant| copy.plant(plant));
        copy
    }

    fn plant(&self, plant: &Plant) {
        let file = self.0.join("content").join(plant.file);
        let text = fs::read_to_string(&file).expect("a file to plant in");
        assert_eq!(text.matches(plant.from).count(), 1, "one place for {plant:?}");
        fs::write(&file, text.replacen(plant.from, plant.into, 1)).expect("a planted file");
    }

    /// The folder of its book.
    pub fn book(&self) -> PathBuf {
        self.0.join("content/book")
    }

    /// Reads it.
    pub fn read(&self) -> Result<Book, Vec<Told>> {
        let content = self.0.join("content");
        Book::read(&self.book()).map_err(|trouble| {
            let told = trouble.0.into_iter().map(|one| Told {
                file: one.file.strip_prefix(&content).unwrap_or(&one.file).display().to_string(),
                line: one.line.unwrap_or_default(),
                what: one.what,
                hint: one.hint,
            });
            told.collect()
        })
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // A folder that stays behind is no reason to fail.
        fs::remove_dir_all(&self.0).unwrap_or_default();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to copy").flatten() {
        let (path, place) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true => copy(&path, &place),
            false => {
                fs::copy(&path, &place).expect("a copied file");
            }
        }
    }
}
