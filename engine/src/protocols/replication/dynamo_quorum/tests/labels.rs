//! Answers of sloppy quorums, with their label and without.
use super::*;
use crate::modes::Invariant;
use crate::testing::{at, between, hosts, millis, on, play};

/// A put on one side of a cut, then a get on the other, where one home replica is left.
fn stale_get(change: impl Fn(Setup) -> Setup) -> Timeline {
    let clients = vec![
        asks(0, &[(1_000, put(1)), (3_000, put(2))]),
        asks(3, &[(2_100, Call::Read), (4_000, Call::Read), (4_500, put(3))]),
    ];
    let cut = between(FaultKind::Cut, &[0, 1, 5], &[2, 3, 4, 6]);
    let acts = vec![at(2_000, cut), at(6_000, heal())];
    play(ring(1, 5, clients, change), acts, millis(7_000))
}

/// Also while the node itself still believes that home replicas would answer.
#[test]
fn a_sloppy_answer_says_so() {
    let line = stale_get(|setup| setup);
    let told = ends(&line);
    let target = (Told::Done, Some(Mode::Target));
    assert_eq!([told[0].clone(), told[2].clone()], [target.clone(), target]);
    assert_eq!(told[1], (Told::value(1), Some(Mode::Degraded)), "not noticed yet");
    assert_eq!(told[3], (Told::value(1), Some(Mode::Degraded)), "stale, and labelled");
    assert_eq!(told[4], (Told::Done, Some(Mode::Degraded)));
    for class in [GETS, PUTS] {
        assert!((0..5).all(|node| in_gap(&line, node, class, Gap::Lying).is_empty()));
    }
}

/// A stand-in answers first: it is not needed while the home replicas have time left.
#[test]
fn a_coordinator_gives_home_replicas_their_time() {
    let slow = Fault::new(FaultKind::Delay, Target::OneWay(hosts(&[0]), hosts(&[1])));
    let clients = vec![asks(0, &[(3_000, put(1)), (3_500, Call::Read)])];
    let acts = vec![at(1_000, on(FaultKind::Crash, &[2])), at(2_000, slow.by(60_000_000))];
    let line = play(ring(1, 5, clients, |setup| setup), acts, millis(5_000));
    assert!(ends(&line).iter().all(|(_, mode)| *mode == Some(Mode::Target)), "{:?}", ends(&line));
    assert_eq!((hints(&line, 3), values(&line, 1)), (1, vec![1]));
}

#[test]
fn without_its_label_it_is_a_silent_downgrade() {
    let line = stale_get(|setup| setup.without("label-sloppy"));
    let told = ends(&line);
    assert_eq!(told[3], (Told::value(1), Some(Mode::Target)), "stale, and presented as fresh");
    assert_eq!(told[4], (Told::Done, Some(Mode::Target)));
    for (class, node) in [(GETS, 2), (GETS, 3), (PUTS, 3), (PUTS, 4)] {
        let lying = in_gap(&line, node, class, Gap::Lying);
        assert_eq!(lying.len(), 1);
        assert_eq!((lying[0].from, lying[0].until), (millis(2_000), Some(millis(6_000))));
        assert!(lying[0].at_risk.contain(Invariant::Freshness));
    }
    assert!(in_gap(&line, 0, GETS, Gap::Lying).is_empty(), "two home replicas are here");
    let backed: Vec<bool> =
        undertakings(&line).iter().map(|told| told.answered.unwrap().4).collect();
    assert_eq!(backed, [true, false, true, false, false]);
}
