//! What tests of scenarios share: the file of a scenario, and how much happened in a run.
#![allow(dead_code, reason = "each scenario's tests use some of it")]
pub mod lab;

use engine::checks::Check;
use engine::kernel::{Instant, ServiceId};
use engine::node::{Note, Outcome, Record, Topic};
use engine::scenario::{Run, Scenario, read};
use engine::timeline::Timeline;

/// The scenario of this name, out of this folder of the book.
pub fn scenario(folder: &str, id: &str) -> Scenario {
    let book = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/book");
    let source = std::fs::read_to_string(format!("{book}/{folder}/scenarios/{id}.toml"));
    let read = read(id, &source.expect("the scenario has a file"));
    read.unwrap_or_else(|complaints| panic!("{complaints:?}")).1
}

/// A run, played to the scenario's end.
pub fn played(scenario: &Scenario, run: &Run) -> Timeline {
    let mut line = run.timeline(scenario);
    line.run_until(Instant(0) + scenario.length);
    line
}

/// Checks everything that each stage says is so, in its own run; each run must tell something.
pub fn assert_stages(scenario: &Scenario, tells: impl Fn(&Timeline) -> bool) {
    for (place, stage) in scenario.stages.iter().enumerate() {
        let mut line = played(scenario, &Run::of_stage(scenario, place));
        assert!(tells(&line), "too little happens in the stage `{}`", stage.title);
        for expected in &stage.expects {
            let found = expected.verify(scenario, &mut line);
            assert_eq!(found, Ok(()), "stage `{}`, {expected:?}", stage.title);
        }
    }
}

/// Plays random runs, seed after seed, until so many of them tell something; every check of the
/// scenario must hold in every one. How many seeds that took.
pub fn assert_holds(
    scenario: &Scenario,
    counted: usize,
    run: impl Fn(u64) -> Run,
    tells: impl Fn(&Timeline) -> bool,
) -> u64 {
    let mut count = 0;
    for seed in 1.. {
        let line = played(scenario, &run(seed));
        for (service, check) in &scenario.checks {
            let verdict = check.verdict(*service, &line);
            assert_eq!(verdict.word(), "holds", "seed {seed}, {}: {verdict:?}", check.slug());
        }
        count += usize::from(tells(&line));
        if count == counted {
            return seed;
        }
        assert!(seed < 2 * counted as u64, "too little happens: {count} of {seed} runs count");
    }
    unreachable!("seeds do not end")
}

/// Does any check of the scenario find a violation?
pub fn is_violated(scenario: &Scenario, line: &Timeline) -> bool {
    let violated =
        |(service, check): &(ServiceId, Check)| check.verdict(*service, line).witness().is_some();
    scenario.checks.iter().any(violated)
}

/// How many operations were answered with yes.
pub fn acknowledged(line: &Timeline) -> usize {
    let told = line.trace().operations(line.cursor());
    told.filter(|(_, record)| matches!(record, Record::Concluded(_, Outcome::Ok(_)))).count()
}

/// How many terms, or tokens, had somebody who led.
pub fn leaders(line: &Timeline) -> usize {
    let notes = line.trace().notes(line.cursor());
    let leads = |record: &Record| {
        matches!(record, Record::Noted(_, Note::Decided { topic: Topic::Leader, .. }))
    };
    notes.filter(|(_, record)| leads(record)).count()
}

/// How many faults took effect.
pub fn faults(line: &Timeline) -> usize {
    let records = (0..line.cursor()).flat_map(|step| line.trace().records(step));
    records.filter(|record| matches!(record, Record::Struck(true))).count()
}
