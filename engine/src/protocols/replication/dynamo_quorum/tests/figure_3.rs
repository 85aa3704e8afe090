//! The paper's example of how an object's versions evolve (section 4.4, figure 3).
use super::super::version::seen;
use super::super::{Object, Reconciliation, Version};
use super::*;
use crate::kernel::WallTime;
use crate::node::{Caption, Context, OpId, Record};
use crate::parts::{Dot, VersionVector};
use crate::testing::{at, millis, play};
use std::rc::Rc;

const SX: u16 = 0;
const SY: u16 = 1;
const SZ: u16 = 2;

fn vector(pairs: &[(u16, u64)]) -> VersionVector {
    let all = pairs.iter().flat_map(|(by, upto)| (1..=*upto).map(|nth| (*by, nth)));
    all.fold(VersionVector::default(), |seen, (by, nth)| seen.with(Dot { by: Place(by), nth }))
}

fn version(by: u16, nth: u64, past: &VersionVector, value: i64) -> Rc<Version> {
    let dot = Dot { by: Place(by), nth };
    let op = OpId { nth: value as u32, ..OpId::default() };
    let (past, stamp) = (past.clone(), WallTime(0));
    Rc::new(Version { dot, aliases: Default::default(), past, op, value: Value(value), stamp })
}

fn held(versions: &[&Rc<Version>]) -> Vec<i64> {
    let mut object = Object::default();
    for version in versions {
        object.take(version, Reconciliation::Vector);
    }
    object.values().map(|value| value.0).collect()
}

#[test]
fn vectors_and_siblings_are_those_of_the_figure() {
    let d1 = version(SX, 1, &VersionVector::default(), 1);
    let d2 = version(SX, 2, &d1.vector(), 2);
    let d3 = version(SY, 1, &d2.vector(), 3);
    let d4 = version(SZ, 1, &d2.vector(), 4);
    let mut both = d3.vector();
    both.join(&d4.vector());
    let d5 = version(SX, 3, &both, 5);
    assert_eq!(d1.vector(), vector(&[(SX, 1)]));
    assert_eq!(d2.vector(), vector(&[(SX, 2)]));
    assert_eq!(d3.vector(), vector(&[(SX, 2), (SY, 1)]));
    assert_eq!(d4.vector(), vector(&[(SX, 2), (SZ, 1)]));
    assert_eq!(both, vector(&[(SX, 2), (SY, 1), (SZ, 1)]));
    assert_eq!(d5.vector(), vector(&[(SX, 3), (SY, 1), (SZ, 1)]));
    assert_eq!(held(&[&d1, &d2]), [2], "D2 descends from D1");
    assert_eq!(held(&[&d2, &d1]), [2], "whichever comes first");
    assert_eq!(held(&[&d1, &d2, &d4]), [4], "whoever knows D1 or D2 drops them for D4");
    assert_eq!(held(&[&d3, &d4]), [3, 4], "neither descends from the other");
    assert_eq!(held(&[&d3, &d4, &d5]), [5], "merged and written");
    assert_eq!(held(&[&d5, &d3, &d1, &d4, &d2]), [5]);
}

/// The contexts that clients brought along, in the order of their operations.
fn contexts(line: &Timeline) -> Vec<VersionVector> {
    let bring = |undertaking: &Undertaking| -> Context { undertaking.request.context.clone() };
    undertakings(line).iter().map(bring).map(|context| seen(&context)).collect()
}

/// A client that asks again and again for one put gets one version.
#[test]
fn a_put_that_is_asked_for_many_times_has_one_name() {
    let impatient = ClientPlan {
        patience: Span::millis(1),
        persistence: Span::millis(300),
        ..asks(SX, &[(500, put(1))])
    };
    let clients = vec![impatient, asks(SY, &[(1_000, Call::Read), (1_100, put(2))])];
    for (versions, seed) in [(0, 1), (0, 2), (1, 3)] {
        let claim = Fault::new(FaultKind::BoundLie, Target::Hosts(HostSet::first(3))).by(0);
        let change = |setup: Setup| setup.with("versions", versions);
        let plan = ring(seed, 3, clients.clone(), change);
        let line = play(plan, vec![at(0, claim)], millis(2_000));
        let steps = (0..line.trace().len()).flat_map(|step| line.trace().records(step));
        let name = |caption: &Caption| (caption.name == "put").then_some(caption.index);
        let sent = steps.filter_map(|record| match record {
            Record::Sent(_, _, caption, _) => name(caption),
            _ => None,
        });
        let sent: Vec<u32> = sent.collect();
        assert!(sent.len() > 2 && sent.iter().all(|name| *name == 1), "{sent:?}");
        if versions == 0 {
            assert_eq!(contexts(&line)[2], vector(&[(SX, 1)]));
        }
    }
}

#[test]
fn a_ring_evolves_as_in_the_figure() {
    let late = 3_000;
    let clients = vec![
        asks(SX, &[(500, put(1)), (600, put(2)), (late, put(6))]),
        asks(SY, &[(700, Call::Read), (800, put(3)), (late + 1, put(7))]),
        asks(SZ, &[(700, Call::Read), (800, put(4)), (late + 2, put(8))]),
        asks(SX, &[(1_000, Call::Read), (1_100, put(5)), (late + 3, put(9))]),
    ];
    let line = play(ring(3, 3, clients, |setup| setup), Vec::new(), millis(late + 100));
    let told: Vec<Told> = ends(&line).into_iter().map(|(told, _)| told).collect();
    let values = |values: &[i64]| Told::Values(values.to_vec());
    let d2 = values(&[2]);
    let expected = [Told::Done, Told::Done, d2.clone(), d2, Told::Done, Told::Done];
    assert_eq!(told[..6], expected);
    assert_eq!(told[6..8], [values(&[3, 4]), Told::Done]);
    let [x, y, z] = [SX, SY, SZ];
    let read: Vec<VersionVector> = contexts(&line);
    assert_eq!(read[1], vector(&[(x, 1)]), "D1, with the put of D2");
    assert_eq!(read[4], vector(&[(x, 2)]), "D2, with the put of D3");
    assert_eq!(read[5], vector(&[(x, 2)]), "D2, with the put of D4");
    assert_eq!(read[7], vector(&[(x, 2), (y, 1), (z, 1)]), "D3 and D4, with the put of D5");
    assert_eq!(read[9], vector(&[(x, 2), (y, 1)]), "D3");
    assert_eq!(read[10], vector(&[(x, 2), (z, 1)]), "D4");
    assert_eq!(read[11], vector(&[(x, 3), (y, 1), (z, 1)]), "D5");
}
