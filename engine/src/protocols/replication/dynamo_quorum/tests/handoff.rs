//! Hinted handoff (section 4.6), also when the stand-in crashes, and with hints in memory only.
use super::lost::lost;
use super::*;
use crate::kernel::{Draws, Purpose};
use crate::modes::Invariant;
use crate::testing::{at, between, millis, on, play, tell};

#[test]
fn a_home_replica_gets_what_it_missed() {
    let clients = vec![asks(0, &[(3_000, put(1))])];
    let acts = vec![at(2_000, on(FaultKind::Crash, &[2])), at(4_000, on(FaultKind::Restart, &[2]))];
    let mut line = play(ring(1, 5, clients, |setup| setup), acts, millis(3_500));
    assert_eq!((hints(&line, 3), values(&line, 3)), (1, Vec::new()), "kept apart from its own");
    line.run_until(millis(5_000));
    assert_eq!((hints(&line, 3), values(&line, 2)), (0, vec![1]));
    let who = NodeId { service: SERVICE, place: Place(3) };
    let recovering = line
        .windows(line.trace().len())
        .into_iter()
        .filter(|window| window.who == Believer::Node(who, PUTS) && window.stance.recovering);
    let recovering: Vec<_> = recovering.collect();
    assert_eq!(recovering.len(), 1, "only while the home replica is there to take it");
    assert!(recovering[0].from >= millis(4_000) && recovering[0].until.unwrap() < millis(4_300));
}

/// It takes the hint over, and crashes before that is on its disk.
#[test]
fn a_hint_is_kept_until_it_is_on_the_disk_of_its_home() {
    let clients = vec![asks(0, &[(3_000, put(1))])];
    let acts = vec![
        at(2_000, on(FaultKind::Crash, &[2])),
        at(3_500, on(FaultKind::DiskSlow, &[2]).by(400_000_000)),
        at(4_000, on(FaultKind::Restart, &[2])),
        at(4_400, on(FaultKind::Crash, &[2])),
        at(4_500, on(FaultKind::DiskSlow, &[2]).by(0)),
        at(4_500, on(FaultKind::Restart, &[2])),
    ];
    let mut line = play(ring(1, 5, clients, |setup| setup), acts, millis(4_350));
    assert_eq!((hints(&line, 3), values(&line, 2)), (1, vec![1]), "in memory");
    line.run_until(millis(4_500));
    assert_eq!((hints(&line, 3), values(&line, 2)), (1, Vec::new()), "forgotten");
    line.run_until(millis(6_000));
    assert_eq!((hints(&line, 3), values(&line, 2)), (0, vec![1]));
}

/// Nobody but the two stand-ins takes the put, and both crash.
fn stand_ins_crash(seed: u64, change: impl Fn(Setup) -> Setup) -> Timeline {
    let clients = vec![asks(3, &[(3_000, put(1))])];
    let mut draws = Draws::new(seed, Purpose::Swarm, 0);
    let mut crash = |node| {
        let crashed = draws.between(3_020, 4_500);
        let restarted = draws.between(crashed + 1, 5_500);
        let crash = at(crashed, on(FaultKind::Crash, &[node]));
        [crash, at(restarted, on(FaultKind::Restart, &[node]))]
    };
    let cut = between(FaultKind::Cut, &[0, 1, 2], &[3, 4, 5]);
    let acts = [[at(2_000, cut), at(5_000, heal())], crash(3), crash(4)].concat();
    play(ring(seed, 5, clients, change), acts, millis(8_000))
}

#[test]
fn hints_on_disk_outlive_their_stand_ins() {
    let mut acknowledged = 0;
    for seed in 0..300 {
        let line = stand_ins_crash(seed, |setup| setup);
        assert!(lost(&line).is_empty(), "seed {seed}\n{}", tell(&line));
        let done = ends(&line)[0].0 == Told::Done;
        acknowledged += u32::from(done);
        if done {
            assert_eq!([values(&line, 0), values(&line, 1)], [[1], [1]], "seed {seed}");
        }
    }
    assert!(acknowledged > 200, "{acknowledged}");
}

#[test]
fn hints_in_memory_die_with_their_stand_ins() {
    let line = stand_ins_crash(PINNED, |setup| setup.without("durable-hints"));
    assert_eq!(ends(&line)[0], (Told::Done, Some(Mode::Degraded)));
    assert_eq!(lost(&line), [1]);
    assert!(values(&line, 0).is_empty() && values(&line, 1).is_empty());
}

const PINNED: u64 = 0;

/// One home replica, one stand-in, and a coordinator that relies on it.
fn one_stand_in(change: impl Fn(Setup) -> Setup) -> Timeline {
    let clients = vec![asks(2, &[(3_000, put(1))])];
    let acts = vec![
        at(2_000, on(FaultKind::Crash, &[0])),
        at(4_000, on(FaultKind::Crash, &[1])),
        at(4_500, on(FaultKind::Restart, &[1])),
    ];
    let change = |setup: Setup| change(setup.with("n", 1).with("r", 1).with("w", 1));
    play(ring(1, 3, clients, change), acts, millis(6_000))
}

/// From the crash that takes the hint with it until the stand-in answers again, without it.
#[test]
fn a_coordinator_that_relies_on_a_forgotten_hint_lies() {
    let line = one_stand_in(|setup| setup.without("durable-hints"));
    let lying = in_gap(&line, 2, PUTS, Gap::Lying);
    assert_eq!(lying.len(), 1, "{}", tell(&line));
    assert_eq!(lying[0].from, millis(4_000));
    assert!(lying[0].until.is_some_and(|until| millis(4_500) < until && until < millis(4_800)));
    assert!(lying[0].at_risk.contain(Invariant::Conservation));
    assert_eq!(lost(&line), [1]);
    let line = one_stand_in(|setup| setup);
    assert!(in_gap(&line, 2, PUTS, Gap::Lying).is_empty() && lost(&line).is_empty());
}

/// An operator who drops hints breaks the word of the stand-in at that instant.
#[test]
fn dropped_hints_are_a_broken_promise() {
    let clients = vec![asks(2, &[(3_000, put(1))])];
    let node = NodeId { service: SERVICE, place: Place(1) };
    let drop = Fault::new(FaultKind::OperatorAction, Target::Node(node)).by(0);
    let acts = vec![at(2_000, on(FaultKind::Crash, &[0])), at(3_500, drop)];
    let change = |setup: Setup| setup.with("n", 1).with("r", 1).with("w", 1);
    let line = play(ring(1, 3, clients, change), acts, millis(6_000));
    let lying = in_gap(&line, 2, PUTS, Gap::Lying);
    assert_eq!(lying.iter().map(|window| window.from).collect::<Vec<_>>(), [millis(3_500)]);
    assert!(lying[0].until.unwrap() < millis(3_800), "until the next pong");
    assert_eq!(lost(&line), [1]);
}
