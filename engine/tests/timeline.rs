//! However one comes to a moment of a run, it is the same moment.
mod common;
use common::*;
use engine::faults::{Fault, FaultKind, Target};
use engine::kernel::{Draws, HostSet, Instant, Purpose, Span, digest};
use engine::scenario::{Run, Scenario, wild_run};
use engine::timeline::{Act, Timeline};

/// So much of each run is played.
const PLAYED: Instant = Instant(3_000_000_000);

/// The hash of the past, the world, and its picture.
type Moment = (u64, u64, u64);

fn moment(line: &Timeline) -> Moment {
    let frame = line.world().frame(line.world().now());
    let past = line.trace().hash_at(line.cursor());
    (past, line.world().fingerprint(), digest(&format!("{frame:?}")))
}

/// The moment at which a playhead stands, come to from the start without a detour.
fn straight(scenario: &Scenario, run: &Run, there: &Timeline) -> Moment {
    let mut line = run.timeline(scenario);
    while line.cursor() < there.cursor() {
        assert!(line.advance(PLAYED), "there is no step {}", there.cursor());
    }
    if line.now() < there.now() {
        line.run_until(there.now());
    }
    moment(&line)
}

/// A random move of the playhead, within what is played.
fn moved(line: &mut Timeline, steps: usize, draws: &mut Draws) {
    let at = Instant(draws.below(PLAYED.0));
    match draws.below(5) {
        0 => line.seek(draws.below(steps as u64) as usize),
        1 => line.seek_to(at),
        2 => line.run_until(at),
        3 => (0..draws.below(90)).for_each(|_| {
            line.advance(PLAYED);
        }),
        _ => fork_and_return(line, draws),
    }
}

/// Somebody intervenes, sees what comes of it, and takes the old future up again.
fn fork_and_return(line: &mut Timeline, draws: &mut Draws) {
    let before = line.script().clone();
    let host = HostSet::first(1 + draws.below(2) as u16);
    let kinds = [FaultKind::Crash, FaultKind::Pause, FaultKind::ClockDrift];
    line.intervene(Fault::new(kinds[draws.below(3) as usize], Target::Hosts(host)));
    let at = line.now() + Span(draws.below(400_000_000));
    line.run_until(at.min(PLAYED));
    match line.branches().iter().position(|branch| branch.script == before) {
        Some(left) if draws.below(2) == 0 => line.take_up(left),
        _ => line.follow(before),
    }
}

#[test]
fn a_moment_is_the_same_by_whatever_way() {
    for scenario in book::all() {
        for seed in 1..=6 {
            let run = wild_run(&scenario, seed);
            let mut line = run.timeline(&scenario);
            line.run_until(PLAYED);
            let steps = line.cursor();
            let mut draws = Draws::new(seed, Purpose::Swarm, 77);
            for nth in 0..60 {
                moved(&mut line, steps, &mut draws);
                let of = format!("{} seed {seed}, move {nth}", scenario.id);
                assert_eq!(moment(&line), straight(&scenario, &run, &line), "{of}");
                assert_eq!(*line.script(), run.script, "{of}");
            }
        }
    }
}

/// Sixty frames a second of a reader's time, at three paces, and step by step.
#[test]
fn pace_changes_nothing() {
    for scenario in book::all() {
        for run in [Run::of_stage(&scenario, 1), wild_run(&scenario, 5)] {
            let mut by_hand = run.timeline(&scenario);
            while by_hand.advance(PLAYED) {}
            by_hand.run_until(PLAYED);
            for (tenths, frame) in [(1, 1_666_667), (10, 16_666_667), (10_000, 16_666_666_667)] {
                let mut line = run.timeline(&scenario);
                while line.now() < PLAYED {
                    line.run_until((line.now() + Span(frame)).min(PLAYED));
                }
                let of = format!("{}, {tenths} tenths", scenario.id);
                assert_eq!(line.trace().hash(), by_hand.trace().hash(), "{of}");
                assert_eq!(moment(&line), moment(&by_hand), "{of}");
            }
        }
    }
}

fn crash(host: u16) -> Fault {
    let host = HostSet::first(host + 1).minus(HostSet::first(host));
    Fault::new(FaultKind::Crash, Target::Hosts(host))
}

#[test]
fn an_act_in_the_past_forks_and_every_old_future_stays() {
    let scenario = book::slow_clock();
    let run = Run::of_stage(&scenario, 0);
    let mut line = run.timeline(&scenario);
    line.run_until(PLAYED);
    let mut futures = vec![(line.script().clone(), line.trace().hash())];
    for nth in 0..12_u16 {
        line.seek_to(Instant(1_000_000_000 + u64::from(nth) * 50_000_000));
        let place = line.intervene(crash(nth % 5));
        assert_eq!(line.script().acts()[place].at, line.now());
        assert_eq!(line.head(), line.now(), "what lies ahead is open again");
        line.run_until(PLAYED);
        futures.push((line.script().clone(), line.trace().hash()));
        assert_eq!(line.branches().len(), futures.len() - 1, "none is forgotten");
    }
    for (script, hash) in &futures[..12] {
        let left = line.branches().iter().position(|branch| branch.script == *script);
        line.take_up(left.expect("it was left behind"));
        assert_eq!((line.script(), line.trace().hash(), line.now()), (script, *hash, PLAYED));
        assert_eq!(line.branches().len(), 12, "what is played is not left behind");
    }
    line.follow(futures[12].0.clone());
    assert!(line.branches().iter().all(|branch| branch.script != futures[12].0));
}

#[test]
fn what_is_done_and_undone_again_leaves_one_branch() {
    let scenario = book::slow_clock();
    let mut line = Run::of_stage(&scenario, 0).timeline(&scenario);
    line.run_until(PLAYED);
    line.seek_to(Instant(1_000_000_000));
    let before = line.script().clone();
    let after = before.with(Act { at: line.now(), fault: crash(2) }).0;
    for _ in 0..5 {
        line.follow(after.clone());
        line.run_until(PLAYED);
        line.follow(before.clone());
        line.run_until(PLAYED);
    }
    let left: Vec<_> = line.branches().iter().map(|branch| &branch.script).collect();
    assert_eq!(left, [&after]);
}

/// So long that every second checkpoint goes, twice.
#[test]
fn thinned_checkpoints_lead_to_the_same_moments() {
    let scenario = book::slow_clock();
    let mut line = wild_run(&scenario, 2).timeline(&scenario);
    let mut kept = Vec::new();
    let mut most = 0;
    while line.cursor() < 30_000 && line.advance(Instant(u64::MAX)) {
        if line.cursor().is_multiple_of(1_013) {
            kept.push((line.cursor(), moment(&line)));
        }
        most = most.max(line.checkpoint_count());
    }
    assert!(line.checkpoint_count() < most, "some have gone");
    let mut draws = Draws::new(2, Purpose::Swarm, 78);
    for _ in 0..60 {
        let (steps, there) = kept[draws.below(kept.len() as u64) as usize];
        line.seek(steps);
        assert_eq!((line.cursor(), moment(&line)), (steps, there));
    }
}
