//! Where two runs part is found where a difference was planted, and nowhere in equal runs.
mod common;
use common::book::all;
use common::played;
use engine::account::{Parted, parted};
use engine::kernel::{Instant, Span};
use engine::scenario::{Run, Scenario, wild_run};
use engine::timeline::{Script, Timeline};

/// So many random runs are looked at.
const SEEDS: u64 = 60;

fn each_seed(look: impl Fn(u64, &Scenario, &Run)) {
    let scenarios = all();
    for (seed, scenario) in (1..=SEEDS).zip(scenarios.iter().cycle()) {
        look(seed, scenario, &wild_run(scenario, seed));
    }
}

/// The first step that differs, found without hashes: step by step.
fn plainly(one: &Timeline, other: &Timeline) -> Option<usize> {
    let same = |step: &usize| {
        one.trace().step(*step).occurrence == other.trace().step(*step).occurrence
            && one.trace().records(*step) == other.trace().records(*step)
    };
    let both = one.cursor().min(other.cursor());
    let differs = (0..both).find(|step| !same(step));
    differs.or_else(|| (one.cursor() != other.cursor()).then_some(both))
}

#[test]
fn equal_runs_never_part() {
    each_seed(|seed, scenario, run| {
        let (one, other) = (played(scenario, run), played(scenario, run));
        assert_eq!(parted(&one, &other), Parted::default(), "{} {seed}", scenario.id);
    });
}

/// An equal run that was rewound, struck and mended on the way is equal.
#[test]
fn a_run_that_was_changed_and_put_right_again_is_equal() {
    each_seed(|seed, scenario, run| {
        let (one, mut other) = (played(scenario, run), played(scenario, run));
        other.seek_to(Instant(scenario.length.0 / 3));
        other.follow(Script::default());
        other.follow(run.script.clone());
        other.seek_to(Instant(0) + scenario.length);
        assert_eq!(parted(&one, &other), Parted::default(), "{} {seed}", scenario.id);
    });
}

/// One act is taken out of each run: it parts at that act, and before it nothing differs.
#[test]
fn an_act_that_is_left_out_is_where_they_part() {
    let planted = std::cell::Cell::new(0);
    each_seed(|seed, scenario, run| {
        let acts = run.script.acts();
        let Some(place) = (seed as usize).checked_rem(acts.len()) else { return };
        let without = Run { script: run.script.without(place), ..run.clone() };
        let (one, other) = (played(scenario, run), played(scenario, &without));
        let (step, at) = parted(&one, &other).step.expect("one has an act more");
        assert_eq!(Some(step), plainly(&one, &other), "{} {seed}", scenario.id);
        assert_eq!(at, acts[place].at, "{} {seed}", scenario.id);
        planted.set(planted.get() + 1);
    });
    assert!(planted.get() > SEEDS as usize / 2, "{} acts were left out", planted.get());
}

/// An act comes a millisecond later: found, wherever it was.
#[test]
fn an_act_that_comes_later_is_where_they_part() {
    each_seed(|seed, scenario, run| {
        let Some(act) = run.script.acts().first().copied() else { return };
        let later = run.script.moved(0, act.at + Span::millis(1));
        let moved = Run { script: later, ..run.clone() };
        let (one, other) = (played(scenario, run), played(scenario, &moved));
        let found = parted(&one, &other);
        assert_eq!(found.step.map(|(step, _)| step), plainly(&one, &other), "{seed}");
        assert_eq!(found.step.map(|(_, at)| at), Some(act.at), "{} {seed}", scenario.id);
    });
}

/// Other draws make another run, and the finder agrees with a plain walk over both.
#[test]
fn other_draws_are_found_where_a_plain_walk_finds_them() {
    each_seed(|seed, scenario, run| {
        let drawn = Run { seed: run.seed + 1, ..run.clone() };
        let (one, other) = (played(scenario, run), played(scenario, &drawn));
        let found = parted(&one, &other);
        assert_eq!(found.step.map(|(step, _)| step), plainly(&one, &other), "{seed}");
        assert!(found.step.is_some(), "{} {seed}", scenario.id);
    });
}
