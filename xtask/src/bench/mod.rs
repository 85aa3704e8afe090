//! The budgets of the product: what each allows, what was measured, and whether it holds.

mod book;
mod engine;
mod page;

use std::time::Duration;

use anyhow::{Result, ensure};

use crate::arguments::Arguments;
use crate::running::{cargo, quietly_with_output};
use crate::stopwatch::spoken;
use crate::suite;

/// One budget and what was measured against it.
#[derive(Clone)]
pub struct Line {
    /// What is measured.
    pub what: String,
    /// What is allowed.
    pub budget: String,
    /// What was found.
    pub value: String,
    /// Whether that is within the budget.
    pub pass: bool,
}

/// Longest time for the whole suite, tools installed.
const SUITE: Duration = Duration::from_secs(20 * 60);

/// Runs `cargo xtask bench`.
pub fn command(words: &[String]) -> Result<()> {
    Arguments::read(words, &[], &[])?.no_words()?;
    let (mut lines, mut failures) = (Vec::new(), Vec::new());
    // What has been measured in minutes is not lost because something after it goes wrong.
    for measure in [page::measure, book::measure, timings, engine::measure] {
        match measure() {
            Ok(found) => lines.extend(found),
            Err(failure) => failures.push(format!("{failure:#}")),
        }
    }
    lines.extend(suite::last_run().map(|took| Line {
        what: "the last complete `cargo xtask test`".into(),
        budget: format!("≤ {}", spoken(SUITE)),
        value: spoken(took),
        pass: took <= SUITE,
    }));
    print(&lines);
    ensure!(failures.is_empty(), "not all of it was measured:\n{}", failures.join("\n"));
    Ok(())
}

/// How long a reader waits, measured in a browser.
fn timings() -> Result<Vec<Line>> {
    let run = ["run", "--quiet", "--package", "tests", "--bin", "timings"];
    engine::read(&quietly_with_output("time the page", &mut cargo(&run))?)
}

fn print(lines: &[Line]) {
    let width = |text: fn(&Line) -> &str| {
        lines.iter().map(|line| text(line).chars().count()).max().unwrap_or(0)
    };
    let (what, budget, value) =
        (width(|line| &line.what), width(|line| &line.budget), width(|line| &line.value));
    for line in lines {
        let verdict = if line.pass { "pass" } else { "MISS" };
        println!(
            "{verdict}  {:<what$}  {:>budget$}  {:>value$}",
            line.what, line.budget, line.value
        );
    }
    let missed = lines.iter().filter(|line| !line.pass).count();
    println!("{} budgets, {missed} missed", lines.len());
}
