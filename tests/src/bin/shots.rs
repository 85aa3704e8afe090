//! Takes pictures of the site into /shots: `shots [part of a name, such as home or 390-dark]`.
#![allow(clippy::print_stdout, reason = "a command line program speaks on standard output")]

use std::process::ExitCode;

use anyhow::{Result, ensure};
use tests::{paths, shots};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    ensure!(
        paths::dist().join("index.html").is_file(),
        "no site in dist: run `cargo xtask build` first"
    );
    let mut taken = 0;
    shots::take(&wanted, &mut |file| {
        taken += 1;
        println!("{}", file.display());
    })?;
    ensure!(taken > 0, "no picture has “{wanted}” in its name");
    println!("{taken} pictures");
    Ok(())
}
