//! Pages, written around the shell that the page's build leaves. docs/pages.md is the contract.
mod blueprint;
mod chapter;
mod contents;
mod embed;
mod embed_tables;
mod evidence;
mod evidence_words;
mod frame;
mod glossary;
mod guide;
mod head;
mod home;
mod icons;
mod incidents;
mod invariants;
mod lab;
mod labs;
mod models;
mod passes;
mod plain;
mod play;
mod prepare;
mod print;
mod references;
mod search;
mod side;
mod site;
mod styles;
#[cfg(test)]
mod tests;
mod unbroken;
mod unknown;
mod works;
pub use frame::escape;
pub use site::Site;

use crate::embed as outward;
use crate::{Book, Stills};
use frame::{Page, Shell};
use std::fs;
use std::io;
use std::path::Path;
use unbroken::unbroken_scenario;

/// Writes every page into a folder that holds the shell as `index.html`, with what those need who
/// run labs and those who index the site.
pub fn write(book: &Book, folder: &Path, site: &Site, stills: &Stills) -> io::Result<()> {
    let text = fs::read_to_string(folder.join("index.html"))?;
    let shell = Shell::new(&text, site, stills);
    let pages = all(book);
    for page in &pages {
        put(folder, &page.path, &shell.document(page))?;
    }
    for (raw, _) in &book.scenarios {
        let json = serde_json::to_string(&unbroken_scenario(raw)).map_err(io::Error::other)?;
        put(folder, &format!("scenario/{}.json", raw.id), &json)?;
    }
    if let Some(map) = site.map(&pages) {
        put(folder, "sitemap.xml", &map)?;
    }
    outward::write(folder, stills)?;
    put(folder, "robots.txt", &site.robots())
}

/// Every page of the site.
fn all(book: &Book) -> Vec<Page> {
    let mut pages = vec![home::page(book)];
    pages.extend(book.chapters.iter().map(|known| chapter::page(book, known)));
    pages.extend([
        glossary::page(book),
        evidence::page(book),
        invariants::page(book),
        models::page(book),
        incidents::page(book),
        works::page(book),
        labs::page(book),
        prepare::page(book),
        embed::page(book),
        search::page(book),
        print::page(book),
        unknown::page(book),
    ]);
    for (_, scenario) in &book.scenarios {
        pages.extend([lab::page(book, scenario), play::page(scenario)]);
    }
    pages
}

/// Puts a file where a path leads; a path that names none means the index of its folder.
fn put(folder: &Path, path: &str, text: &str) -> io::Result<()> {
    let mut place = folder.join(path);
    if path.is_empty() || path.ends_with('/') {
        place = place.join("index.html");
    }
    if let Some(above) = place.parent() {
        fs::create_dir_all(above)?;
    }
    fs::write(place, text)
}
