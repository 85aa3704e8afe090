//! The last writer wins: as long as clocks are what they claim to be.
use super::*;
use crate::checks::Check;
use crate::kernel::{Draws, Purpose};
use crate::modes::Invariant;
use crate::testing::{assert_holds, at, millis, on, play, tell, word};
use crate::timeline::Act;

const ALL: [u16; 5] = [0, 1, 2, 3, 4];
const MILLI: i64 = 1_000_000;

fn lww(setup: Setup) -> Setup {
    setup.with("versions", 1)
}

/// All hosts claim such a bound from the start.
fn claim(bound: i64) -> Act {
    at(0, on(FaultKind::BoundLie, &ALL).by(bound))
}

/// Node 0's clock is 5 s ahead from 2 s to 6 s; a put through it, then one through node 1.
fn ahead(change: impl Fn(Setup) -> Setup) -> Timeline {
    let clients =
        vec![asks(0, &[(2_500, put(1)), (4_000, Call::Read)]), asks(1, &[(3_000, put(2))])];
    let acts = vec![
        claim(10 * MILLI),
        at(2_000, on(FaultKind::ClockOffset, &[0]).by(5_000 * MILLI)),
        at(6_000, on(FaultKind::ClockSync, &[0])),
    ];
    play(ring(1, 5, clients, |setup| change(lww(setup))), acts, millis(7_000))
}

#[test]
fn a_clock_ahead_buries_later_puts_and_the_row_lies_from_the_instant_it_leaves_its_bound() {
    for change in [|setup: Setup| setup, |setup: Setup| setup.without("clock-bound")] {
        let line = ahead(change);
        let told: Vec<Told> = ends(&line).into_iter().map(|(told, _)| told).collect();
        assert_eq!(told, [Told::Done, Told::Done, Told::value(1)], "2 came later");
        assert_eq!(word(Check::Durability, &line), "violated");
        let lying = in_gap(&line, 0, PUTS, Gap::Lying);
        let lying: Vec<_> = lying.iter().filter(|window| window.from > millis(500)).collect();
        assert_eq!(lying.len(), 1, "{}", tell(&line));
        assert_eq!((lying[0].from, lying[0].until), (millis(2_000), Some(millis(6_000))));
        assert!(lying[0].at_risk.contain(Invariant::Conservation));
        let others = (1..5).flat_map(|node| in_gap(&line, node, PUTS, Gap::Lying));
        assert_eq!(others.filter(|window| window.from > millis(500)).count(), 0);
    }
}

/// 1 ms in a second: after ten seconds the claim of 10 ms is no longer true.
#[test]
fn a_drifting_clock_leaves_its_bound_at_a_foreseen_instant() {
    let drift = at(2_000, on(FaultKind::ClockDrift, &[0]).by(1_000));
    let line = play(ring(1, 5, Vec::new(), lww), vec![claim(10 * MILLI), drift], millis(15_000));
    let lying = in_gap(&line, 0, PUTS, Gap::Lying);
    assert_eq!(lying.len(), 1);
    assert_eq!((lying[0].from, lying[0].until), (Instant(12_000_001_000), None));
}

#[test]
fn a_coordinator_without_a_narrow_bound_refuses_puts() {
    for (bound, told) in [(None, Told::Refused), (Some(10), Told::Done), (Some(900), Told::Refused)]
    {
        let clients = vec![asks(0, &[(1_000, put(1))])];
        let acts = bound.map(|bound| claim(bound * MILLI)).into_iter().collect();
        let line = play(ring(1, 5, clients, lww), acts, millis(2_000));
        assert_eq!(ends(&line)[0].0, told, "{bound:?}");
        assert!((0..5).all(|node| in_gap(&line, node, PUTS, Gap::Lying).is_empty()));
    }
}

#[test]
fn with_the_guard_off_it_stamps_by_whatever_it_has_and_lies() {
    let clients = vec![asks(0, &[(1_000, put(1))])];
    let change = |setup: Setup| lww(setup).without("clock-bound");
    let line = play(ring(1, 5, clients, change), Vec::new(), millis(2_000));
    assert_eq!(ends(&line)[0], (Told::Done, Some(Mode::Target)));
    let lying = in_gap(&line, 0, PUTS, Gap::Lying);
    assert!(lying.len() == 1 && lying[0].until.is_none(), "{}", tell(&line));
}

/// Every clock is off, but by no more than claimed; one put after the other, each through another
/// coordinator, as soon as the one before is acknowledged.
fn one_after_the_other(seed: u64, change: impl Fn(Setup) -> Setup) -> Timeline {
    let mut draws = Draws::new(seed, Purpose::Swarm, 0);
    let mut acts = vec![claim(50 * MILLI)];
    for node in ALL {
        let offset = draws.between(0, 100) as i64 - 50;
        acts.push(at(0, on(FaultKind::ClockOffset, &[node]).by(offset * MILLI)));
    }
    let chain = ClientPlan {
        route: Route::Turns,
        pace: Pace::Closed { think: Span::millis(1) },
        start: Span::millis(500),
        stop: Some(Span::millis(2_500)),
        reads_per_mille: 0,
        ..client(0..5)
    };
    play(ring(seed, 5, vec![chain], |setup| change(lww(setup))), acts, millis(3_500))
}

#[test]
fn a_put_outlives_all_that_were_acknowledged_before_it() {
    for seed in 0..200 {
        let line = one_after_the_other(seed, |setup| setup);
        assert_holds(Check::Durability, &line, &format!("seed {seed}"));
        assert!((0..5).all(|node| in_gap(&line, node, PUTS, Gap::Lying).is_empty()));
    }
}

#[test]
fn without_waiting_a_bound_is_not_enough() {
    let lost = |seed: &u64| {
        let line = one_after_the_other(*seed, |setup| setup.without("clock-bound"));
        word(Check::Durability, &line) == "violated"
    };
    assert_eq!((0..20).find(lost), Some(6));
}
