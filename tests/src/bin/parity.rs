//! Plays many runs natively and in WebAssembly, and compares what happened in them.
#![allow(clippy::print_stdout, reason = "a command line program speaks on standard output")]

use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use tests::parity::{Machine, agreement};

/// So many random runs, besides every stage of every scenario.
const WILD: &str = "300";

fn main() -> ExitCode {
    match run() {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            println!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String> {
    let digest =
        |machine: Machine, seed| machine.answer(&["digest", "--wild", WILD, "--seed", seed]);
    let native = digest(Machine::Native, "1")?;
    let runs = match agreement(&native, &digest(Machine::Wasm, "1")?) {
        Ok(runs) => runs,
        Err(difference) => bail!("native and WebAssembly disagree\n{difference}"),
    };
    // Whoever only ever says yes proves nothing: of other runs it must say no.
    let planted = agreement(&native, &digest(Machine::Wasm, "2")?);
    ensure!(planted.is_err(), "runs with other seeds were taken for the same");
    let steps = native["runs"].as_array().context("no runs")?.iter();
    let steps: u64 = steps.filter_map(|run| run["occurrences"].as_u64()).sum();
    Ok(format!("{runs} runs, {steps} steps: native and WebAssembly agree on every one"))
}
