//! The module for pages of others, with styles, types, a package, and a page that holds it all.

pub mod file;
mod package;
mod style;

use std::fs;
use std::path::{Path, PathBuf};

use ::tests::paths;
use anyhow::{Context, Result};

use crate::running::{cargo, program, quietly};
use crate::setup;

pub use package::write as write_package;

/// Where the files of the module lie in a site.
pub const FOLDER: &str = "embed";
/// The binary of the app that becomes the module.
const BINARY: &str = "embed";
/// As Trunk is told for the page.
const SMALLER: &[&str] = &["-Oz", "--flatten", "--rereloop", "-Oz", "--reorder-functions"];

/// Builds the module into a site. `flags` are those of the page, so that crates are built once.
pub fn build(dist: &Path, flags: Option<&str>) -> Result<()> {
    let made = paths::root().join("target/xtask/embed");
    fs::create_dir_all(&made)?;
    let mut compile = cargo(&["build", "--offline", "--profile", "web", "-p", "app"]);
    compile.args(["--bin", BINARY, "--target", "wasm32-unknown-unknown"]);
    if let Some(flags) = flags {
        compile.env("RUSTFLAGS", flags);
    }
    quietly("build the module for other pages", &mut compile)
        .context("the module for other pages could not be built")?;
    let mut bind = program("wasm-bindgen", &["--target", "web", "--no-typescript"]);
    bind.args(["--out-name", "lab", "--out-dir"]).arg(&made).arg(built());
    quietly("bind the module for other pages", &mut bind)?;
    let folder = dist.join(FOLDER);
    fs::create_dir_all(&folder)?;
    fs::copy(made.join("lab.js"), folder.join("lab.js"))?;
    let [bound, wasm] = [&made, &folder].map(|folder| folder.join("lab_bg.wasm"));
    if setup::has_wasm_opt() {
        let mut smaller = program("wasm-opt", SMALLER);
        smaller.arg(bound).arg("-o").arg(wasm);
        quietly("make the module smaller", &mut smaller)?;
    } else {
        fs::copy(bound, wasm)?;
    }
    fs::copy(paths::root().join("static/embed/lab.d.ts"), folder.join("lab.d.ts"))?;
    fs::write(folder.join("lab.css"), style::joined()?)?;
    file::write(&folder).context("the page that holds a lab could not be made")
}

/// What the compiler leaves.
fn built() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| paths::root().join("target"));
    target.join("wasm32-unknown-unknown/web").join(BINARY).with_extension("wasm")
}
