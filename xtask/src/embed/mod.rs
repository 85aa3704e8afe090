//! The module for pages of others, with styles, types, a package, and a page that holds it all.

pub mod file;
mod package;
mod style;

use std::fs;
use std::path::Path;

use ::tests::paths;
use anyhow::{Context, Result};

use crate::wasm::{self, Program};

pub use package::write as write_package;

/// Where the files of the module lie in a site.
pub const FOLDER: &str = "embed";
/// The binary of the app that becomes the module.
pub const BINARY: &str = "embed";
/// Of its script.
const NAME: &str = "lab";
/// Who pastes a lab into a page pays for every kilobyte; the engine is fast enough for one lab when
/// it is small.
const SMALL_ENGINE: &str = "profile.web.package.engine.opt-level='z'";

/// Builds the module into a site.
pub fn build(dist: &Path) -> Result<()> {
    let settings = &[SMALL_ENGINE];
    let built = wasm::build(&Program { binary: BINARY, features: "", name: NAME, settings })?;
    let folder = dist.join(FOLDER);
    wasm::copy(&built, &folder)?;
    fs::copy(paths::root().join("static/embed/lab.d.ts"), folder.join("lab.d.ts"))?;
    fs::write(folder.join("lab.css"), style::joined()?)?;
    file::write(&folder, &built).context("the page that holds a lab could not be made")
}
