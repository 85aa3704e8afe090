//! The steps of the suite, cheapest first.

use ::tests::{paths, programs};
use anyhow::Result;

use super::{Settings, Step, browsers};
use crate::running::{cargo, quietly, quietly_with_output};
use crate::{build, tidy};

/// All steps, in their order.
pub(super) const ALL: &[Step] = &[
    Step { name: "format", by_hand: "cargo fmt --all --check", run: format },
    Step {
        name: "clippy",
        by_hand: "cargo clippy --workspace --all-targets -- -D warnings",
        run: clippy,
    },
    Step {
        name: "clippy-wasm",
        by_hand: "cargo clippy --package app --target wasm32-unknown-unknown -- -D warnings",
        run: clippy_wasm,
    },
    Step { name: "tidy", by_hand: "cargo xtask tidy", run: |_| tidy::run(&paths::root()) },
    Step { name: "native", by_hand: "cargo test --workspace", run: native },
    Step { name: "parity", by_hand: "cargo run --package tests --bin parity", run: parity },
    Step {
        name: "build",
        by_hand: "cargo xtask build",
        run: |_| build::run("/", &paths::dist()).map(|()| "the site is in dist".into()),
    },
    Step {
        name: "browsers",
        by_hand: "cargo run --package tests --bin journeys",
        run: browsers::run,
    },
    Step {
        name: "sub-path",
        by_hand: "cargo xtask dist --base /some/path/",
        run: browsers::run_below_a_path,
    },
];

/// Whether a step needs more than a checkout and a compiler.
pub(super) fn needs_tools(step: &str) -> bool {
    !matches!(step, "tidy" | "native")
}

fn format(_: &Settings) -> Result<String> {
    quietly("format", &mut cargo(&["fmt", "--all", "--check"]))?;
    Ok("formatted".into())
}

fn clippy(_: &Settings) -> Result<String> {
    let arguments = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    quietly("clippy", &mut cargo(&arguments))?;
    Ok("no warnings".into())
}

fn clippy_wasm(_: &Settings) -> Result<String> {
    let target = ["clippy", "--package", "app", "--target", "wasm32-unknown-unknown"];
    quietly("clippy wasm", cargo(&target).args(["--", "-D", "warnings"]))?;
    Ok("no warnings in what runs in the page".into())
}

fn native(_: &Settings) -> Result<String> {
    if programs::find(&["cargo-nextest"]).is_none() {
        let said = quietly_with_output("native tests", &mut cargo(&["test", "--workspace"]))?;
        return Ok(format!("{} tests passed", passed(&said)));
    }
    let arguments = ["nextest", "run", "--workspace", "--no-tests", "pass"];
    let said = quietly_with_output("native tests", &mut cargo(&arguments))?;
    // Examples in documentation are tests too, and nextest does not run them.
    let doc = ["test", "--workspace", "--doc"];
    let examples = quietly_with_output("documentation tests", &mut cargo(&doc))?;
    Ok(format!("{} tests and {} examples passed", passed(&said), passed(&examples)))
}

/// The sum of the numbers before `passed` in the summaries of either runner.
fn passed(said: &str) -> usize {
    let summaries =
        said.lines().filter(|line| line.contains("test result:") || line.contains("Summary ["));
    let count = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let at = words.iter().position(|word| word.starts_with("passed"))?;
        words.get(at.checked_sub(1)?)?.parse::<usize>().ok()
    };
    summaries.filter_map(count).sum()
}

/// Native against WebAssembly, step by step.
fn parity(_: &Settings) -> Result<String> {
    let run = ["run", "--quiet", "--package", "tests", "--bin", "parity"];
    let said = quietly_with_output("parity", &mut cargo(&run))?;
    Ok(said.lines().last().unwrap_or_default().into())
}

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn reads_the_summaries_of_both_runners() {
        let cargo =
            "test result: ok. 12 passed; 0 failed;\nx\ntest result: ok. 3 passed; 0 failed;";
        assert_eq!(passed(cargo), 15);
        let nextest = "     Summary [   0.812s] 164 tests run: 164 passed (1 slow), 2 skipped";
        assert_eq!(passed(nextest), 164);
    }
}
