//! Pictures of the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::Browser;

impl Browser {
    /// Saves what the viewport shows as a PNG; hangs in WebKit, see `Kind::takes_pictures`.
    pub fn picture(&self, file: &Path) -> Result<()> {
        let png = self.complete(self.session()?.screenshot_as_png())?;
        save(file, &png)
    }

    /// Saves the whole page as a PNG, however long it is. Chromium only.
    pub fn whole_picture(&self, file: &Path) -> Result<()> {
        let wish = json!({ "format": "png", "captureBeyondViewport": true });
        let answer = self.devtools("Page.captureScreenshot", wish)?;
        let data = answer["data"].as_str().context("the browser sent no picture")?;
        save(file, &STANDARD.decode(data)?)
    }

    /// Saves the page's document as it is now, for browsers that take no pictures.
    pub fn save_source(&self, file: &Path) -> Result<()> {
        let source = self.complete(self.session()?.source())?;
        save(file, source.as_bytes())
    }
}

fn save(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes).with_context(|| format!("{} was not written", file.display()))
}
