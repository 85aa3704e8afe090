//! Read repair (section 5): a get mends the replicas that it finds stale, once it has answered.
use super::*;
use crate::testing::{at, between, hosts, millis, on, play};

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

/// Replica 2 is mended while its disk is slow; the put itself arrives later, and power fails
/// before either is on disk.
#[test]
fn a_replica_that_was_mended_says_so_once_that_is_on_disk() {
    let clients = vec![asks(0, &[(1_000, put(1))]), asks(1, &[(1_100, Call::Read)])];
    let late = Fault::new(FaultKind::Delay, Target::OneWay(hosts(&[0]), hosts(&[2])));
    let acts = vec![
        at(400, late.by(300_000_000)),
        at(900, on(FaultKind::DiskSlow, &[2]).by(500_000_000)),
        at(1_500, on(FaultKind::Crash, &[2])),
    ];
    let every = |setup: Setup| setup.with("r", 3).with("w", 3).with("sloppy", 0);
    let change = |setup: Setup| every(setup).with("timeout", 1_000_000_000);
    let mut line = play(ring(1, 3, clients, change), acts, millis(1_450));
    assert_eq!((values(&line, 2), ends(&line)[1].0.clone()), (vec![1], Told::value(1)), "mended");
    line.run_until(millis(3_000));
    assert_eq!(ends(&line)[0].0, Told::Unknown, "not everybody has it on disk");
}
