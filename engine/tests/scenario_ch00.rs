//! Two nodes, one lease, two clocks: what its stages and the prologue say is so, and stays so.
mod common;
use common::*;
use engine::kernel::{Instant, Span};
use engine::modes::{Gap, Window};
use engine::node::{Answer, Outcome, Record, Value};
use engine::scenario::{Run, Scenario, beyond_model, within_model};
use engine::timeline::Timeline;

/// So many runs are counted where many are played.
const COUNTED: usize = 200;

fn two_nodes() -> Scenario {
    scenario("00-prologue", "ch00-two-node-lease")
}

/// A hundred operations answered, the lease in two hands, three faults.
fn tells(line: &Timeline) -> bool {
    acknowledged(line) >= 100 && leaders(line) >= 2 && faults(line) >= 3
}

#[test]
fn every_stage_is_as_it_says() {
    assert_stages(&two_nodes(), tells);
}

#[test]
fn what_the_scenario_shows_it_shows_and_only_there() {
    let scenario = two_nodes();
    for aha in &scenario.ahas {
        assert_aha(&scenario, aha, COUNTED, tells);
    }
    let misled = |seed: &u64| {
        let run = Run { seed: *seed, ..Run::of_stage(&scenario, 1) };
        is_violated(&scenario, &played(&scenario, &run))
    };
    assert_eq!((1..=COUNTED as u64).filter(misled).count(), COUNTED, "the story needs no luck");
}

/// The windows of n2's reads in one gap, after the cut.
fn windows(stage: usize, gap: Gap) -> Vec<(Instant, Option<Instant>)> {
    let scenario = two_nodes();
    let line = played(&scenario, &Run::of_stage(&scenario, stage));
    let n2 = scenario.cast.node("n2").expect("n2 is there");
    let (service, reads) = scenario.focus[0];
    let mine = |window: &Window| {
        let who = (window.who.node(), window.who.class());
        who == (n2, reads) && n2.service == service && window.stance.gap == gap
    };
    let all = line.windows(line.cursor()).into_iter().filter(mine);
    let all = all.filter(|window| window.from > ms(3_000) && window.from < ms(11_000));
    all.map(|window| (thousandth(window.from), window.until.map(thousandth))).collect()
}

fn ms(millis: u64) -> Instant {
    Instant(0) + Span::millis(millis)
}

fn thousandth(at: Instant) -> Instant {
    ms((at.0 + 500_000) / 1_000_000)
}

/// The instants that stages and prologue name.
#[test]
fn the_numbers_in_its_texts_are_those_of_its_runs() {
    assert_eq!(windows(0, Gap::Timid), [(ms(5_484), Some(ms(5_814)))]);
    assert_eq!(windows(1, Gap::Lying), [(ms(5_239), Some(ms(7_610)))]);
    assert_eq!(windows(2, Gap::Timid), [(ms(4_610), Some(ms(5_662)))]);
    assert_eq!(stale_answers(), [10, 10, 10, 10]);
}

/// What B was told of what it asked after A had been told that x is 30, until n2 gave up.
fn stale_answers() -> Vec<i64> {
    let scenario = two_nodes();
    let line = played(&scenario, &Run::of_stage(&scenario, 1));
    let mut asked = Vec::new();
    let mut told = Vec::new();
    let b = scenario.cast.node("B").expect("B is there");
    for (step, record) in line.trace().operations(line.cursor()) {
        let at = line.trace().step(step).at();
        match record {
            Record::Invoked(request) if request.op.client == b && at > ms(6_625) => {
                asked.push(request.op);
            }
            Record::Concluded(op, Outcome::Ok(Answer::Value(Some(Value(value)))))
                if asked.contains(op) && at < ms(11_000) =>
            {
                told.push(*value);
            }
            _ => (),
        }
    }
    told
}

/// Without either somebody lies, though every clock keeps to the bound.
#[test]
fn each_guard_that_can_be_switched_off_is_missed() {
    let scenario = two_nodes();
    let (pass, cut) = ("1 s operator-action n1 give-up-the-lease", "3 s cut n1 A | n2 B");
    let clocks = ["2 s clock-drift n1 50000 ppm", "2 s clock-drift n2 -50000 ppm"];
    let crash = ["3.1 s crash n1", "3.2 s restart n1"];
    for (guard, [first, second]) in [("drift-margin", clocks), ("durable-grants", crash)] {
        assert_missed(&scenario, guard, &[pass, cut, first, second], &somebody_lies);
    }
    assert_eq!(scenario.guards.len(), 2);
}

/// A random script, and the lease handed over at the start.
fn stormy(scenario: &Scenario, seed: u64, beyond: bool) -> Run {
    let random = if beyond { beyond_model } else { within_model };
    let pass = script(scenario, &["1 s operator-action n1 give-up-the-lease"]);
    let script = random(scenario, seed).with(pass.acts()[0]).0;
    Run { scenario: scenario.id.clone(), seed, script, ..Run::default() }
}

/// Longer than a reader's run, so that enough happens in spite of all that befalls it.
fn long() -> Scenario {
    Scenario { length: Span::secs(40), ..two_nodes() }
}

#[test]
fn within_the_declared_model_every_check_holds() {
    let scenario = long();
    assert_holds(&scenario, COUNTED, |seed| stormy(&scenario, seed, false), tells);
}

#[test]
fn beyond_it_a_check_breaks_and_nothing_else_does() {
    let scenario = long();
    let breaks = |seed: &u64| {
        let line = played(&scenario, &stormy(&scenario, *seed, true));
        assert_eq!(line.now(), Instant(0) + scenario.length);
        is_violated(&scenario, &line) && tells(&line)
    };
    assert!((1..=300).any(|seed| breaks(&seed)));
}

#[test]
fn its_controls_are_of_nature_of_strategy_and_of_tactic() {
    assert_layers(&two_nodes());
}
