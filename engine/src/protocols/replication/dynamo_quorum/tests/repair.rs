//! Read repair (section 5): a get mends the replicas that it finds stale, once it has answered.
use super::*;
use crate::testing::{at, between, millis, play};

/// Home replica 2 misses a put; nobody stands in; then somebody reads.
fn missed(repair: i64) -> Timeline {
    let clients = vec![asks(0, &[(3_000, put(1)), (6_000, Call::Read)])];
    let cut = between(FaultKind::Cut, &[2], &[0, 1, 3, 4, 5]);
    let acts = vec![at(2_000, cut), at(4_000, heal())];
    let change = |setup: Setup| setup.with("sloppy", 0).with("read-repair", repair);
    play(ring(1, 5, clients, change), acts, millis(5_900))
}

#[test]
fn a_get_mends_a_stale_replica_unless_that_is_off() {
    for (repair, mended) in [(0, vec![]), (1, vec![1])] {
        let mut line = missed(repair);
        assert!(values(&line, 2).is_empty(), "nobody has read yet");
        line.run_until(millis(7_000));
        assert_eq!(values(&line, 2), mended);
    }
}

/// Both replicas lack what the other has: both are given all, the coordinator's own among them.
#[test]
fn a_get_mends_both_sides() {
    let clients =
        vec![asks(0, &[(3_000, put(1)), (6_000, Call::Read)]), asks(2, &[(3_000, put(2))])];
    let cut = between(FaultKind::Cut, &[2, 4], &[0, 1, 3]);
    let acts = vec![at(2_000, cut), at(4_000, heal())];
    let change = |setup: Setup| setup.with("sloppy", 0).with("w", 1).with("r", 3);
    let line = play(ring(1, 3, clients, change), acts, millis(7_000));
    assert_eq!(ends(&line).last().unwrap().0, Told::Values(vec![1, 2]));
    assert!((0..3).all(|node| values(&line, node) == [1, 2]));
}
