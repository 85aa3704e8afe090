//! A name for two versions: what a coordinator that forgets what it has begun does to puts.
use super::lost::lost;
use super::*;
use crate::testing::{at, millis, on, play};

/// Node 3 is home to nothing here, coordinates a put, crashes, and coordinates another.
fn coordinator_crashes(seed: u64, change: impl Fn(Setup) -> Setup) -> Timeline {
    let clients = vec![asks(3, &[(1_000, put(1))]), asks(3, &[(3_000, put(2))])];
    let acts = vec![at(1_500, on(FaultKind::Crash, &[3])), at(2_000, on(FaultKind::Restart, &[3]))];
    play(ring(seed, 5, clients, change), acts, millis(5_000))
}

#[test]
fn names_on_disk_are_never_given_twice() {
    for seed in 0..200 {
        let line = coordinator_crashes(seed, |setup| setup);
        assert_eq!(values(&line, 0), [1, 2], "seed {seed}");
        assert!(lost(&line).is_empty());
    }
}

/// Its flush takes long; before it is done, somebody else asks, and the coordinator crashes.
#[test]
fn nobody_is_told_of_a_version_before_its_name_is_on_disk() {
    let clients = vec![
        asks(0, &[(1_000, put(1))]),
        asks(1, &[(1_050, Call::Read), (3_500, put(3))]),
        asks(0, &[(1_060, Call::Read), (3_000, put(2))]),
    ];
    let acts = vec![
        at(900, on(FaultKind::DiskSlow, &[0]).by(300_000_000)),
        at(1_200, on(FaultKind::Crash, &[0])),
        at(1_300, on(FaultKind::DiskSlow, &[0]).by(0)),
        at(1_300, on(FaultKind::Restart, &[0])),
    ];
    let line = play(ring(1, 3, clients, |setup| setup), acts, millis(5_000));
    let told = ends(&line);
    let nothing = (Told::Values(Vec::new()), Some(Mode::Target));
    assert_eq!(told[..3], [(Told::Unknown, None), nothing.clone(), nothing]);
    assert_eq!(values(&line, 0), [2, 3], "the put that was lost takes no other with it");
}

#[test]
fn a_name_in_memory_is_given_again_and_a_put_goes_under() {
    let line = coordinator_crashes(0, |setup| setup.without("durable-dots"));
    assert_eq!(ends(&line).iter().map(|(told, _)| told).collect::<Vec<_>>(), [&Told::Done; 2]);
    assert_eq!((values(&line, 0), lost(&line)), (vec![1], vec![2]));
}
