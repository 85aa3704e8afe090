//! Pages, written around the shell that the page's build leaves.
mod home;
mod play;
mod shell;
mod unknown;

use crate::Book;
use shell::Shell;
use std::fs;
use std::io;
use std::path::Path;

/// Writes every page into a folder that holds the shell as `index.html`, for a site whose home is
/// at `base`.
pub fn write(book: &Book, folder: &Path, base: &str) -> io::Result<()> {
    let shell = Shell::new(&fs::read_to_string(folder.join("index.html"))?, base);
    fs::create_dir_all(folder.join("scenario"))?;
    for (raw, scenario) in &book.scenarios {
        let json = serde_json::to_string(raw).map_err(io::Error::other)?;
        fs::write(folder.join("scenario").join(format!("{}.json", raw.id)), json)?;
        let page = folder.join("play").join(&raw.id);
        fs::create_dir_all(&page)?;
        fs::write(page.join("index.html"), play::page(&shell, scenario))?;
    }
    fs::write(folder.join("index.html"), home::page(&shell, book))?;
    fs::write(folder.join("404.html"), unknown::page(&shell, book))
}
