//! A program of the app as browsers load it: compiled, cut into parts, bound, made smaller.

mod compile;
mod names;
mod origin;
mod parts;
mod roots;
mod sections;
mod tags;

use std::fs;
use std::path::{Path, PathBuf};

use ::tests::paths;
use anyhow::{Context, Result};
use engine::scenario::cards;
use sha2::{Digest, Sha256};

pub use compile::fetch;
pub use parts::{as_one, is_part, loaded_with, parts};
pub use tags::write as write_tags;

use crate::digest;
use crate::running::{program, quietly};
use crate::scripts::{self, Kind};
use crate::setup;
use crate::sizes::{all_files, files};

/// What wasm-opt is told. The features are those that the compiler takes for granted; parts of a
/// program do not name them.
const SMALLER: &[&str] = &[
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--merge-similar-functions",
    "-Oz",
    "--reorder-functions",
    // Who made it, and for which features: browsers ask for neither.
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// A program of the app, as it is to be compiled.
pub struct Program {
    /// The binary.
    pub binary: &'static str,
    /// Features of the app.
    pub features: &'static str,
    /// Its script, without the ending.
    pub name: &'static str,
    /// Settings of cargo that are others for it than for the rest.
    pub settings: &'static [&'static str],
}

/// What a program consists of, in a folder of its own below `target`.
pub struct Built {
    /// Where its files lie.
    pub folder: PathBuf,
    /// Where its scripts lie as they were before they were made smaller: they can be taken apart.
    pub plain: PathBuf,
    /// Tells it from other builds.
    pub hash: String,
}

/// Compiles a program, cuts it into parts, and makes them small.
///
/// The folder holds `NAME.js`, `NAME_bg.wasm`, and a folder with the parts that are fetched later,
/// named after what is in all of these files: parts of two builds never meet.
pub fn build(program: &Program) -> Result<Built> {
    let name = program.name;
    let made = paths::root().join("target/xtask/wasm").join(program.binary);
    let linked = compile::compile(program)?;
    let [cut, plain, folder] = ["cut", "plain", "built"].map(|name| made.join(name));
    let origin = origin::of(&linked, name)?;
    if let Some(hash) = origin::made_from(&made, &origin) {
        return Ok(Built { folder, plain, hash });
    }
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    fs::create_dir_all(&plain)?;
    parts::cut(&linked, &cut, name, &made, &mechanisms())?;
    bind(&cut, &folder, name)?;
    names::shorten(&folder, name)?;
    let later = parts::script(&folder, &cut, name)?;
    for part in files(&cut, "wasm").iter().filter(|part| !part.ends_with(parts::MAIN)) {
        smaller(part, &later.join(part.file_name().unwrap_or_default()))?;
    }
    let whole = folder.join(format!("{name}_bg.wasm"));
    smaller(&whole, &whole)?;
    for script in [folder.join(format!("{name}.js")), later.join(parts::LINK)] {
        fs::copy(&script, plain.join(script.file_name().unwrap_or_default()))?;
    }
    for script in files(&folder, "js") {
        scripts::smaller(&script, Kind::Module)?;
    }
    // The program does not tell what its script does under a short name: scripts are hashed too.
    let hash = hash(&folder)?;
    parts::name(&folder, name, &hash)?;
    origin::remember(&made, &origin, &hash)?;
    Ok(Built { folder, plain, hash })
}

/// The parts in which mechanisms are.
fn mechanisms() -> Vec<String> {
    cards().iter().map(|card| mechanism(card.slug)).collect()
}

/// The part in which a mechanism is.
pub fn mechanism(slug: &str) -> String {
    slug.replace('-', "_")
}

/// Makes `NAME.js` and `NAME_bg.wasm` of what has been cut.
fn bind(cut: &Path, folder: &Path, name: &str) -> Result<()> {
    let mut bind = program("wasm-bindgen", &["--target", "web", "--no-typescript"]);
    // Parts share memory and table with what is there from the first.
    bind.arg("--keep-lld-exports");
    bind.args(["--out-name", name, "--out-dir"]).arg(folder).arg(cut.join(parts::MAIN));
    quietly(&format!("bind the program {name}"), &mut bind)?;
    Ok(())
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

/// A name for what is in all files of a program.
fn hash(folder: &Path) -> Result<String> {
    let mut hasher = Sha256::new();
    for file in all_files(folder) {
        let bytes = fs::read(file)?;
        // Lengths between the files: no two sets of them give the same sequence of bytes.
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    Ok(digest::name(&hasher.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_named_after_its_scripts_too() -> Result<()> {
        let folder = paths::root().join("target/xtask/hashed");
        fs::create_dir_all(&folder)?;
        let mut hashes = Vec::new();
        for (program, script) in [("ab", "c"), ("ab", "d"), ("a", "bc"), ("ab", "c")] {
            fs::write(folder.join("lab_bg.wasm"), program)?;
            fs::write(folder.join("lab.js"), script)?;
            hashes.push(hash(&folder)?);
        }
        assert_eq!(hashes[0], hashes[3]);
        assert!(hashes[0] != hashes[1] && hashes[0] != hashes[2] && hashes[1] != hashes[2]);
        Ok(())
    }
}
