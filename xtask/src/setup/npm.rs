//! What npm brings: wasm-opt, esbuild, Pagefind and axe-core, in versions of our choice.

use std::fs;

use ::tests::{paths, programs};
use anyhow::Result;
use serde_json::Value;

use super::{Tool, apt, installer};
use crate::running::{output, program};

/// The version that Trunk.toml asks for.
const BINARYEN: &str = "132.0.0";
const ESBUILD_VERSION: &str = "0.28.2";
const PAGEFIND: &str = "1.6.0";
const AXE: &str = "4.14.1";

/// Node.js with npm.
pub(super) const NODE: Tool = Tool {
    name: "node, npm",
    for_tests: false,
    optional: true,
    present: || {
        programs::find(&["npm"])?;
        output(&mut program("node", &["--version"])).map(|said| said.trim().into())
    },
    install: || apt::install(&["nodejs", "npm"]),
    by_hand: || apt::by_hand(&["nodejs", "npm"], "Node.js with npm"),
};

/// Makes the page's code smaller.
pub(super) const WASM_OPT: Tool = Tool {
    name: "wasm-opt",
    for_tests: false,
    optional: true,
    present: || wasm_opt().then(|| format!("version {}", BINARYEN.trim_end_matches(".0"))),
    install: || install(&format!("binaryen@{BINARYEN}")),
    by_hand: || "it comes by npm; without it the page is built, and is larger".into(),
};

/// Makes scripts smaller.
pub(super) const ESBUILD: Tool = Tool {
    name: "esbuild",
    for_tests: false,
    optional: true,
    present: || esbuild().then(|| ESBUILD_VERSION.into()),
    install: || install(&format!("esbuild@{ESBUILD_VERSION}")),
    by_hand: || "it comes by npm; without it the site is built, and its scripts are larger".into(),
};

/// Makes the index of the search, and brings the engine that reads it.
pub(super) const SEARCH: Tool = Tool {
    name: "pagefind",
    for_tests: false,
    optional: true,
    present: || pagefind().then(|| PAGEFIND.into()),
    install: || install(&format!("pagefind@{PAGEFIND}")),
    by_hand: || "it comes by npm; without it the site is built, and has no search".into(),
};

/// Finds what bars readers from a page.
pub(super) const AXE_CORE: Tool = Tool {
    name: "axe-core",
    for_tests: true,
    optional: true,
    present: || (version("axe-core")? == AXE).then(|| AXE.into()),
    install: || install(&format!("axe-core@{AXE}")),
    by_hand: || "it comes by npm; journeys that ask it will fail".into(),
};

/// Whether the wasm-opt that Trunk.toml asks for is there.
pub fn wasm_opt() -> bool {
    let version = output(&mut program("wasm-opt", &["--version"])).unwrap_or_default();
    let major = BINARYEN.split('.').next().unwrap_or_default();
    version.split_whitespace().nth(2) == Some(major)
}

/// Whether esbuild is there, and its program for this machine with it.
pub fn esbuild() -> bool {
    let said = output(&mut program("esbuild", &["--version"])).unwrap_or_default();
    said.trim() == ESBUILD_VERSION
}

/// Whether Pagefind is there, and its program for this machine with it.
pub fn pagefind() -> bool {
    let said = output(&mut program("pagefind", &["--version"])).unwrap_or_default();
    said.split_whitespace().nth(1).map(|version| version.trim_start_matches('v')) == Some(PAGEFIND)
}

fn install(package: &str) -> Result<()> {
    let folder = paths::tools();
    fs::create_dir_all(&folder)?;
    let mut command = program("npm", &["install", "--no-audit", "--no-fund", "--save-exact"]);
    installer(package, command.arg("--prefix").arg(folder).arg(package)).map(drop)
}

/// The version of a package in target/tools.
fn version(package: &str) -> Option<String> {
    let file = paths::tools().join(format!("node_modules/{package}/package.json"));
    let manifest: Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    Some(manifest["version"].as_str()?.into())
}
