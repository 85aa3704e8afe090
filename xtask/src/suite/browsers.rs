//! The journeys, in every browser that is there or in all that must be.

use std::process::Command;

use ::tests::{paths, programs};
use anyhow::{Context, Result};

use super::Settings;
use crate::build;
use crate::running::{cargo, quietly, quietly_with_output};

/// Names as the journeys' program knows them.
const ALL: &str = "chromium,firefox,webkit";

/// Runs them and says how many passed, and which browsers were skipped.
pub(super) fn run(settings: &Settings) -> Result<String> {
    let mut journeys = journeys();
    if settings.all_browsers {
        journeys.args(["--browser", ALL]);
    }
    let said = quietly_with_output("browsers", &mut journeys)?;
    for line in telling(&said) {
        println!("    {line}");
    }
    let last = said.lines().rfind(|line| line.contains(" passed")).context("no journey ran")?;
    Ok(last.into())
}

/// What is worth a look although all passed: browsers that are not there, and journeys that passed
/// only the second time, each with the reason why not the first.
fn telling(said: &str) -> Vec<&str> {
    let mut again = false;
    let tells = |line: &&str| {
        let reason = again && line.starts_with(' ');
        again = reason || line.contains(", the second time");
        again || line.contains("skipped:")
    };
    said.lines().filter(tells).collect()
}

/// A site that is built for a path must work there: two journeys in one browser show it.
pub(super) fn run_below_a_path(settings: &Settings) -> Result<String> {
    let base = "/some/path/";
    let dist = paths::root().join("target/xtask/site-below-a-path");
    build::run(base, &dist)?;
    if programs::chromium().is_none() && !settings.all_browsers {
        return Ok("built, and not looked at: chromium is not installed".into());
    }
    let mut journeys = journeys();
    journeys.args(["--browser", "chromium", "--journey", "smoke,offline", "--base", base]);
    quietly("journey below a path", journeys.arg("--dist").arg(&dist))?;
    Ok(format!("the site works below {base}"))
}

fn journeys() -> Command {
    let mut journeys = cargo(&["run", "--quiet", "--package", "tests", "--bin", "journeys", "--"]);
    // A proxy for the outside has nothing to say about this machine.
    journeys.env("NO_PROXY", "127.0.0.1,localhost").env("no_proxy", "127.0.0.1,localhost");
    journeys
}

#[cfg(test)]
mod tests {
    use super::telling;

    #[test]
    fn what_passed_only_the_second_time_is_told_with_its_reason() {
        let said = "chromium   smoke     ok   1 s\nchromium   release   ok, the second time   11 s\n    \
                    at http://x/, see y: it did not stay\nfirefox   skipped: not there\n1 passed";
        let told = telling(said);
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told[0].contains("release") && told[1].ends_with("it did not stay"));
    }
}
