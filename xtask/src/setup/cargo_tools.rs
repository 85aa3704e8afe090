//! What cargo builds for us: Trunk, wasm-bindgen and geckodriver.

use std::fs;

use ::tests::paths;
use anyhow::{Context, Result};
use toml::{Table, Value};

use super::{Tool, installer};
use crate::running::{cargo, output, program};

const TRUNK_VERSION: &str = "0.21.14";
const GECKODRIVER_VERSION: &str = "0.37.1";

/// One after the other, so that they share what they compile, and two cores are enough.
pub(super) const ALL: [Tool; 3] = [WASM_BINDGEN, TRUNK, GECKODRIVER];

const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen",
    for_tests: false,
    optional: false,
    present: || {
        let wanted = wasm_bindgen_version().ok()?;
        program_version("wasm-bindgen").filter(|version| *version == wanted)
    },
    install: || {
        // Without --locked: its lock file names crates that some mirrors lack.
        install("wasm-bindgen-cli", &wasm_bindgen_version()?, &[])
    },
    by_hand: || match wasm_bindgen_version() {
        Ok(version) => by_hand("wasm-bindgen-cli", &version),
        Err(error) => format!("{error:#}"),
    },
};

const TRUNK: Tool = Tool {
    name: "trunk",
    for_tests: false,
    optional: false,
    present: || program_version("trunk").filter(|version| version == TRUNK_VERSION),
    // Without what it fetches tools with, and looks for news: it works offline here.
    install: || install("trunk", TRUNK_VERSION, &["--locked", "--no-default-features"]),
    by_hand: || by_hand("trunk", TRUNK_VERSION),
};

const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    for_tests: true,
    optional: true,
    // Any will do: its protocol is the standard's, not ours to choose.
    present: || program_version("geckodriver"),
    install: || install("geckodriver", GECKODRIVER_VERSION, &["--locked"]),
    by_hand: || by_hand("geckodriver", GECKODRIVER_VERSION),
};

/// The version in Cargo.lock: the tool must equal the library.
fn wasm_bindgen_version() -> Result<String> {
    let lock: Table = fs::read_to_string(paths::root().join("Cargo.lock"))?.parse()?;
    let packages = lock.get("package").and_then(Value::as_array).context("Cargo.lock is odd")?;
    let package = packages
        .iter()
        .find(|package| package.get("name").and_then(Value::as_str) == Some("wasm-bindgen"));
    let version = package.and_then(|package| package.get("version")?.as_str());
    version.map(Into::into).context("Cargo.lock names no wasm-bindgen: build the app first")
}

fn program_version(name: &str) -> Option<String> {
    let said = output(&mut program(name, &["--version"]))?;
    said.lines().next()?.split_whitespace().nth(1).map(Into::into)
}

fn install(package: &str, version: &str, options: &[&str]) -> Result<()> {
    let tools = paths::tools();
    let mut command = cargo(&["install", package, "--version", version]);
    command.args(options).arg("--root").arg(&tools);
    command.arg("--target-dir").arg(tools.join("build"));
    // Tools run for seconds and are compiled for minutes: the least effort is plenty.
    command.env("CARGO_PROFILE_RELEASE_LTO", "off");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    installer(package, &mut command).map(drop)
}

fn by_hand(package: &str, version: &str) -> String {
    format!("run `cargo install {package} --version {version}`")
}
