//! Within the declared model nothing breaks, and nobody who acts believes what is not so.
use super::random::*;
use super::*;
use crate::checks::Check;
use crate::consistency::Verdict;
use crate::faults::FaultKind;
use crate::kernel::{HostId, Instant};
use crate::modes::Window;
use crate::node::Record;
use crate::world::Cause;
use std::collections::BTreeSet;

/// So many runs in which enough happens, for each of three ways to read.
const COUNTED: usize = 334;
const _: () = assert!(3 * COUNTED >= 1_000);
/// So many seeds of its own each way to read may try.
const SEEDS: i64 = 2 * COUNTED as i64;

/// When the hosts stood still: a paused believer's belief is as old as its last look at its clock.
fn stood_still(line: &Timeline, window: &Window) -> bool {
    let host = HostId(window.who.node().place.0);
    let acts = line.trace().steps().iter().filter_map(|step| match step.occurrence.cause {
        Cause::Act(fault) if fault.target.hosts().contains(host) => Some((step.at(), fault.kind)),
        _ => None,
    });
    let acts: Vec<(Instant, FaultKind)> = acts.collect();
    let last = acts.iter().rev().find(|(at, kind)| {
        let concerns = matches!(kind, FaultKind::Pause | FaultKind::Resume | FaultKind::Crash);
        concerns && *at <= window.from
    });
    let next = acts.iter().find(|(at, kind)| {
        matches!(kind, FaultKind::Resume | FaultKind::Crash) && *at > window.from
    });
    let until = next.map_or(line.now(), |(at, _)| *at);
    matches!(last, Some((_, FaultKind::Pause))) && window.until.is_none_or(|end| end <= until)
}

/// What must hold of every run.
fn check(line: &Timeline, of: &str) {
    for check in Check::ALL {
        match check.verdict(SERVICE, line) {
            Verdict::Holds => (),
            other => panic!("{of}: {}: {other:?}\n{}", check.slug(), tell(line)),
        }
    }
    let records = (0..line.cursor()).flat_map(|step| line.trace().records(step));
    let unbacked = |record: &&Record| matches!(record, Record::Answered(_, _, Some(_), false));
    assert_eq!(records.filter(unbacked).count(), 0, "{of}: an answer that nothing backed");
    for window in line.windows(line.trace().len()) {
        let fine = !window.is_lying() || stood_still(line, &window);
        assert!(fine, "{of}: {window:?}\n{}", tell(line));
    }
}

/// No two runs that count are alike: each way to read has seeds of its own, and each seed brings
/// other faults.
fn swarm(reads: i64, name: &str) {
    let (mut counted, mut answered, mut changes) = (BTreeSet::new(), 0, 0);
    let mut seeds = (SEEDS * reads..SEEDS * (reads + 1)).map(i64::cast_unsigned);
    while counted.len() < COUNTED {
        let seed = seeds.next().expect("enough happens");
        let storm = Storm::new(seed);
        let mut line = storm.calm(seed, |setup| setup.with("reads", reads));
        storm.rage(&mut line, MODEL);
        let line = played(line);
        check(&line, &format!("reads = {name}, seed {seed}"));
        if counts(&line) {
            assert!(counted.insert(line.script().acts().to_vec()), "seed {seed} is not new");
            (answered, changes) = (answered + acknowledged(&line), changes + leaders(&line) - 1);
        }
    }
    println!(
        "reads = {name}: of {SEEDS} seeds {} are left when {COUNTED} count: {answered} operations \
         answered, {changes} changes of leader",
        seeds.count()
    );
}

#[test]
fn nothing_breaks_with_reads_through_the_log() {
    swarm(0, "log");
}

#[test]
fn nothing_breaks_with_reads_that_ask_first() {
    swarm(1, "read-index");
}

#[test]
fn nothing_breaks_with_reads_by_lease() {
    swarm(2, "lease");
}
