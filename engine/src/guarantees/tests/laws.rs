//! Each component, and the vector, is a distributive lattice.
use super::super::{
    Auth, AuthPhenomenon, Forbidden, GuaranteeVector, Idempotence, Order, OrderPhenomenon,
    Phenomenon, Recency, Scope, ScopePhenomenon, Visibility, VisibilityPhenomenon,
};
use super::{idempotences, recencies, sets, vectors};
use std::cmp::Ordering;
use std::fmt::Debug;

/// The operations of one component.
struct Lattice<T> {
    meet: fn(T, T) -> T,
    join: fn(T, T) -> T,
    at_least: fn(T, T) -> bool,
}

impl<T: Copy + PartialEq + PartialOrd + Debug> Lattice<T> {
    fn check(&self, elements: &[T]) {
        let Lattice { meet, join, at_least } = *self;
        for &a in elements {
            assert!(at_least(a, a) && meet(a, a) == a && join(a, a) == a);
            for &b in elements {
                assert!((at_least(a, b) && at_least(b, a)) == (a == b), "{a:?} {b:?}");
                let (lower, upper) = (meet(a, b), join(a, b));
                assert!(lower == meet(b, a) && upper == join(b, a));
                assert!(meet(a, upper) == a && join(a, lower) == a, "{a:?} {b:?}");
                assert!(at_least(a, lower) && at_least(b, lower));
                assert!(at_least(upper, a) && at_least(upper, b));
                assert_eq!(at_least(a, b), lower == b);
                let compared = match (at_least(a, b), at_least(b, a)) {
                    (true, true) => Some(Ordering::Equal),
                    (true, false) => Some(Ordering::Greater),
                    (false, true) => Some(Ordering::Less),
                    (false, false) => None,
                };
                assert_eq!(a.partial_cmp(&b), compared);
                for &c in elements {
                    assert!(!(at_least(a, b) && at_least(b, c)) || at_least(a, c));
                    assert!(meet(lower, c) == meet(a, meet(b, c)));
                    assert!(join(upper, c) == join(a, join(b, c)));
                    assert!(meet(a, join(b, c)) == join(lower, meet(a, c)));
                    assert!(join(a, meet(b, c)) == meet(upper, join(a, c)));
                    assert_eq!(at_least(a, c) && at_least(b, c), at_least(lower, c));
                    assert_eq!(at_least(c, a) && at_least(c, b), at_least(c, upper));
                }
            }
        }
    }
}

fn check_sets<P: Phenomenon>() {
    let lattice = Lattice::<Forbidden<P>> {
        meet: |a, b| a.meet(b),
        join: |a, b| a.join(b),
        at_least: |a, b| a.at_least(b),
    };
    lattice.check(&sets::<P>());
}

#[test]
fn sets_of_phenomena_obey_the_laws() {
    check_sets::<ScopePhenomenon>();
    check_sets::<OrderPhenomenon>();
    check_sets::<VisibilityPhenomenon>();
    check_sets::<AuthPhenomenon>();
}

#[test]
fn recencies_obey_the_laws() {
    let lattice = Lattice {
        meet: Recency::meet,
        join: Recency::join,
        at_least: |a: Recency, b| a.at_least(b),
    };
    lattice.check(&recencies());
}

#[test]
fn idempotences_obey_the_laws() {
    let lattice = Lattice {
        meet: Idempotence::meet,
        join: Idempotence::join,
        at_least: |a: Idempotence, b| a.at_least(b),
    };
    lattice.check(&idempotences());
}

#[test]
fn vectors_obey_the_laws() {
    let lattice = Lattice {
        meet: GuaranteeVector::meet,
        join: GuaranteeVector::join,
        at_least: |a: GuaranteeVector, b| a.at_least(b),
    };
    lattice.check(&vectors());
}

/// Who rules out a phenomenon rules out its cases, whatever has been met or joined.
fn check_closed<P: Phenomenon>() {
    for (phenomenon, cases) in P::ALL.iter().zip(P::CASES) {
        let alone = Forbidden::NOTHING.and(*phenomenon);
        for case in P::ALL.iter().filter(|case| cases & 1 << case.number() != 0) {
            assert!(alone.forbids(*case), "{phenomenon:?} has the case {case:?}");
        }
    }
    for set in sets::<P>() {
        let again = set.iter().fold(Forbidden::NOTHING, Forbidden::and);
        assert_eq!(again, set);
    }
    assert_eq!(
        (P::ALL.len(), P::ALL.len()),
        (P::CASES.len(), Forbidden::<P>::EVERYTHING.iter().count())
    );
    assert!(P::ALL.iter().enumerate().all(|(number, one)| usize::from(one.number()) == number));
    assert!(P::SHOWN.iter().all(|name| Forbidden::<P>::named(name).is_some()));
}

#[test]
fn every_set_is_closed() {
    check_closed::<ScopePhenomenon>();
    check_closed::<OrderPhenomenon>();
    check_closed::<VisibilityPhenomenon>();
    check_closed::<AuthPhenomenon>();
}

/// Constant enough for a table of contracts, and no larger than a cache line and a half.
#[test]
fn vectors_are_constant_and_small() {
    const STRONGEST: GuaranteeVector = GuaranteeVector {
        scope: Scope::GLOBAL,
        order: Order::SS,
        visibility: Visibility::SER,
        recency: Recency::fresh(super::Premises::NONE),
        idempotence: Idempotence::by(super::KeyDiscipline::RequestKey),
        auth: Auth::CHANNEL.join(Auth::PAYLOAD),
    };
    static TABLE: [GuaranteeVector; 2] = [STRONGEST, STRONGEST.meet(GuaranteeVector::NOTHING)];
    assert!(TABLE[0] > TABLE[1] && TABLE[1] == GuaranteeVector::NOTHING);
    assert!(size_of::<GuaranteeVector>() <= 96, "{}", size_of::<GuaranteeVector>());
}
