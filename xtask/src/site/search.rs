//! The index of the search, made by Pagefind from what the pages say.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ::tests::paths;
use anyhow::{Context, Result};

use crate::running::{program, quietly};
use crate::setup;
use crate::sizes::{all_files, files, kilobytes};
use crate::stopwatch::spoken;

/// The folder of a site that holds the index and the engine that reads it.
const FOLDER: &str = "pagefind";
/// Pages that repeat what others say, or say nothing.
const NOT_SEARCHED: &[&str] =
    &["404.html", "index.html", "embed/index.html", "play/", "print/", "search/"];
/// Parts of pages that are no text of theirs: ways to elsewhere, marks beside headings, listings,
/// what waits for a program.
const NOT_TEXT: &str = "nav, .anchor[aria-label], .skip, .vh, [data-slot], [data-lab], [data-compass], \
                        [data-flow], button, svg, pre";
/// What Pagefind adds for pages that have no search of their own.
const NOT_USED: &[&str] = &["-ui.", "-highlight.", "-worker.", "wasm.unknown."];

/// Writes the index of all pages in `dist`; where Pagefind is missing, the site has no search.
pub(super) fn write(dist: &Path) -> Result<()> {
    let bundle = dist.join(FOLDER);
    if bundle.exists() {
        fs::remove_dir_all(&bundle)?;
    }
    if !setup::has_pagefind() {
        println!("without pagefind the site has no search");
        return Ok(());
    }
    let texts = texts_of(dist)?;
    let took = quietly("index the pages", &mut pagefind(&texts, &bundle))?;
    let written = all_files(&bundle);
    let (unused, used): (Vec<PathBuf>, Vec<PathBuf>) =
        written.into_iter().partition(|file| is_unused(file));
    unused.iter().try_for_each(fs::remove_file)?;
    let bytes = used.iter().try_fold(0, |sum, file| Ok::<_, std::io::Error>(sum + size(file)?))?;
    println!("search: {} files, {}, in {}", used.len(), kilobytes(bytes), spoken(took));
    Ok(())
}

fn pagefind(texts: &Path, bundle: &Path) -> Command {
    let mut command = program("pagefind", &["--quiet", "--force-language", "en"]);
    command.args(["--root-selector", "main", "--exclude-selectors", NOT_TEXT]);
    command.arg("--site").arg(texts).arg("--output-path").arg(bundle);
    command
}

fn is_unused(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    NOT_USED.iter().any(|part| name.contains(part))
}

fn size(file: &Path) -> std::io::Result<usize> {
    fs::metadata(file).map(|file| usize::try_from(file.len()).unwrap_or(usize::MAX))
}

/// Copies the pages that are searched into a folder of their own, each as the index sees it.
fn texts_of(dist: &Path) -> Result<PathBuf> {
    let folder = paths::root().join("target/xtask/search");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for page in files(dist, "html") {
        let path = page.strip_prefix(dist)?;
        if NOT_SEARCHED.iter().any(|other| path == Path::new(other) || path.starts_with(other)) {
            continue;
        }
        let place = folder.join(path);
        place.parent().map_or(Ok(()), fs::create_dir_all)?;
        let text = fs::read_to_string(&page)
            .with_context(|| format!("{} is not a page", page.display()))?;
        fs::write(place, with_headings(&text))?;
    }
    Ok(folder)
}

/// Results lead to headings. What a list defines under an anchor of its own is as good as one.
fn with_headings(page: &str) -> String {
    // What lies in cells and lists of definitions is no single word.
    let ends = ["</dt>", "</dd>", "</td>", "</th>"];
    let page = ends.iter().fold(page.to_owned(), |page, end| page.replace(end, &format!(" {end}")));
    let mut text = String::new();
    let mut rest = page.as_str();
    while let Some((before, from)) = rest.split_once("<dt id=") {
        let Some((term, after)) = from.split_once("</dt>") else { break };
        text.push_str(&format!("{before}<h4 id={term}</h4>"));
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defined_terms_become_headings() {
        let page = "<dl><dt id=\"a\">A</dt><dd>a.</dd><dt>B</dt><dt id=\"c\"><b>C</b></dt></dl>";
        let wanted =
            "<dl><h4 id=\"a\">A </h4><dd>a. </dd><dt>B </dt><h4 id=\"c\"><b>C</b> </h4></dl>";
        assert_eq!(with_headings(page), wanted);
        assert_eq!(with_headings("<dt id=\"a\">never ends"), "<dt id=\"a\">never ends");
    }
}
