//! N, R and W (section 4.5), where only home replicas count.
use super::*;
use crate::checks::Check;
use crate::testing::{at, between, hosts, millis, play, total, word};

fn strict(n: i64, r: i64, w: i64) -> impl Fn(Setup) -> Setup {
    move |setup| setup.with("n", n).with("r", r).with("w", w).with("sloppy", 0)
}

/// A put through node 0, and a get through node 1 as soon as the put is acknowledged. What node 0
/// sends to the other home replicas takes so much longer.
fn put_then_get(seed: u64, slow: i64, change: impl Fn(Setup) -> Setup) -> Timeline {
    let clients = |get_at| vec![asks(0, &[(500, put(1))]), asks(1, &[(get_at, Call::Read)])];
    let late = || vec![at(400, one_way(FaultKind::Delay, &[0], &[1, 2]).by(slow * 1_000_000))];
    let first = play(ring(seed, 5, clients(5_000), &change), late(), millis(2_000));
    let told = undertakings(&first)[0].told.clone().unwrap();
    let soon = told.at.0 / 1_000_000 + 1;
    play(ring(seed, 5, clients(soon), &change), late(), millis(soon + 1_000))
}

fn one_way(kind: FaultKind, from: &[u16], to: &[u16]) -> Fault {
    Fault::new(kind, Target::OneWay(hosts(from), hosts(to)))
}

#[test]
fn quorums_that_overlap_meet_the_last_acknowledged_put() {
    for (n, r, w) in [(3, 2, 2), (3, 1, 3), (3, 3, 1), (1, 1, 1), (5, 3, 3), (5, 2, 4)] {
        for seed in 0..40 {
            let line = put_then_get(seed, 100 * (seed % 2) as i64, strict(n, r, w));
            let expected = [(Told::Done, Some(Mode::Target)), (Told::value(1), Some(Mode::Target))];
            assert_eq!(ends(&line), expected, "N {n} R {r} W {w}, seed {seed}");
        }
    }
}

#[test]
fn quorums_that_need_not_overlap_miss_each_other() {
    let line = put_then_get(0, 100, strict(3, 1, 1));
    let nothing = (Told::Values(Vec::new()), Some(Mode::Target));
    assert_eq!(ends(&line), [(Told::Done, Some(Mode::Target)), nothing]);
    let promise = |change: &dyn Fn(Setup) -> Setup| {
        let line = play(ring(1, 5, Vec::new(), change), Vec::new(), millis(1));
        line.world().cluster(SERVICE).matrix().class(GETS).contracts[0].promise
    };
    assert_ne!(promise(&strict(3, 1, 1)), promise(&strict(3, 2, 2)));
}

/// R + W > N is not linearizability: while a put is on its way, one reader sees it and a later one
/// does not. Mending before answering would cure that; read repair comes afterwards.
#[test]
fn overlapping_quorums_are_not_linearizable() {
    let slow = |from, by: i64| one_way(FaultKind::Delay, &[from], &[1, 2]).by(by * 1_000_000);
    let first_violated = |repair| {
        let change = |setup: Setup| strict(3, 2, 2)(setup).with("read-repair", repair);
        (560..700).step_by(5).find(|later| {
            let [early, later] = [525, *later].map(|at| [(at, Call::Read)]);
            let clients = vec![asks(3, &[(500, put(1))]), asks(0, &early), asks(1, &later)];
            let acts = vec![at(400, slow(3, 120)), at(400, slow(0, 40))];
            let line = play(ring(1, 5, clients, change), acts, millis(2_000));
            assert_eq!(total(&line, GETS, Gap::Lying), Span::ZERO, "nobody promised that");
            word(Check::Linearizability, &line) == "violated"
        })
    };
    assert_eq!([0, 1].map(first_violated), [Some(600), Some(600)]);
}

#[test]
fn a_minority_refuses_gets_and_does_not_know_of_puts() {
    let clients = vec![
        asks(0, &[(3_000, put(1)), (3_500, Call::Read), (7_000, Call::Read)]),
        asks(2, &[(2_100, put(2)), (2_100, Call::Read), (3_500, put(3)), (3_500, Call::Read)]),
    ];
    let cut = between(FaultKind::Cut, &[0, 1, 5], &[2, 3, 4, 6]);
    let acts = vec![at(2_000, cut), at(5_000, heal())];
    let line = play(ring(4, 5, clients, strict(3, 2, 2)), acts, millis(8_000));
    let told = ends(&line);
    let [put_2, get_2, put_1, ..] = &told[..] else { panic!("{told:?}") };
    assert_eq!(put_2.0, Told::Unknown, "node 2 has kept it, and nobody else");
    assert_eq!(get_2.0, Told::Refused, "one home replica is not enough");
    assert_eq!(put_1, &(Told::Done, Some(Mode::Target)), "two are");
    assert_eq!(told.iter().filter(|(told, _)| *told == Told::Refused).count(), 3, "{told:?}");
    assert_eq!(told.last().unwrap().0, Told::Values(vec![1, 2]), "it was not refused for good");
    assert!((0..5).all(|node| hints(&line, node) == 0), "nobody stands in");
}
