//! A release: one name for all files of a site, on every page and in the service worker.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ::tests::paths;
use anyhow::{Result, ensure};
use sha2::{Digest, Sha256};

use crate::digest::{self, hex};
use crate::scripts::{self, Kind};
use crate::sizes::{self, kilobytes};

/// The service worker at the top of a site, and the template that it is made from.
const WORKER: &str = "sw.js";
const TEMPLATE: &str = "static/js/sw.js";
/// How a page names its release.
const MARK: &str = "data-release=\"";

/// Names the release on every page of `dist`, and writes the service worker that keeps it.
///
/// A site that has a name already gets a new one where a file has changed, and the same otherwise.
pub(super) fn write(dist: &Path, base: &str) -> Result<()> {
    let template = fs::read_to_string(paths::root().join(TEMPLATE))?;
    let mut files = read(dist)?;
    files.values_mut().for_each(|bytes| name_page(bytes, ""));
    let name = name(&files, &template);
    for (path, bytes) in &mut files {
        if path.ends_with(".html") {
            name_page(bytes, &name);
            fs::write(dist.join(path), bytes)?;
        }
    }
    let file = dist.join(WORKER);
    fs::write(&file, worker(&template, &name, base, &files)?)?;
    scripts::smaller(&file, Kind::Plain)?;
    let bytes: usize = files.values().map(Vec::len).sum();
    println!("release {name}: {} files, {}", files.len(), kilobytes(bytes));
    Ok(())
}

/// All files that a release consists of, by their path with slashes.
fn read(dist: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for file in sizes::all_files(dist) {
        let inner = file.strip_prefix(dist)?;
        let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
        files.insert(parts.join("/"), fs::read(&file)?);
    }
    files.remove(WORKER);
    Ok(files)
}

/// Puts a name where a page has room for it; other files have no such room.
fn name_page(bytes: &mut Vec<u8>, name: &str) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // The root element stands at the beginning: what a page says of others is left alone.
    let root = text.find("<html").and_then(|from| Some((from, from + text[from..].find('>')?)));
    let Some((from, to)) = root else { return };
    let Some(at) = text[from..to].find(MARK).map(|at| from + at + MARK.len()) else { return };
    let Some(end) = text[at..].find('"').map(|end| at + end) else { return };
    *bytes = [&text[..at], name, &text[end..]].concat().into_bytes();
}

/// The same files have the same name, on any machine.
fn name(files: &BTreeMap<String, Vec<u8>>, template: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(template);
    for (path, bytes) in files {
        // Lengths between the parts: no two sets of files give the same sequence of bytes.
        for part in [path.as_bytes(), bytes.as_slice()] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    digest::name(&hasher.finalize())
}

/// The service worker: the template with the name, the base, and each address with its digest.
fn worker(
    template: &str,
    name: &str,
    base: &str,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<String> {
    let kept = files.iter().filter(|(path, _)| !is_for_others(path));
    let digests: BTreeMap<&str, String> =
        kept.map(|(path, bytes)| (address(path), hex(&Sha256::digest(bytes)))).collect();
    let filled = [
        ("\"%release%\"", serde_json::to_string(name)?),
        ("\"%base%\"", serde_json::to_string(base)?),
        ("\"%files%\"", serde_json::to_string_pretty(&digests)?),
    ];
    filled.iter().try_fold(template.to_owned(), |text, (room, value)| {
        ensure!(text.matches(room).count() == 1, "{TEMPLATE} needs {room} once");
        Ok(text.replace(room, value))
    })
}

/// Whether a file is for pages of other sites: no reader of the book needs it offline.
fn is_for_others(path: &str) -> bool {
    path == "embed.js" || path.starts_with("embed/") && !path.starts_with("embed/guide/")
}

/// The address below the base that a browser asks for: a folder stands for its page.
fn address(path: &str) -> &str {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html>\n<html lang=\"en\" data-release=\"\">\n\
                        <p data-release=\"\">";

    fn files(list: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        list.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect()
    }

    #[test]
    fn pages_are_named_and_named_anew() {
        let mut page = PAGE.as_bytes().to_vec();
        name_page(&mut page, "first");
        name_page(&mut page, "second");
        let text = String::from_utf8(page).expect("text");
        assert_eq!(text, PAGE.replacen("data-release=\"\"", "data-release=\"second\"", 1));
        let mut other = b"\xffdata-release=\"\"".to_vec();
        name_page(&mut other, "first");
        assert_eq!(other, b"\xffdata-release=\"\"");
    }

    #[test]
    fn a_name_tells_whether_anything_changed() {
        let of = |list: &[(&str, &str)]| name(&files(list), "template");
        let first = of(&[("a", "b"), ("c", "d")]);
        assert_eq!(first, of(&[("c", "d"), ("a", "b")]));
        assert_ne!(first, of(&[("a", "bc"), ("d", "")]));
        assert_ne!(first, of(&[("a", "b"), ("c", "e")]));
        assert_ne!(first, name(&files(&[("a", "b"), ("c", "d")]), "another template"));
    }

    #[test]
    fn addresses_are_what_browsers_ask_for() {
        assert_eq!(["index.html", "a/index.html", "404.html"].map(address), ["", "a/", "404.html"]);
        assert_eq!(address("my-index.html"), "my-index.html");
    }

    #[test]
    fn what_is_for_others_is_not_kept() {
        let others = ["embed.js", "embed/index.html", "embed/lab.js", "embed/posters/a-1.svg"];
        assert!(others.iter().all(|path| is_for_others(path)));
        assert!(!is_for_others("embed/guide/index.html") && !is_for_others("index.html"));
    }

    #[test]
    fn the_worker_names_release_base_and_files() -> Result<()> {
        let template = fs::read_to_string(paths::root().join(TEMPLATE))?;
        let text = worker(&template, "abc", "/some/path/", &files(&[("a/index.html", "x")]))?;
        for part in ["\"abc\"", "\"/some/path/\"", "\"a/\": \"2d711642b726b04401627ca9fbac32f5"] {
            assert!(text.contains(part), "{part}");
        }
        assert!(!text.contains('%'));
        Ok(())
    }
}
