//! What the margin for drift is for: clocks that are both as good as promised, and differ.
use super::*;

/// The slowest holder and the fastest grantor that the bound allows; then the holder is cut off
/// from both servers, and asked all the time.
fn apart(seed: u64, change: fn(Setup) -> Setup) -> Timeline {
    let acts = vec![
        at(1_000, on(FaultKind::ClockDrift, &[2]).by(-50_000)),
        at(1_000, on(FaultKind::ClockDrift, &[0]).by(50_000)),
        at(3_000 + seed % 450, between(FaultKind::Cut, &[2], &[0, 1])),
    ];
    let reader = ClientPlan {
        reads_per_mille: 1_000,
        pace: Pace::Closed { think: Span::millis(1) },
        ..busy([2])
    };
    let writer = |worker| ClientPlan { reads_per_mille: 100, ..busy([worker]) };
    let line = of_clients(seed, change, vec![reader, writer(3), writer(4)]);
    play(line, acts, millis(6_000))
}

fn without_margin(setup: Setup) -> Setup {
    eager(setup).with("work", 1_000_000)
}

#[test]
fn without_it_a_read_within_the_bound_is_stale() {
    let line = apart(SEED, without_margin);
    assert_counts(&line, "no margin");
    assert_eq!(word(Check::Linearizability, &line), "violated", "{}", tell(&line));
    let lie = lies(&line).into_iter().find(|lie| lie.who.class() == READS).expect("a lie first");
    let length = lie.length(line.now());
    assert!(length > Span::millis(100) && length < Span::millis(220), "{length}");
}

/// Found by search: the first seed at which somebody asks, and has written, in time.
const SEED: u64 = 1;

#[test]
fn with_it_no_read_is() {
    for seed in 1..=500 {
        let line = apart(seed, as_built);
        let of = format!("seed {seed}");
        assert_counts(&line, &of);
        assert!(lies(&line).is_empty(), "{of}\n{}", tell(&line));
        assert_all_hold(&line, &of);
    }
}
