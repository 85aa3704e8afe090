//! What becomes the file of one lab: a page that holds the module, its styles and its fonts.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use ::tests::paths;
use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::style;
use crate::scripts::{self, Kind};
use crate::wasm::{self, Built};

/// Where the page lies in the folder of the module. Its slots for one lab are still open.
pub const NAME: &str = "file.txt";
/// The slots of one lab.
pub const OPEN: [&str; 5] = ["title", "picture", "text", "poster", "given"];

/// Writes the page into the folder of the module.
pub(super) fn write(folder: &Path, module: &Built) -> Result<()> {
    let read = |name: &str| {
        let path = paths::root().join("static").join(name);
        fs::read_to_string(&path).with_context(|| format!("no file {name}"))
    };
    let script = wasm::as_one(module, super::NAME)? + read("js/file.js")?.as_str();
    let script = scripts::smaller_text("file.js", &script, Kind::Module)?;
    let style = style::joined()? + style::plain(&read("css/file.css")?).as_str();
    let style = inlined(&style)?;
    for (text, end) in [(&script, "</script"), (&script, "<!--"), (&style, "</style")] {
        ensure!(!text.contains(end), "what stands in the page contains {end}");
    }
    for name in OPEN {
        let slot = format!("{{{{{name}}}}}");
        ensure!(!script.contains(&slot) && !style.contains(&slot), "{slot} is in the module");
    }
    let mut parts = BTreeMap::new();
    for part in wasm::parts(module) {
        let name = part.file_name().unwrap_or_default().to_string_lossy().into_owned();
        parts.insert(name, packed(&part)?);
    }
    let parts = BTreeMap::from([
        ("script-hash", hash(&script)),
        ("style-hash", hash(&style)),
        ("script", script),
        ("style", style),
        ("program", packed(&folder.join("lab_bg.wasm"))?),
        ("parts", serde_json::to_string(&parts)?),
        ("version", format!("release {}", env!("CARGO_PKG_VERSION"))),
    ]);
    fs::write(folder.join(NAME), filled(&read("embed/file.html")?, &parts))?;
    Ok(())
}

/// A file as it stands in the page.
fn packed(file: &Path) -> Result<String> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&fs::read(file)?)?;
    Ok(STANDARD.encode(packed.finish()?))
}

/// A text in which slots have what belongs into them; others stay.
pub fn filled(text: &str, parts: &BTreeMap<&str, String>) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, from)) = rest.split_once("{{") {
        out.push_str(before);
        let slot = from.split_once("}}").and_then(|(name, after)| Some((parts.get(name)?, after)));
        match slot {
            Some((part, after)) => {
                out.push_str(part);
                rest = after;
            }
            None => {
                out.push_str("{{");
                rest = from;
            }
        }
    }
    out + rest
}

/// A text or bytes as they stand in the page.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// What a content security policy calls a text.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

/// A sheet with its fonts in it.
fn inlined(sheet: &str) -> Result<String> {
    let mut parts = sheet.split("url(../fonts/");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(')').context("an address without an end")?;
        let font = fs::read(paths::root().join("static/fonts").join(name))?;
        out.push_str(&format!("url(data:font/woff2;base64,{}){rest}", STANDARD.encode(font)));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_once() {
        let parts = BTreeMap::from([("a", "{{b}}".to_owned()), ("b", "2".to_owned())]);
        assert_eq!(filled("{{a}}{{b}}{{c}}{{", &parts), "{{b}}2{{c}}{{");
    }

    #[test]
    fn the_page_has_all_slots() -> Result<()> {
        let page = fs::read_to_string(paths::root().join("static/embed/file.html"))?;
        let fixed = ["script-hash", "style-hash", "script", "style", "program", "parts", "version"];
        for name in OPEN.into_iter().chain(fixed) {
            assert!(page.contains(&format!("{{{{{name}}}}}")), "{name}");
        }
        Ok(())
    }
}
