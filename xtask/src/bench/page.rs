//! What a reader's browser has to fetch, compressed as hosts send it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ::tests::paths;
use anyhow::Result;
use engine::scenario::cards;
use serde_json::Value;

use super::Line;
use crate::embed::FOLDER;
use crate::setup::{self, Purpose};
use crate::sizes::{Size, files, kilobytes};
use crate::{build, embed, wasm};

/// HTML, styles and scripts of a page of prose, in bytes of brotli.
const PAGE_MAX: usize = 60_000;
/// WebAssembly of the site with a lab and all mechanisms, without what readers open, in bytes of
/// brotli.
const WASM_MAX: usize = 350_000;
/// The script of embeds, in bytes of brotli.
const EMBED_MAX: usize = 5_000;
/// Everything that a lab on a page of others loads, fonts and what readers open apart, in bytes of
/// brotli.
const MODULE_MAX: usize = 300_000;
/// All fonts, in bytes; they are compressed already.
const FONTS_MAX: usize = 120_000;

/// Measures the built site, building it where there is none.
pub(super) fn measure() -> Result<Vec<Line>> {
    let dist = paths::dist();
    if !dist.join("index.html").is_file() {
        setup::run(Purpose::Serve)?;
        build::run("/", &dist)?;
    }
    let (page, bytes) = heaviest_page(&dist)?;
    let module = dist.join(FOLDER);
    let own = own_wasm(&dist, &module);
    let parts: Vec<_> = cards().into_iter().map(|card| wasm::mechanism(card.slug)).collect();
    let lab = wasm::loaded_with(build::PAGE, &own, &parts)?;
    let lab = total(&lab, |size| size.brotli)?;
    let scripts = [files(&module, "js"), vec![module.join("lab.css")]].concat();
    let scripts = scripts.into_iter().filter(|file| is_of_module(&module, file));
    let scripts = total(&scripts.collect::<Vec<_>>(), |size| size.brotli)?;
    let labs = labs(&dist, &module)?;
    let one = labs.iter().filter(|(played, _)| *played == 1).map(|(_, bytes)| scripts + bytes);
    let all = labs.iter().map(|(_, bytes)| scripts + bytes);
    let [one, all] = [one.max(), all.max()].map(Option::unwrap_or_default);
    let embed = total(&[dist.join("embed.js")], |size| size.brotli)?;
    let fonts = total(&files(&dist, "woff2"), |size| size.raw)?;
    let page = page.strip_prefix(&dist).unwrap_or(&page).display().to_string();
    Ok(vec![
        line(&format!("heaviest page before wasm ({page}), brotli"), bytes, PAGE_MAX),
        line("wasm of the site with a lab and all mechanisms, brotli", lab, WASM_MAX),
        line("lab on another page, one mechanism, all but fonts, brotli", one, MODULE_MAX),
        line("the heaviest lab on another page, all but fonts, brotli", all, MODULE_MAX),
        line("fonts", fonts, FONTS_MAX),
        line("embed.js, brotli", embed, EMBED_MAX),
    ])
}

/// Is a file loaded by whoever runs a lab in a page? The others are those of frames and files.
fn is_of_module(module: &Path, file: &Path) -> bool {
    let name = file.strip_prefix(module).unwrap_or(file).to_string_lossy().into_owned();
    name.starts_with("lab.") || wasm::is_part(&name)
}

/// All WebAssembly of the page's own program.
fn own_wasm(dist: &Path, module: &Path) -> Vec<PathBuf> {
    files(dist, "wasm").into_iter().filter(|file| !file.starts_with(module)).collect()
}

/// Of every scenario how many mechanisms it plays, and what it and the module with these weigh.
fn labs(dist: &Path, module: &Path) -> Result<Vec<(usize, usize)>> {
    let all = files(module, "wasm");
    let mut labs = Vec::new();
    for file in files(&dist.join("scenario"), "json") {
        let scenario: Value = serde_json::from_slice(&fs::read(&file)?)?;
        let played = scenario["service"].as_array().into_iter().flatten();
        let parts: BTreeSet<_> = played
            .filter_map(|service| Some(wasm::mechanism(service["mechanism"].as_str()?)))
            .collect();
        let parts: Vec<_> = parts.into_iter().collect();
        let mut loads = wasm::loaded_with(embed::BINARY, &all, &parts)?;
        loads.push(file);
        labs.push((parts.len(), total(&loads, |size| size.brotli)?));
    }
    Ok(labs)
}

fn line(what: &str, bytes: usize, max: usize) -> Line {
    let budget = format!("≤ {} KB", max / 1000);
    Line { what: what.into(), budget, value: kilobytes(bytes), pass: bytes <= max }
}

fn total(files: &[PathBuf], size: fn(Size) -> usize) -> Result<usize> {
    files.iter().try_fold(0, |sum, file| Ok(sum + size(Size::of(&fs::read(file)?)?)))
}

/// The page that, with the styles and scripts it names, is the largest.
fn heaviest_page(dist: &Path) -> Result<(PathBuf, usize)> {
    let mut named = BTreeMap::new();
    for file in [files(dist, "css"), files(dist, "js")].concat() {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        named.insert(name, Size::of(&fs::read(file)?)?.brotli);
    }
    let mut heaviest = (dist.join("index.html"), 0);
    // The page for paper is the whole book; only who asks for it loads it.
    for page in files(dist, "html").into_iter().filter(|page| !page.ends_with("print/index.html")) {
        let text = fs::read_to_string(&page)?;
        let with: usize = loaded(&text).iter().filter_map(|name| named.get(*name)).sum();
        // Compressing takes long: pages that cannot win are passed over.
        if text.len() + with > heaviest.1 {
            let bytes = Size::of(text.as_bytes())?.brotli + with;
            if bytes > heaviest.1 {
                heaviest = (page, bytes);
            }
        }
    }
    Ok(heaviest)
}

/// The files of styles and scripts that a page loads. What it names otherwise is a word of its
/// text, or styles that the program adds when a lab begins.
fn loaded(text: &str) -> BTreeSet<&str> {
    let tags = ["<link ", "<script "].into_iter().flat_map(|tag| text.split(tag).skip(1));
    tags.filter_map(|rest| address(rest.split_once('>')?.0)?.rsplit('/').next()).collect()
}

/// What a tag names.
fn address(tag: &str) -> Option<&str> {
    let (_, rest) = tag.split_once("href=\"").or_else(|| tag.split_once("src=\""))?;
    Some(rest.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::loaded;

    #[test]
    fn what_a_page_only_names_is_not_loaded() {
        let page = "<link rel=\"stylesheet\" href=\"/deep/a.css\" />\
            <meta name=\"lab-styles\" content=\"/b.css\" /><script src=\"/c.js\"></script>\
            <p>Write <code>&lt;script src=\"d.js\"&gt;</code>, and e.js.</p>";
        assert_eq!(loaded(page).into_iter().collect::<Vec<_>>(), ["a.css", "c.js"]);
        assert!(loaded("<p>").is_empty());
    }
}
