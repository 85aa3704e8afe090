//! A folder that npm can publish: the module with everything that it loads.

use std::fs;
use std::path::Path;

use ::tests::paths;
use anyhow::Result;
use serde_json::json;

use super::FOLDER;
use crate::sizes::all_files;
use crate::wasm;

/// Where it is made.
const PLACE: &str = "target/npm";
/// What of a site goes along, each beside the others as in the site, and what the module fetches.
const PARTS: &[(&str, &[&str])] = &[
    (FOLDER, &["lab.js", "lab_bg.wasm", "lab.d.ts", "lab.css"]),
    ("scenario", &[]),
    ("fonts", &[]),
];

/// Copies the files of a built site, and says what they are.
pub fn write(dist: &Path) -> Result<()> {
    let root = paths::root();
    let folder = root.join(PLACE);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (part, names) in PARTS {
        for file in all_files(&dist.join(part)) {
            let inner = file.strip_prefix(dist.join(part))?.to_string_lossy().into_owned();
            let fetched = wasm::is_part(&inner);
            if names.is_empty() || names.contains(&inner.as_str()) || fetched {
                let copy = folder.join(part).join(&inner);
                fs::create_dir_all(copy.parent().unwrap_or(&folder))?;
                fs::copy(&file, &copy)?;
            }
        }
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-TEXT.md"] {
        fs::copy(root.join(name), folder.join(name))?;
    }
    fs::copy(root.join("static/embed/README.md"), folder.join("README.md"))?;
    fs::write(folder.join("package.json"), manifest())?;
    println!("a package for npm is in {PLACE}");
    Ok(())
}

fn manifest() -> String {
    let manifest = json!({
        "name": "distributed-systems-lab",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Labs of the book Distributed Systems: From Theory to Practice.",
        "type": "module",
        "exports": {
            ".": { "types": "./embed/lab.d.ts", "default": "./embed/lab.js" },
            "./lab.css": "./embed/lab.css",
            "./lab_bg.wasm": "./embed/lab_bg.wasm",
        },
        "types": "./embed/lab.d.ts",
        "files": ["embed", "scenario", "fonts", "LICENSE-*"],
        "sideEffects": ["*.css"],
        "license": "(MIT OR Apache-2.0) AND CC-BY-4.0",
    });
    format!("{manifest:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_names_what_is_copied() {
        let manifest: serde_json::Value = serde_json::from_str(&manifest()).expect("JSON");
        let names = PARTS[0].1.iter().map(|name| format!("./{FOLDER}/{name}"));
        let exports = manifest["exports"].to_string();
        assert!(names.into_iter().all(|name| exports.contains(&name)), "{exports}");
        assert_eq!(manifest["type"], "module");
    }
}
