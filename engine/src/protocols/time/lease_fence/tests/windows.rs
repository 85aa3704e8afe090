//! Lying windows to the nanosecond, against plain arithmetic.
use super::*;
use crate::kernel::{Deadline, HostId, LocalTime};
use crate::modes::Believer;
use crate::node::Record;

const MILLION: i128 = 1_000_000;

/// When a clock that runs at `MILLION + drift` millionths from `from` on, at which it shows
/// `shown`, shows `reading` for the first time.
fn shows(reading: LocalTime, shown: LocalTime, from: Instant, drift: i64) -> Instant {
    let ahead = i128::from(reading.0) - i128::from(shown.0);
    let rate = MILLION + i128::from(drift);
    let after = (ahead * MILLION + rate - 1).div_euclid(rate);
    Instant(from.0 + u64::try_from(after).expect("a reading that is yet to come"))
}

/// The deadline of the last lease that a worker took in before an instant.
fn deadline(line: &Timeline, holder: u16, before: Instant) -> LocalTime {
    let steps = line.trace().steps_until(before);
    let accepted = (0..steps).rev().flat_map(|step| line.trace().records(step));
    let found = accepted.filter_map(|record| match record {
        Record::Accepted(item, Deadline::Monotonic(reading))
            if item.kind == Kind::LeaseEpoch && item.to().0 == holder =>
        {
            Some(*reading)
        }
        _ => None,
    });
    found.max().expect("it has taken one in")
}

#[test]
fn a_lie_begins_as_the_grantor_is_free_and_ends_as_the_holder_notices() {
    let from = millis(1_000);
    for (seed, slow, fast) in [(7, -550_000, 0), (8, -300_000, 20_001), (9, -123_457, 43_210)] {
        let acts = vec![
            at(1_000, on(FaultKind::ClockDrift, &[2]).by(slow)),
            at(1_000, on(FaultKind::ClockDrift, &[0]).by(fast)),
            at(2_400, around(FaultKind::Cut, 2)),
        ];
        let line = play(plan(seed, as_built), acts, millis(9_000));
        let shown = |host| line.world().host(HostId(host)).clock.read(from);
        let lie = lies(&line)[0];
        assert_eq!(lie.who, Believer::Node(node(2), READS));
        let granted = grants(&line).into_iter().rfind(|(_, holder, _)| *holder == 2);
        let granted = granted.expect("a lease").0;
        let counted = i128::from((granted - from).0) * (MILLION + i128::from(fast)) / MILLION;
        let bound_until = shown(0) + Span(u64::try_from(counted).unwrap()) + LEASE;
        assert_eq!(lie.from, shows(bound_until, shown(0), from, fast), "seed {seed}");
        let relies_until = deadline(&line, 2, lie.from);
        assert_eq!(lie.until, Some(shows(relies_until, shown(2), from, slow)), "seed {seed}");
    }
}

/// A worker that stands still believes what it read last; it notices as it goes on.
#[test]
fn a_sleepers_lie_ends_as_it_wakes() {
    let acts = vec![at(3_000, on(FaultKind::Pause, &[2])), at(7_000, on(FaultKind::Resume, &[2]))];
    let line = play(plan(7, as_built), acts, millis(9_000));
    let granted =
        grants(&line).into_iter().rfind(|(at, holder, _)| *holder == 2 && *at < millis(3_100));
    let lie = lies(&line)[0];
    assert_eq!(lie.from, granted.expect("a lease").0 + LEASE);
    assert_eq!(lie.until, Some(millis(7_000)));
}

/// An act cannot look at any clock: it lies until it lands.
#[test]
fn an_act_lies_from_the_end_of_the_lease_until_it_lands() {
    let acts = vec![at(3_000, on(FaultKind::Pause, &[2])), at(7_000, on(FaultKind::Resume, &[2]))];
    let change = |setup: Setup| setup.without("fencing").with("work", 150_000_000);
    let line = play(plan(7, change), acts, millis(9_000));
    let acts = lies(&line).into_iter().filter(|lie| matches!(lie.who, Believer::Errand(..)));
    let (work, writes): (Vec<_>, Vec<_>) = acts.partition(|lie| lie.from < millis(7_000));
    let granted =
        grants(&line).into_iter().rfind(|(at, holder, _)| *holder == 2 && *at < millis(3_100));
    let free = granted.expect("a lease").0 + LEASE;
    assert!(!work.is_empty() && !writes.is_empty(), "{}", tell(&line));
    assert!(work.iter().all(|lie| (lie.from, lie.until) == (free, Some(millis(7_000)))));
    let landings: Vec<_> = effects(&line).into_iter().map(|(at, ..)| Some(at)).collect();
    assert!(writes.iter().all(|lie| lie.from == millis(7_000) && landings.contains(&lie.until)));
}
