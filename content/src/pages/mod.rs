//! Pages, written around the shell that the page's build leaves.
mod blueprint;
mod chapter;
mod contents;
mod glossary;
mod home;
mod play;
mod shell;
mod site;
mod unknown;
mod works;
pub(crate) use shell::escape;
pub use site::Site;

use crate::text::Shelf;
use crate::{Book, Stills};
use shell::Shell;
use std::fs;
use std::io;
use std::path::Path;

/// Writes every page into a folder that holds the shell as `index.html`.
pub fn write(book: &Book, folder: &Path, site: &Site, stills: &Stills) -> io::Result<()> {
    let text = fs::read_to_string(folder.join("index.html"))?;
    let shell = Shell::new(&text, site, stills);
    let shelf = Shelf::new(book);
    fs::create_dir_all(folder.join("scenario"))?;
    for (raw, scenario) in &book.scenarios {
        let json = serde_json::to_string(raw).map_err(io::Error::other)?;
        fs::write(folder.join("scenario").join(format!("{}.json", raw.id)), json)?;
        page(folder, &format!("play/{}/", raw.id), &play::page(&shell, scenario))?;
    }
    for chapter in &book.chapters {
        page(folder, &chapter.path(), &chapter::page(&shell, book, chapter, &shelf))?;
    }
    page(folder, "glossary/", &glossary::page(&shell, book))?;
    page(folder, "works/", &works::page(&shell, book))?;
    fs::write(folder.join("index.html"), home::page(&shell, book, &shelf))?;
    fs::write(folder.join("404.html"), unknown::page(&shell, book))
}

fn page(folder: &Path, path: &str, html: &str) -> io::Result<()> {
    let place = folder.join(path);
    fs::create_dir_all(&place)?;
    fs::write(place.join("index.html"), html)
}
