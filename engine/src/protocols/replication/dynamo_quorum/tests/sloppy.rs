//! Sloppy quorums (section 4.6): both sides of a cut take puts, and find together again.
use super::*;
use crate::testing::{at, between, millis, play, tell};

/// Home replicas 0 and 1 on one side, home replica 2 and two stand-ins on the other.
fn split(seed: u64, change: impl Fn(Setup) -> Setup) -> Timeline {
    let reads: Vec<(u64, Call)> = (0..6).map(|nth| (6_000 + 300 * nth, Call::Read)).collect();
    let with_reads = |first: (u64, Call)| [vec![first], reads.clone()].concat();
    let clients =
        vec![asks(1, &with_reads((3_000, put(1)))), asks(3, &with_reads((3_100, put(2))))];
    let claim = Fault::new(FaultKind::BoundLie, Target::Hosts(HostSet::first(5))).by(1_000_000);
    let cut = between(FaultKind::Cut, &[0, 1, 5], &[2, 3, 4, 6]);
    let acts = vec![at(0, claim), at(2_000, cut), at(5_000, heal())];
    play(ring(seed, 5, clients, change), acts, millis(9_000))
}

#[test]
fn both_sides_acknowledge_and_all_replicas_end_with_both_siblings() {
    for seed in 0..50 {
        let line = split(seed, |setup| setup);
        let told = ends(&line);
        assert_eq!(told[0], (Told::Done, Some(Mode::Target)), "two home replicas, seed {seed}");
        assert_eq!(told[1], (Told::Done, Some(Mode::Degraded)), "one, and stand-ins, {seed}");
        assert_eq!(told.last().unwrap().0, Told::Values(vec![1, 2]));
        for node in 0..3 {
            assert_eq!(values(&line, node), [1, 2], "seed {seed}, node {node}\n{}", tell(&line));
        }
        assert!((3..5).all(|node| hints(&line, node) == 0 && values(&line, node).is_empty()));
    }
}

#[test]
fn where_the_last_writer_wins_all_replicas_end_with_the_later_put() {
    for seed in 0..50 {
        let line = split(seed, |setup| setup.with("versions", 1));
        let told = ends(&line);
        assert!(told[0].0 == Told::Done && told[1].0 == Told::Done, "seed {seed}: {told:?}");
        for node in 0..3 {
            assert_eq!(values(&line, node), [2], "seed {seed}, node {node}");
        }
    }
}

/// Before the cut is noticed, what a node promises is more than it could keep; behind it, all that
/// it promises holds; after the heal it promises less than it could.
#[test]
fn a_side_is_hopeful_then_honest_then_timid() {
    let line = split(7, |setup| setup);
    for (class, node) in [(GETS, 2), (GETS, 3), (PUTS, 2), (PUTS, 4)] {
        let hopeful = in_gap(&line, node, class, Gap::Hopeful);
        let timid = in_gap(&line, node, class, Gap::Timid);
        assert_eq!(hopeful.iter().map(|window| window.from).collect::<Vec<_>>(), [millis(2_000)]);
        let noticed = hopeful[0].until.unwrap();
        assert!(noticed > millis(2_400) && noticed <= millis(2_700), "{noticed}");
        let after: Vec<_> = timid.iter().filter(|window| window.from > millis(1_000)).collect();
        assert_eq!(after.iter().map(|window| window.from).collect::<Vec<_>>(), [millis(5_000)]);
        assert!(after[0].until.unwrap() < millis(5_300));
        assert!(in_gap(&line, node, class, Gap::Lying).is_empty());
    }
    assert!(in_gap(&line, 0, PUTS, Gap::Hopeful).is_empty(), "two home replicas are enough");
}

/// R and W still add up to more than N, over nodes that do not meet.
#[test]
fn a_quorum_of_home_replicas_misses_what_a_sloppy_one_has_acknowledged() {
    let clients = vec![asks(3, &[(3_000, put(1))]), asks(0, &[(4_000, Call::Read)])];
    let cut = between(FaultKind::Cut, &[0, 1, 6], &[2, 3, 4, 5]);
    let line = play(ring(1, 5, clients, |setup| setup), vec![at(2_000, cut)], millis(5_000));
    let nothing = Told::Values(Vec::new());
    let expected = [(Told::Done, Some(Mode::Degraded)), (nothing, Some(Mode::Target))];
    assert_eq!(ends(&line), expected);
}

/// Alone, a home replica answers gets by its own copy and refuses puts; others have no copy.
#[test]
fn whoever_is_alone_is_at_floor() {
    let clients = vec![
        asks(0, &[(1_000, put(1)), (4_000, Call::Read), (4_100, put(2))]),
        asks(4, &[(4_000, Call::Read), (4_100, put(3))]),
    ];
    let line = play(
        ring(1, 5, clients, |setup| setup),
        vec![
            at(2_000, between(FaultKind::Cut, &[0, 5], &[1, 2, 3, 4, 6])),
            at(2_000, between(FaultKind::Cut, &[4, 6], &[0, 1, 2, 3, 5])),
        ],
        millis(6_000),
    );
    let told = ends(&line);
    assert_eq!(told[1], (Told::value(1), Some(Mode::Floor)));
    assert!(told[2..].iter().all(|(told, _)| *told == Told::Refused), "{told:?}");
}
