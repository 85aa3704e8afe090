//! A lease that ends at an hour on the wall: every clock must show the same hour.
use super::*;
use crate::modes::Gap;

/// The holder's wall clock is set back by four seconds, and the holder is cut off.
fn set_back(seed: u64, kind: FaultKind, change: fn(Setup) -> Setup) -> Timeline {
    let acts = vec![
        at(2_000, on(kind, &[2]).by(-4_000_000_000)),
        at(2_400, between(FaultKind::Cut, &[2], &[0, 1])),
        at(8_500, between(FaultKind::Heal, &[2], &[0, 1])),
    ];
    play(watched(seed, change), acts, millis(10_000))
}

#[test]
fn told_as_an_hour_a_lease_outlives_itself_when_a_clock_is_set_back() {
    for kind in [FaultKind::ClockOffset, FaultKind::ClockStep] {
        let line = set_back(7, kind, by_the_hour);
        assert_counts(&line, "by the hour");
        assert_eq!(word(Check::Linearizability, &line), "violated", "{}", tell(&line));
        let lying = total(&line, READS, Gap::Lying);
        assert!(lying > Span::millis(3_900) && lying < Span::millis(4_100), "{lying}");
    }
}

#[test]
fn told_as_a_length_of_time_it_does_not() {
    for seed in 1..=100 {
        for kind in [FaultKind::ClockOffset, FaultKind::ClockStep] {
            let line = set_back(seed, kind, as_built);
            let of = format!("seed {seed}");
            assert_counts(&line, &of);
            assert!(lies(&line).is_empty(), "{of}\n{}", tell(&line));
            assert_all_hold(&line, &of);
        }
    }
}

/// A grantor that is ahead names an hour that comes too late for everybody else.
#[test]
fn an_hour_named_by_a_clock_that_is_ahead_comes_too_late() {
    let acts = vec![
        at(1_000, on(FaultKind::ClockOffset, &[0]).by(3_000_000_000)),
        at(2_400, between(FaultKind::Cut, &[2], &[0, 1])),
        at(7_000, between(FaultKind::Heal, &[2], &[0, 1])),
    ];
    let line = play(watched(7, by_the_hour), acts, millis(9_000));
    assert_counts(&line, "ahead");
    assert_eq!(word(Check::Linearizability, &line), "violated", "{}", tell(&line));
}

/// Hosts that say how wrong they may be, and are right in that, cost time and nothing else.
#[test]
fn an_hour_with_a_bound_is_safe_while_the_bound_is_true() {
    let bounded = |seed| {
        let claims = vec![Some(Span::millis(200)); 9];
        Plan { claims, ..watched(seed, by_the_hour) }
    };
    for seed in 1..=100 {
        let off = |shift: u64| ((seed * 37 + shift) % 401).cast_signed() * 1_000_000 - 200_000_000;
        let acts = vec![
            at(500, on(FaultKind::ClockOffset, &[0]).by(off(0) | 1)),
            at(500, on(FaultKind::ClockOffset, &[2]).by(off(111) | 1)),
            at(2_400, between(FaultKind::Cut, &[2], &[0, 1])),
        ];
        let line = play(bounded(seed), acts, millis(8_000));
        let of = format!("seed {seed}");
        assert_counts(&line, &of);
        assert!(lies(&line).is_empty(), "{of}\n{}", tell(&line));
        assert_all_hold(&line, &of);
    }
    let acts = vec![
        at(500, on(FaultKind::ClockOffset, &[2]).by(-2_000_000_000)),
        at(2_400, between(FaultKind::Cut, &[2], &[0, 1])),
        at(6_000, between(FaultKind::Heal, &[2], &[0, 1])),
    ];
    let line = play(bounded(7), acts, millis(9_000));
    assert_counts(&line, "a bound that is not true");
    assert_eq!(word(Check::Linearizability, &line), "violated", "{}", tell(&line));
}
