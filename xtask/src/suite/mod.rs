//! Everything that must hold, step by step, to the first failure.

mod browsers;
mod steps;

use std::env;
use std::fs;
use std::time::Duration;

use ::tests::paths;
use anyhow::{Result, bail};

use crate::arguments::Arguments;
use crate::setup::{self, Purpose};
use crate::stopwatch::{Stopwatch, spoken};

/// A step of the suite.
struct Step {
    /// Its name on the command line.
    name: &'static str,
    /// The command that does the same by hand.
    by_hand: &'static str,
    /// Does it, and says in a line what came of it.
    run: fn(&Settings) -> Result<String>,
}

/// What the whole suite was asked.
struct Settings {
    /// Whether a missing browser is a failure.
    all_browsers: bool,
}

/// Where the time of the last complete run is kept, for the benchmark.
const LAST_RUN: &str = "target/xtask/test-seconds";

/// Runs `cargo xtask test`.
pub fn command(words: &[String]) -> Result<()> {
    let arguments = Arguments::read(words, &["--all-browsers"], &[])?;
    let known: Vec<&str> = steps::ALL.iter().map(|step| step.name).collect();
    if let Some(word) = arguments.words.iter().find(|word| !known.contains(&word.as_str())) {
        bail!("there is no step `{word}`; there are: {}", known.join(", "));
    }
    let all_browsers = arguments.has("--all-browsers") || env::var_os("CI").is_some();
    let chosen = |step: &&Step| {
        arguments.words.is_empty() || arguments.words.iter().any(|word| word == step.name)
    };
    let whole = arguments.words.is_empty();
    if whole || arguments.words.iter().any(|word| steps::needs_tools(word)) {
        setup::run(Purpose::Test)?;
    }
    let clock = Stopwatch::start();
    for step in steps::ALL.iter().filter(chosen) {
        perform(step, &Settings { all_browsers })?;
    }
    println!("all of it holds, in {}", spoken(clock.passed()));
    if whole {
        fs::create_dir_all(paths::root().join("target/xtask"))?;
        fs::write(paths::root().join(LAST_RUN), clock.passed().as_secs().to_string())?;
    }
    Ok(())
}

/// How long the last complete run took.
pub fn last_run() -> Option<Duration> {
    let seconds = fs::read_to_string(paths::root().join(LAST_RUN)).ok()?;
    Some(Duration::from_secs(seconds.trim().parse().ok()?))
}

fn perform(step: &Step, settings: &Settings) -> Result<()> {
    let clock = Stopwatch::start();
    match (step.run)(settings) {
        Ok(line) => {
            println!("{:<12} ok {:>12}   {line}", step.name, spoken(clock.passed()));
            Ok(())
        }
        Err(error) => {
            println!("{:<12} FAILED {:>8}", step.name, spoken(clock.passed()));
            println!("{error:#}");
            bail!("\nthis step again: cargo xtask test {}\nby hand: {}", step.name, step.by_hand)
        }
    }
}
