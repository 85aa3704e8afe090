//! What rustup brings: the WebAssembly target, rustfmt and clippy.

use std::path::Path;

use super::{Tool, installer};
use crate::running::{cargo, output, program};

/// The target of everything that runs in the page.
const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for WebAssembly.
pub(super) const WASM_TARGET: Tool = Tool {
    name: "wasm target",
    for_tests: false,
    optional: false,
    present: || {
        let wish = ["--print", "target-libdir", "--target", TARGET];
        let folder = output(&mut program("rustc", &wish))?;
        Path::new(folder.trim()).is_dir().then(|| TARGET.into())
    },
    install: || {
        installer("wasm target", &mut program("rustup", &["target", "add", TARGET])).map(drop)
    },
    by_hand: || format!("run `rustup target add {TARGET}`"),
};

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
