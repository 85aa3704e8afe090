//! `lab digest`: a fingerprint of many runs, to be compared with another machine's.
use super::book;
use engine::kernel::Instant;
use engine::scenario::{Link, Marks, Run, Scenario, VERSION, encode, wild_run};
use serde_json::{Value, json};
use std::path::Path;

/// Every stage of every scenario as it is prepared, and so many random runs.
pub fn digest(folder: &Path, words: &[String]) -> Result<Value, String> {
    let (wild, first_seed) = wish(words)?;
    let ids = book::files(folder)?.into_keys();
    let scenarios = ids.map(|id| Ok(book::scenario(folder, &id)?.1));
    let scenarios = scenarios.collect::<Result<Vec<_>, String>>()?;
    let mut runs = Vec::new();
    for scenario in &scenarios {
        let stages = (0..scenario.stages.len()).map(|stage| Run::of_stage(scenario, stage));
        runs.extend(stages.map(|run| played(scenario, run)));
    }
    for (seed, scenario) in (first_seed..first_seed + wild).zip(scenarios.iter().cycle()) {
        runs.push(played(scenario, wild_run(scenario, seed)));
    }
    Ok(json!({"engine_version": VERSION, "runs": runs}))
}

/// How many random runs, and the seed of the first of them.
fn wish(words: &[String]) -> Result<(u64, u64), String> {
    let mut wish = (0, 1);
    let (flags, rest) = words.as_chunks::<2>();
    for [flag, value] in flags {
        let number = value.parse::<u32>().map(u64::from);
        let number = number.map_err(|_| format!("`{flag}` wants a whole number, not `{value}`"))?;
        match flag.as_str() {
            "--wild" => wish.0 = number,
            "--seed" => wish.1 = number,
            _ => return Err(format!("lab digest knows no `{flag}`; {}", super::USAGE)),
        }
    }
    rest.first().map_or(Ok(wish), |word| Err(format!("`{word}` wants a value")))
}

/// The link that plays a run again and knows it, and what came of it.
fn played(scenario: &Scenario, run: Run) -> Value {
    let mut line = run.timeline(scenario);
    line.run_until(Instant(0) + scenario.length);
    let stage = run.stage + 1;
    let link = Link { engine: VERSION.into(), run, at: None, marks: Marks::of(&line) };
    json!({
        "scenario": scenario.id,
        "stage": stage,
        "link": encode(&link),
        "occurrences": line.cursor(),
        "trace_hash": format!("{:016x}", line.trace().hash()),
    })
}
