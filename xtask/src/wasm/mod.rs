//! A program of the app as browsers load it: compiled, cut into parts, bound, made smaller.

mod compile;
mod parts;
mod tags;

use std::fs;
use std::path::{Path, PathBuf};

use ::tests::paths;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

pub use compile::fetch;
pub use parts::{as_one_script, is_part, loaded_with, parts, script as parts_script};
pub use tags::write as write_tags;

use crate::digest;
use crate::running::{program, quietly};
use crate::setup;
use crate::sizes::{all_files, files};

/// What wasm-opt is told. The features are those that the compiler takes for granted; parts of a
/// program do not name them.
const SMALLER: &[&str] = &[
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--reorder-functions",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What a program consists of, in a folder of its own below `target`.
pub struct Built {
    /// Where its files lie.
    pub folder: PathBuf,
    /// Tells it from other builds.
    pub hash: String,
}

/// Compiles a binary of the app with some of its features. `name` is that of its script, without
/// the ending.
///
/// The folder holds `NAME.js`, `NAME_bg.wasm`, and a folder with the parts that are fetched later,
/// named after what is in all of them: parts of two builds never meet.
pub fn build(binary: &str, features: &str, name: &str) -> Result<Built> {
    let made = paths::root().join("target/xtask/wasm").join(binary);
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    let [cut, folder] = ["cut", "built"].map(|name| made.join(name));
    fs::create_dir_all(&folder)?;
    let linked = compile::compile(binary, features)?;
    parts::cut(&linked, &cut, name, &made)?;
    let mut bind = program("wasm-bindgen", &["--target", "web", "--no-typescript"]);
    // Parts share memory and table with what is there from the first.
    bind.arg("--keep-lld-exports");
    bind.args(["--out-name", name, "--out-dir"]).arg(&folder).arg(cut.join(parts::MAIN));
    quietly(&format!("bind the program {binary}"), &mut bind)?;
    let whole = folder.join(format!("{name}_bg.wasm"));
    let hash = hash(&whole, &cut)?;
    let later = folder.join(parts::folder(&hash));
    fs::create_dir_all(&later)?;
    for part in files(&cut, "wasm").iter().filter(|part| !part.ends_with(parts::MAIN)) {
        smaller(part, &later.join(part.file_name().unwrap_or_default()))?;
    }
    smaller(&whole, &whole)?;
    parts::join(&folder, &cut, name, &hash)?;
    Ok(Built { folder, hash })
}

/// Copies a program, with all that lies in its folder.
pub fn copy(built: &Built, to: &Path) -> Result<()> {
    for file in all_files(&built.folder) {
        let place = to.join(file.strip_prefix(&built.folder)?);
        fs::create_dir_all(place.parent().context("no folder")?)?;
        fs::copy(&file, &place)?;
    }
    Ok(())
}

fn smaller(from: &Path, to: &Path) -> Result<()> {
    if setup::has_wasm_opt() {
        let mut smaller = program("wasm-opt", SMALLER);
        quietly("make the program smaller", smaller.arg(from).arg("-o").arg(to))?;
    } else if from != to {
        fs::copy(from, to)?;
    }
    Ok(())
}

/// A name for what is in a program and all its parts.
fn hash(whole: &Path, cut: &Path) -> Result<String> {
    let mut hasher = Sha256::new();
    for file in std::iter::once(whole.to_owned()).chain(files(cut, "wasm")) {
        hasher.update(fs::read(file)?);
    }
    Ok(digest::name(&hasher.finalize()))
}
