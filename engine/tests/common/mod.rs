//! What tests of scenarios share: the file of a scenario, and how much happened in a run.
#![allow(dead_code, reason = "each scenario's tests use some of it")]
pub mod book;
pub mod lab;

use engine::checks::Check;
use engine::kernel::{Instant, ServiceId};
use engine::node::{Layer, Note, Outcome, Record, Topic};
use engine::scenario::{Aha, Run, Scenario, parse_act, read};
use engine::timeline::{Script, Timeline};
use std::collections::BTreeSet;

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
/// scenario that is claimed must hold in every one. How many seeds that took.
pub fn assert_holds(
    scenario: &Scenario,
    counted: usize,
    run: impl Fn(u64) -> Run,
    tells: impl Fn(&Timeline) -> bool,
) -> u64 {
    let mut count = 0;
    for seed in 1.. {
        let line = played(scenario, &run(seed));
        for (service, check) in claimed(scenario) {
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

/// What a scenario shows breaks at its seed, and with the change that mends it never
/// over so many runs that tell something, at the least. How many seeds that took.
pub fn assert_aha(
    scenario: &Scenario,
    aha: &Aha,
    counted: usize,
    tells: impl Fn(&Timeline) -> bool,
) -> u64 {
    assert!(aha.breaks(scenario), "{}", aha.says);
    assert!(aha.seeds as usize >= counted);
    let mended = |seed| {
        let run = Run::of_stage(scenario, aha.stage);
        Run { seed, change: run.change.with(&aha.mended), ..run }
    };
    assert_holds(scenario, aha.seeds as usize, mended, tells)
}

/// The checks that a scenario claims to hold.
fn claimed(scenario: &Scenario) -> impl Iterator<Item = &(ServiceId, Check)> {
    scenario.checks.iter().filter(|check| !scenario.model.unclaimed.contains(check))
}

/// Does any check that the scenario claims find a violation?
pub fn is_violated(scenario: &Scenario, line: &Timeline) -> bool {
    let violated =
        |(service, check): &(ServiceId, Check)| check.verdict(*service, line).witness().is_some();
    claimed(scenario).any(violated)
}

/// Under these acts no harm is done with a guard, and some without it.
pub fn assert_missed(
    scenario: &Scenario,
    guard: &str,
    acts: &[&str],
    harm: &dyn Fn(&Timeline) -> bool,
) {
    let (service, card) = scenario.guards.iter().find(|(_, card)| card.name == guard).expect(guard);
    let full = format!("{}.{}", scenario.cast.info(*service).name, card.name);
    let script = script(scenario, acts);
    let id = scenario.id.clone();
    let mut run = Run { scenario: id, seed: scenario.seed, script, ..Run::default() };
    assert!(!harm(&played(scenario, &run)), "{full} on");
    run.change.guards.insert(full, false);
    assert!(harm(&played(scenario, &run)), "{guard} off");
}

/// Acts as they are written in scenarios.
pub fn script(scenario: &Scenario, acts: &[&str]) -> Script {
    let acts = acts.iter().map(|line| parse_act(&scenario.cast, line));
    Script::new(acts.map(|act| act.expect("this is an act")))
}

/// Does somebody lie at any time?
pub fn somebody_lies(line: &Timeline) -> bool {
    line.windows(line.cursor()).iter().any(|window| window.is_lying())
}

/// The reader may change something of each layer.
pub fn assert_layers(scenario: &Scenario) {
    for layer in [Layer::Nature, Layer::Strategy, Layer::Tactic] {
        assert!(scenario.controls.iter().any(|control| control.card.layer == layer), "{layer:?}");
    }
}

/// How many operations were answered with yes.
pub fn acknowledged(line: &Timeline) -> usize {
    let told = line.trace().operations(line.cursor());
    told.filter(|(_, record)| matches!(record, Record::Concluded(_, Outcome::Ok(_)))).count()
}

/// How many terms, or tokens, had somebody who led or held.
pub fn leaders(line: &Timeline) -> usize {
    let notes = line.trace().notes(line.cursor());
    let led = |record: &Record| match record {
        Record::Noted(_, Note::Decided { topic: Topic::Leader, number, .. }) => Some(*number),
        _ => None,
    };
    notes.filter_map(|(_, record)| led(record)).collect::<BTreeSet<_>>().len()
}

/// How many faults took effect.
pub fn faults(line: &Timeline) -> usize {
    let records = (0..line.cursor()).flat_map(|step| line.trace().records(step));
    records.filter(|record| matches!(record, Record::Struck(true))).count()
}
