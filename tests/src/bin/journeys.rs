//! Runs the journeys: `journeys [--browser chromium,firefox,webkit] [--journey name,…]`.
//!
//! `--dist folder` and `--base /path/` choose another site than the one in /dist.
#![allow(clippy::print_stdout, reason = "a command line program speaks on standard output")]

use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use tests::driver::{Clock, Kind};
use tests::journeys::{self, Journey, Report};
use tests::paths;
use tests::server::Site;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    run(&arguments).unwrap_or_else(|error| {
        println!("{error:#}");
        ExitCode::FAILURE
    })
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let wish = Wish::read(arguments)?;
    let home = wish.site.root.join("index.html");
    ensure!(home.is_file(), "{} is not built: run `cargo xtask build` first", home.display());
    let clock = Clock::start();
    let (mut passed, mut failures, mut again) = (0, Vec::new(), 0);
    let browsers = wish.browsers.unwrap_or_else(installed);
    journeys::run_all(&browsers, &wish.journeys, &wish.site, &mut |report| {
        println!("{}", told(report));
        match (&report.failure, &report.before) {
            (Some(_), _) => failures.push(told(report)),
            (None, before) => (passed, again) = (passed + 1, again + before.iter().count()),
        }
    });
    // Whoever reads the end of a log sees what is wrong.
    failures.iter().for_each(|failure| println!("{failure}"));
    let (failed, seconds) = (failures.len(), clock.passed().as_secs_f64());
    println!(
        "{passed} passed ({again} of them the second time), {failed} failed in {seconds:.1} s"
    );
    ensure!(passed + failed > 0, "no browser is installed: run `cargo xtask setup`");
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A journey's line, and below it what went wrong.
fn told(report: &Report) -> String {
    let verdict = match (&report.failure, &report.before) {
        (Some(_), _) => "FAILED",
        (None, Some(_)) => "ok, the second time",
        (None, None) => "ok",
    };
    let (browser, seconds) = (report.browser.name(), report.took.as_secs_f64());
    let mut told = format!("{browser:<10} {:<24} {verdict:<7} {seconds:>6.1} s", report.journey);
    for wrong in report.before.iter().chain(&report.failure) {
        for line in format!("{wrong:#}").lines() {
            told = format!("{told}\n    {line}");
        }
    }
    told
}

/// What the command line asks for.
struct Wish {
    browsers: Option<Vec<Kind>>,
    journeys: Vec<Journey>,
    site: Site,
}

impl Wish {
    fn read(arguments: &[String]) -> Result<Wish> {
        let mut wish = Wish {
            browsers: None,
            journeys: journeys::ALL.to_vec(),
            site: Site::new(paths::dist()),
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let value = rest.next().with_context(|| format!("{argument} wants a value"))?;
            let names: Vec<&str> = value.split(',').collect();
            match argument.as_str() {
                "--browser" => wish.browsers = Some(named(&names)?),
                "--journey" => wish.journeys.retain(|journey| names.contains(&journey.name)),
                "--dist" => wish.site.root = value.into(),
                "--base" => wish.site.base.clone_from(value),
                _ => bail!("{argument} is not known: --browser, --journey, --dist or --base"),
            }
        }
        ensure!(!wish.journeys.is_empty(), "no journey has that name");
        Ok(wish)
    }
}

fn named(names: &[&str]) -> Result<Vec<Kind>> {
    let kind = |name: &&str| Kind::named(name).with_context(|| format!("no browser {name}"));
    names.iter().map(kind).collect()
}

/// Those that can be driven on this machine; says which cannot.
fn installed() -> Vec<Kind> {
    let mut kinds = Kind::ALL.to_vec();
    kinds.retain(|kind| {
        let missing = kind.missing();
        if !missing.is_empty() {
            println!("{:<10} skipped: {} is not installed", kind.name(), missing.join(", "));
        }
        missing.is_empty()
    });
    kinds
}
