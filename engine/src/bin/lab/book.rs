//! Finds scenarios in the folders of the book.
use engine::scenario::{RawScenario, Scenario, complain, read};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folder of the book, and the words that are left.
pub fn named(words: &[String]) -> Result<(PathBuf, Vec<String>), String> {
    let mut rest = words.to_vec();
    let Some(at) = rest.iter().position(|word| word == "--book") else {
        return Ok((default_book(), rest));
    };
    if at + 1 >= rest.len() {
        return Err("`--book` wants a folder".into());
    }
    let folder = PathBuf::from(rest.remove(at + 1));
    rest.remove(at);
    match folder.is_dir() {
        true => Ok((folder, rest)),
        false => {
            Err(format!("there is no folder `{}`; give the one of the book", folder.display()))
        }
    }
}

/// The book of the workspace that this program was built in, or of the present folder.
fn default_book() -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/book");
    if built.is_dir() { built } else { PathBuf::from("content/book") }
}

/// The files of all scenarios, by name.
pub fn files(book: &Path) -> Result<BTreeMap<String, PathBuf>, String> {
    let unread = |folder: &Path| format!("the folder `{}` cannot be read", folder.display());
    let mut files = BTreeMap::new();
    for chapter in book.read_dir().map_err(|_| unread(book))?.flatten() {
        let folder = chapter.path().join("scenarios");
        let Ok(entries) = folder.read_dir() else { continue };
        for file in entries.flatten().map(|entry| entry.path()) {
            if file.extension().is_some_and(|ending| ending == "toml")
                && let Some(id) = file.file_stem().and_then(|stem| stem.to_str())
            {
                files.insert(id.to_owned(), file.clone());
            }
        }
    }
    Ok(files)
}

/// One scenario, by name.
pub fn scenario(book: &Path, id: &str) -> Result<(RawScenario, Scenario), String> {
    let files = files(book)?;
    let Some(file) = files.get(id) else {
        let known: Vec<_> = files.keys().map(String::as_str).collect();
        return Err(format!("there is no scenario `{id}`; there are {}", known.join(", ")));
    };
    let source = std::fs::read_to_string(file);
    let source = source.map_err(|_| format!("the file `{}` cannot be read", file.display()))?;
    read(id, &source).map_err(|complaints| complain(&file.display().to_string(), &complaints))
}
