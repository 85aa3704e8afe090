//! The holder that slept: what its stages say is so, and stays so.
mod common;
use common::*;
use engine::checks::Check;
use engine::kernel::{Instant, ServiceId, Span};
use engine::modes::{Believer, Gap, Window};
use engine::node::{Note, Outcome, Record, Refusal};
use engine::scenario::{Run, Scenario, beyond_model, within_model};
use engine::timeline::Timeline;

/// So many runs are counted where many are played.
const COUNTED: usize = 200;
const REGISTER: ServiceId = ServiceId(0);

fn sleeper() -> Scenario {
    scenario("09-coordination", "ch09-fencing-token")
}

/// A hundred operations answered, the lease in two hands, three faults.
fn tells(line: &Timeline) -> bool {
    acknowledged(line) >= 100 && leaders(line) >= 2 && faults(line) >= 3
}

#[test]
fn every_stage_is_as_it_says() {
    assert_stages(&sleeper(), tells);
}

#[test]
fn what_the_scenario_shows_it_shows_and_only_there() {
    let scenario = sleeper();
    assert_aha(&scenario, &scenario.ahas[0], COUNTED, tells);
}

fn overwrites(scenario: &Scenario, run: &Run) -> bool {
    let line = played(scenario, run);
    assert!(tells(&line), "seed {}: too little happens", run.seed);
    Check::Exclusivity.verdict(REGISTER, &line).witness().is_some()
}

/// Neither stage needs luck, and no clock that anybody could buy helps.
#[test]
fn without_tokens_the_late_write_lands_at_every_seed() {
    let scenario = sleeper();
    for seed in 1..=COUNTED as u64 {
        for stage in [0, 1] {
            let run = Run { seed, ..Run::of_stage(&scenario, stage) };
            assert!(overwrites(&scenario, &run), "seed {seed}, stage {}", stage + 1);
        }
        let mut careful = Run { seed, ..Run::of_stage(&scenario, 0) };
        careful.change.settings.insert("register.drift-bound".into(), 300_000);
        assert!(overwrites(&scenario, &careful), "seed {seed}, with room for doubt");
    }
}

fn stage(number: usize) -> (Scenario, Timeline) {
    let scenario = sleeper();
    let line = played(&scenario, &Run::of_stage(&scenario, number - 1));
    (scenario, line)
}

/// Windows of a worker's writes, in thousandths of a second: of its own, or of acts under way.
fn windows(number: usize, worker: &str, gap: Gap, acts: bool) -> Vec<(u64, u64)> {
    let (scenario, line) = stage(number);
    let (worker, (_, writes)) = (scenario.cast.node(worker), scenario.focus[0]);
    let mine = |window: &Window| {
        let act = matches!(window.who, Believer::Errand(..));
        let of = (Some(window.who.node()), window.who.class());
        of == (worker, writes) && window.stance.gap == gap && act == acts
    };
    let ms = |at: Instant| (at.0 + 500_000) / 1_000_000;
    let all = line.windows(line.cursor()).into_iter().filter(mine);
    all.map(|window| (ms(window.from), ms(window.until.unwrap_or(line.now())))).collect()
}

/// The instants that the stages name.
#[test]
fn the_numbers_in_its_texts_are_those_of_its_runs() {
    assert_eq!(windows(1, "w1", Gap::Lying, false), [(5_731, 8_000)]);
    assert_eq!(windows(1, "w1", Gap::Lying, true), [(5_731, 8_000), (8_000, 8_040)]);
    assert_eq!(windows(2, "w1", Gap::Lying, false), []);
    let late = windows(2, "w1", Gap::Lying, true);
    assert!(late.iter().all(|act| *act == (6_074, 8_000)) && !late.is_empty(), "{late:?}");
    assert_eq!(windows(2, "w1", Gap::Hopeful, true)[0].0, 3_930);
    assert_eq!(given_up(2), Some(5_120));
}

/// When w1 stopped trusting its lease, in thousandths of a second.
fn given_up(number: usize) -> Option<u64> {
    let (scenario, line) = stage(number);
    let w1 = scenario.cast.node("w1")?;
    let timid = line.windows(line.cursor()).into_iter().find(|window| {
        let own = matches!(window.who, Believer::Node(..)) && window.who.node() == w1;
        own && window.stance.gap == Gap::Timid && window.from > Instant(0) + Span::secs(4)
    });
    timid.map(|window| (window.from.0 + 500_000) / 1_000_000)
}

/// Tokens of the writes that took effect, and how many writes were refused for theirs.
#[test]
fn in_the_last_stage_both_late_writes_are_refused() {
    let (_, line) = stage(3);
    let records = (0..line.cursor()).flat_map(|step| line.trace().records(step));
    let told = records
        .clone()
        .filter(|record| matches!(record, Record::Concluded(_, Outcome::Fail(Refusal::Fenced))));
    assert_eq!(told.count(), 2, "700 and 900");
    let mut tokens: Vec<_> = records
        .filter_map(|record| match record {
            Record::Noted(_, Note::Effect { epoch, .. }) => Some(epoch.0),
            _ => None,
        })
        .collect();
    assert!(tokens.is_sorted());
    tokens.dedup();
    assert_eq!(tokens, [1, 2, 3]);
}

/// A sleeper overwrites; clocks that keep to the bound, or a crash, make somebody lie who never
/// slept.
#[test]
fn each_guard_that_can_be_switched_off_is_missed() {
    let scenario = sleeper();
    let pause = ["4 s pause w1", "8 s resume w1"];
    let apart = "4 s cut w1 A | lock store w2 B";
    let clocks = ["2 s clock-drift lock 50000 ppm", "2 s clock-drift w1 -50000 ppm", apart];
    let crash = ["4 s cut w1 | lock", "4.2 s crash lock", "4.3 s restart lock"];
    let breaks = |line: &Timeline| is_violated(&scenario, line);
    assert_missed(&scenario, "fencing", &pause, &breaks);
    assert_missed(&scenario, "drift-margin", &clocks, &somebody_lies);
    assert_missed(&scenario, "durable-grants", &crash, &somebody_lies);
    assert_eq!(scenario.guards.len(), 3);
}

/// A random script of the model's faults, or of those beyond it too.
fn stormy(scenario: &Scenario, seed: u64, beyond: bool) -> Run {
    let random = if beyond { beyond_model } else { within_model };
    let pause = script(scenario, &["4 s pause w1", "8 s resume w1"]);
    let script = pause.acts().iter().fold(random(scenario, seed), |all, act| all.with(*act).0);
    Run { scenario: scenario.id.clone(), seed, script, ..Run::default() }
}

/// Longer than a reader's run, so that enough happens in spite of all that befalls it.
fn long() -> Scenario {
    Scenario { length: Span::secs(30), ..sleeper() }
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
    assert_layers(&sleeper());
}
