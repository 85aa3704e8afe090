//! The site around what Trunk has built: its pages, its search, and the release that they make.

mod pages;
mod release;
mod search;

use std::path::Path;

use anyhow::{Result, bail};
use content::Site;

pub use pages::write as write_pages;

use crate::arguments::Arguments;
use crate::scripts;

/// Runs `cargo xtask release`.
pub fn command(words: &[String]) -> Result<()> {
    let arguments = Arguments::read(words, &[], &["--base"])?;
    let [folder] = arguments.words.as_slice() else {
        bail!("which folder? `cargo xtask release dist`");
    };
    let base = crate::build::base(arguments.value("--base").unwrap_or("/"))?;
    release::write(Path::new(folder), &base)
}

/// Makes a site of what Trunk has left in `dist`.
pub fn finish(dist: &Path, site: &Site) -> Result<()> {
    pages::write(dist, site)?;
    scripts::smaller_in(dist)?;
    search::write(dist)?;
    release::write(dist, &site.base)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use ::tests::paths;
    use serde_json::Value;

    #[test]
    fn the_manifest_names_pictures_that_are_there() {
        let folder = paths::root().join("static/manifest");
        let text = fs::read(folder.join("manifest.webmanifest")).expect("the manifest");
        let manifest: Value = serde_json::from_slice(&text).expect("JSON");
        for icon in manifest["icons"].as_array().expect("icons") {
            let [name, sizes] = ["src", "sizes"].map(|key| icon[key].as_str().expect("text"));
            let bytes = fs::read(folder.join(name)).expect(name);
            if name.ends_with(".png") {
                // Width and height stand in its first chunk, behind sixteen bytes.
                let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("4"));
                assert_eq!(format!("{}x{}", side(16), side(20)), sizes, "{name}");
            }
        }
    }
}
