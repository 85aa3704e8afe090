//! `lab bench`: the engine's budgets, measured on the machine that it is compiled for.
#![allow(clippy::disallowed_methods, reason = "a benchmark looks at a real clock")]
use super::book;
use engine::kernel::{Draws, Instant, Purpose};
use engine::scenario::{Run, Scenario};
use engine::timeline::Timeline;
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant as Moment};

/// Five servers that agree, three clients; played without faults.
const SCENARIO: &str = "ch03-raft-lease-read";
/// So long a run is measured.
const STEPS: usize = 100_000;
/// Every piece of work is measured so often; the best counts, since what else goes on on the
/// machine only ever makes it slower.
const TRIALS: usize = 7;
/// So many steps are one piece of work.
const PIECE: usize = 1_000;
/// So many steps are sought.
const SEEKS: usize = 1_000;

/// Occurrences a second, unless the words ask for another.
const RATE: f64 = 300_000.0;
/// Milliseconds for all but one in a hundred.
const SEEK: f64 = 5.0;
/// Mebibytes.
const MEMORY: f64 = 64.0;

/// Measures everything.
pub fn bench(folder: &Path, words: &[String]) -> Result<Value, String> {
    let rate = least_rate(words)?;
    let (_, scenario) = book::scenario(folder, SCENARIO)?;
    let before = memory();
    let mut line = begun(&scenario);
    play_on(&mut line, STEPS);
    let after = memory();
    let mut budgets = vec![
        at_least(
            "occurrences a second: 5 servers, 3 clients, both views, trace",
            rate,
            occurrences_a_second(&scenario),
        ),
        at_most("seek to a random step of 100,000, 99 of 100", SEEK, "ms", seek(&mut line)),
    ];
    if let (Some(before), Some(after)) = (before, after) {
        let mebibytes = after.saturating_sub(before) as f64 / f64::from(1 << 20);
        let what = "memory of a run of 100,000 steps, trace and checkpoints";
        budgets.push(at_most(what, MEMORY, "MiB", mebibytes));
    }
    Ok(json!({"machine": std::env::consts::ARCH, "budgets": budgets}))
}

fn least_rate(words: &[String]) -> Result<f64, String> {
    match words {
        [] => Ok(RATE),
        [flag, rate] if flag == "--rate" => {
            let number = rate.parse().ok().filter(|rate: &f64| rate.is_finite() && *rate > 0.0);
            number.ok_or_else(|| format!("`--rate` wants occurrences a second, not `{rate}`"))
        }
        _ => Err(format!("lab bench wants no more than --rate N; {}", super::USAGE)),
    }
}

fn at_least(what: &str, budget: f64, value: f64) -> Value {
    let (budget, value) = (budget.round(), value.round());
    json!({"what": what, "budget": budget, "value": value, "unit": "/s", "pass": value >= budget})
}

fn at_most(what: &str, budget: f64, unit: &str, value: f64) -> Value {
    let value = (value * 1_000.0).round() / 1_000.0;
    json!({"what": what, "budget": budget, "value": value, "unit": unit, "pass": value <= budget})
}

/// A run without faults, at its start.
fn begun(scenario: &Scenario) -> Timeline {
    let seed = scenario.seed;
    let run = Run { scenario: scenario.id.clone(), seed, ..Run::default() };
    run.timeline(scenario)
}

fn play_on(line: &mut Timeline, steps: usize) {
    let until = line.cursor() + steps;
    while line.cursor() < until && line.advance(Instant(u64::MAX)) {}
}

fn occurrences_a_second(scenario: &Scenario) -> f64 {
    let mut best = [Duration::MAX; STEPS / PIECE];
    for _ in 0..TRIALS {
        let mut line = begun(scenario);
        best.iter_mut().for_each(|best| *best = timed(|| play_on(&mut line, PIECE)).min(*best));
    }
    STEPS as f64 / best.iter().sum::<Duration>().as_secs_f64()
}

/// How long it takes to get from anywhere to anywhere, in milliseconds.
fn seek(line: &mut Timeline) -> f64 {
    let mut draws = Draws::new(1, Purpose::Swarm, 0);
    let mut step = || draws.between(1, STEPS as u64) as usize;
    let mut sought = |from: usize, to: usize| {
        let trials = (0..TRIALS).map(|_| {
            line.seek(from);
            timed(|| line.seek(to))
        });
        trials.min().unwrap_or_default()
    };
    let mut took: Vec<Duration> = (0..SEEKS).map(|_| sought(step(), step())).collect();
    took.sort();
    took[SEEKS * 99 / 100].as_secs_f64() * 1e3
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Moment::now();
    work();
    start.elapsed()
}

/// How many bytes this program holds, where that can be found out.
#[cfg(target_family = "wasm")]
fn memory() -> Option<u64> {
    Some(core::arch::wasm32::memory_size::<0>() as u64 * 65_536)
}

/// How many bytes this program holds, where that can be found out.
#[cfg(not(target_family = "wasm"))]
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(resident.split_whitespace().next()?.parse::<u64>().ok()? * 1_024)
}
