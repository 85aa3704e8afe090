//! Installing what is missing, into target/tools where that is possible.

mod apt;
mod browsers;
mod cargo_tools;
mod npm;
mod rust;

pub use npm::{esbuild as has_esbuild, pagefind as has_pagefind, wasm_opt as has_wasm_opt};
pub use rust::standard_library;

use std::fs;
use std::time::Duration;

use ::tests::paths;
use anyhow::{Result, bail};

use crate::arguments::Arguments;
use crate::stopwatch::{Stopwatch, spoken};

/// What the tools are wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Building and serving the site.
    Serve,
    /// Everything: also format, lints and browsers.
    Test,
}

/// Something that may have to be installed.
pub struct Tool {
    /// What people call it.
    pub name: &'static str,
    /// Whether only tests need it.
    pub for_tests: bool,
    /// Whether the rest makes sense without it.
    pub optional: bool,
    /// What is there already: a version, or where it is.
    pub present: fn() -> Option<String>,
    /// Gets it.
    pub install: fn() -> Result<()>,
    /// How people get it themselves.
    pub by_hand: fn() -> String,
}

/// Runs `cargo xtask setup`.
pub fn command(words: &[String]) -> Result<()> {
    let arguments = Arguments::read(words, &[], &["--for"])?;
    arguments.no_words()?;
    match arguments.value("--for") {
        None | Some("test") => run(Purpose::Test),
        Some("serve") => run(Purpose::Serve),
        Some(other) => bail!("--for {other} is not known: serve or test"),
    }
}

/// Installs what is missing for `purpose`; fails where something cannot be had that it needs.
pub fn run(purpose: Purpose) -> Result<()> {
    let clock = Stopwatch::start();
    let tools = tools().filter(|tool| purpose == Purpose::Test || !tool.for_tests);
    let (mut installed, mut lacking, mut needed) = (0, Vec::new(), Vec::new());
    for tool in tools {
        match ensure(&tool) {
            Outcome::Present => {}
            Outcome::Installed => installed += 1,
            Outcome::Unavailable if tool.optional => lacking.push(tool.name),
            Outcome::Unavailable => needed.push(tool.name),
        }
    }
    if !needed.is_empty() {
        bail!("set-up is not complete: {} could not be had (see above)", needed.join(", "));
    }
    // Only the binaries are wanted; what cargo compiled for them is large.
    drop(fs::remove_dir_all(paths::tools().join("build")));
    match (installed, lacking.as_slice()) {
        (0, []) => println!("set-up: nothing was installed, all is there"),
        (0, _) => println!("set-up: nothing was installed; without {}", lacking.join(", ")),
        _ => println!("set-up: {installed} installed in {}", spoken(clock.passed())),
    }
    Ok(())
}

/// Quick installs first: who looks on sees soon what will be missing.
fn tools() -> impl Iterator<Item = Tool> {
    let quick = [
        rust::WASM_TARGET,
        rust::WASI_TARGET,
        rust::SOURCE,
        rust::COMPONENTS,
        npm::NODE,
        npm::WASM_OPT,
        npm::ESBUILD,
        npm::SEARCH,
        npm::AXE_CORE,
    ];
    quick.into_iter().chain(browsers::ALL).chain(cargo_tools::ALL)
}

enum Outcome {
    Present,
    Installed,
    Unavailable,
}

fn ensure(tool: &Tool) -> Outcome {
    if let Some(what) = (tool.present)() {
        say(tool.name, &format!("present ({what})"));
        return Outcome::Present;
    }
    let clock = Stopwatch::start();
    say(tool.name, "installing …");
    let reason = match (tool.install)() {
        Ok(()) => match (tool.present)() {
            Some(what) => {
                say(tool.name, &format!("installed in {} ({what})", spoken(clock.passed())));
                return Outcome::Installed;
            }
            None => "it is still not found after that".into(),
        },
        Err(error) => format!("{error:#}"),
    };
    say(tool.name, &format!("not available: {}", (tool.by_hand)()));
    for line in reason.lines() {
        println!("    {line}");
    }
    Outcome::Unavailable
}

fn say(name: &str, what: &str) {
    println!("{name:<16} {what}");
}

/// Runs an installer, showing that it still works.
fn installer(label: &str, command: &mut std::process::Command) -> Result<Duration> {
    crate::running::quietly(&format!("install {label}"), command)
}
