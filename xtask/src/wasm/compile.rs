//! A program of the app, compiled and linked.
//!
//! The standard library is compiled along with it, in the form in which a mistake ends the program
//! at once and without a word (`panic=immediate-abort`): the page's guard tells the reader, and the
//! words would be a sixteenth of what a lab loads. Both are still unstable in Rust and therefore
//! asked for by `RUSTC_BOOTSTRAP`, for these programs alone.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use ::tests::paths;
use anyhow::{Context, Result};

use super::Program;
use crate::running::{cargo, quietly};
use crate::setup;

/// The target of everything that runs in the page.
const TARGET: &str = "wasm32-unknown-unknown";
/// Which crates of the standard library are compiled, and how.
const STANDARD: [&str; 2] =
    ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
/// How a program ends.
const AT_ONCE: &str = "-Zunstable-options -Cpanic=immediate-abort";
/// Whoever looks for a mistake in a program sets this variable, and the console tells it.
const WORDS: &str = "PANICS";

/// Compiles a program; tells where what the linker leaves is.
pub(super) fn compile(program: &Program) -> Result<PathBuf> {
    let binary = program.binary;
    let mut compile = cargo(&["build", "--offline", "--profile", "web", "-p", "app"]);
    compile.args(["--bin", binary, "--target", TARGET]);
    compile.args(["--no-default-features", "--features", program.features]);
    compile.args(program.settings.iter().flat_map(|setting| ["--config", setting]));
    let ends = if with_standard(&mut compile) { AT_ONCE } else { "" };
    // Where a program may be cut is told by what the linker knows of it.
    let flags = format!("{} {ends} -Clink-args=--emit-relocs", nameless());
    compile.env("RUSTFLAGS", flags.trim());
    quietly(&format!("build the program {binary}"), &mut compile)
        .with_context(|| format!("the program {binary} could not be built"))?;
    Ok(linked(binary))
}

/// Fetches what programs are compiled from: compiling itself asks nobody.
pub fn fetch() -> Result<()> {
    let mut fetch = cargo(&["fetch", "--target", TARGET]);
    with_standard(&mut fetch);
    quietly("fetch crates", &mut fetch).map(drop)
}

/// Asks for the standard library, where its source is and nobody wants words. Is it so?
fn with_standard(command: &mut Command) -> bool {
    let can = env::var_os(WORDS).is_none() && setup::standard_library().is_some();
    if can {
        command.args(STANDARD).env("RUSTC_BOOTSTRAP", "1");
    }
    can
}

/// A program tells nothing of the machine that built it, and is the same whoever builds it.
fn nameless() -> String {
    let crates = cargo_home().map(|home| (home, "cargo"));
    let standard = setup::standard_library().map(|folder| (folder, "std"));
    let hides = [crates, standard].into_iter().flatten();
    let flags =
        hides.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    flags.collect::<Vec<_>>().join(" ")
}

/// Where cargo keeps the crates.
fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo")))
}

/// What the linker leaves.
fn linked(binary: &str) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| paths::root().join("target"));
    target.join(TARGET).join("web").join(binary).with_extension("wasm")
}
