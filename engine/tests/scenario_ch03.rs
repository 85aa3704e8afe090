//! The minority leader with the slow clock: what its stages say is so, and stays so.
mod common;
use common::*;
use engine::kernel::{Instant, Span};
use engine::modes::Gap;
use engine::scenario::{Run, Scenario, beyond_model, parse_act, within_model};
use engine::timeline::Timeline;

/// So many runs are counted where many are played.
const COUNTED: usize = 200;

fn slow_clock() -> Scenario {
    scenario("03-consensus", "ch03-raft-lease-read")
}

/// A hundred operations answered, a change of leader, three faults.
fn tells(line: &Timeline) -> bool {
    acknowledged(line) >= 100 && leaders(line) >= 2 && faults(line) >= 3
}

#[test]
fn every_stage_is_as_it_says() {
    assert_stages(&slow_clock(), tells);
}

/// With the mended tactic the very runs in which lease reads mislead are harmless.
#[test]
fn what_the_scenario_shows_it_shows_and_only_there() {
    let scenario = slow_clock();
    let aha = &scenario.ahas[0];
    let seeds = assert_aha(&scenario, aha, COUNTED, tells);
    let broken = |seed: &u64| {
        let run = Run { seed: *seed, ..Run::of_stage(&scenario, aha.stage) };
        is_violated(&scenario, &played(&scenario, &run))
    };
    let broken = (1..=40).filter(broken).count();
    println!("asking first: none of {seeds} seeds breaks; lease reads: {broken} of 40 do");
    assert!(broken >= 20);
}

#[test]
fn asking_first_is_never_a_lie() {
    let scenario = slow_clock();
    let line = played(&scenario, &Run::of_stage(&scenario, 2));
    let (service, class) = scenario.focus[0];
    let windows = line.windows(line.cursor());
    let of_reads = windows
        .iter()
        .filter(|window| window.who.node().service == service && window.who.class() == class);
    assert!(of_reads.clone().all(|window| window.stance.gap != Gap::Lying));
    let hopeful = of_reads.filter(|window| window.stance.gap == Gap::Hopeful);
    let total = hopeful.map(|window| window.length(line.now()).0).sum();
    assert!(Span(total) > Span::secs(4), "it waits for answers that will not come");
}

/// A random script, and a leader that leads from the start and crashes.
fn stormy(scenario: &Scenario, seed: u64, beyond: bool) -> Run {
    let script = if beyond { beyond_model } else { within_model };
    let more = ["50 ms operator-action n1 start-an-election", "4 s crash n1", "6 s restart n1"];
    let more = more.map(|line| parse_act(&scenario.cast, line).expect("this is an act"));
    let script = more.into_iter().fold(script(scenario, seed), |script, act| script.with(act).0);
    Run { scenario: scenario.id.clone(), seed, script, ..Run::default() }
}

/// Longer than a reader's run, so that enough happens in spite of all that befalls it.
fn long() -> Scenario {
    Scenario { length: Span::secs(24), ..slow_clock() }
}

#[test]
fn within_the_declared_model_every_check_holds() {
    let scenario = long();
    let seeds = assert_holds(&scenario, COUNTED, |seed| stormy(&scenario, seed, false), tells);
    println!("{COUNTED} of {seeds} random runs count; every check holds in all of them");
}

#[test]
fn beyond_it_a_check_breaks_and_nothing_else_does() {
    let scenario = long();
    let breaks = |seed: &u64| {
        let line = played(&scenario, &stormy(&scenario, *seed, true));
        assert_eq!(line.now(), Instant(0) + scenario.length);
        is_violated(&scenario, &line) && tells(&line)
    };
    let broken: Vec<u64> = (1..=300).filter(breaks).collect();
    println!("beyond the model, of 300 seeds {broken:?} break a check");
    assert!(!broken.is_empty());
}

#[test]
fn its_controls_are_of_nature_of_strategy_and_of_tactic() {
    assert_layers(&slow_clock());
}
