//! What rustup brings: the WebAssembly target, rustfmt and clippy.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{Tool, installer};
use crate::running::{cargo, output, program};

/// The target of everything that runs in the page.
const PAGE: &str = "wasm32-unknown-unknown";
/// The target of programs in WebAssembly that read files and print.
const PROGRAMS: &str = "wasm32-wasip1";

/// The standard library for WebAssembly.
pub(super) const WASM_TARGET: Tool = Tool {
    name: "wasm target",
    for_tests: false,
    optional: false,
    present: || target(PAGE),
    install: || add_target(PAGE),
    by_hand: || target_by_hand(PAGE),
};

/// The same for the laboratory, which is compared with itself.
pub(super) const WASI_TARGET: Tool = Tool {
    name: "wasi target",
    for_tests: true,
    optional: false,
    present: || target(PROGRAMS),
    install: || add_target(PROGRAMS),
    by_hand: || target_by_hand(PROGRAMS),
};

/// The source of the standard library, which is compiled into the page's programs.
pub(super) const SOURCE: Tool = Tool {
    name: "rust-src",
    for_tests: false,
    optional: true,
    present: || standard_library().map(|_| "the standard library".into()),
    install: || {
        installer("rust-src", &mut program("rustup", &["component", "add", "rust-src"])).map(drop)
    },
    by_hand: || {
        "run `rustup component add rust-src`; without it the page is built, and is larger".into()
    },
};

/// Where the source of the standard library lies, if it is there.
pub fn standard_library() -> Option<PathBuf> {
    let root = output(&mut program("rustc", &["--print", "sysroot"]))?;
    let source = Path::new(root.trim()).join("lib/rustlib/src/rust");
    source.join("library/Cargo.lock").is_file().then_some(source)
}

fn target(name: &str) -> Option<String> {
    let wish = ["--print", "target-libdir", "--target", name];
    let folder = output(&mut program("rustc", &wish))?;
    Path::new(folder.trim()).is_dir().then(|| name.into())
}

fn add_target(name: &str) -> Result<()> {
    installer(&format!("target {name}"), &mut program("rustup", &["target", "add", name])).map(drop)
}

fn target_by_hand(name: &str) -> String {
    format!("run `rustup target add {name}`")
}

/// What formats and lints.
pub(super) const COMPONENTS: Tool = Tool {
    name: "rustfmt, clippy",
    for_tests: true,
    optional: false,
    present: || {
        let versions = [&["fmt", "--version"], &["clippy", "--version"]]
            .map(|wish| output(&mut cargo(wish)).map(|said| said.trim().to_owned()));
        let [Some(rustfmt), Some(clippy)] = versions else { return None };
        Some(format!("{}, {}", short(&rustfmt), short(&clippy)))
    },
    install: || {
        let wish = ["component", "add", "rustfmt", "clippy"];
        installer("rustfmt and clippy", &mut program("rustup", &wish)).map(drop)
    },
    by_hand: || "run `rustup component add rustfmt clippy`".into(),
};

/// Name and version, without the commit.
fn short(version: &str) -> String {
    version.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}
