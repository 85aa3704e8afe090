//! Every relation that the framework's table names, one by one.
use super::super::{
    Auth, Idempotence, KeyDiscipline, Order, OrderPhenomenon, Premises, Recency, Scope, Visibility,
    VisibilityPhenomenon,
};
use crate::evidence::{Assumption, Kind};
use crate::kernel::Span;
use std::fmt::Debug;

fn below<T: PartialOrd + Debug>(chain: &[T]) {
    assert!(chain.windows(2).all(|two| two[0] < two[1]), "{chain:?}");
}

fn incomparable<T: PartialOrd + Debug>(one: T, other: T) {
    assert_eq!(one.partial_cmp(&other), None, "{one:?} {other:?}");
}

#[test]
fn scope_is_partial() {
    below(&[Scope::OBJECT, Scope::RANGE, Scope::GLOBAL]);
    below(&[Scope::OBJECT, Scope::TRANSACTION, Scope::GLOBAL]);
    incomparable(Scope::RANGE, Scope::TRANSACTION);
    assert_eq!(Scope::RANGE.meet(Scope::TRANSACTION), Scope::OBJECT);
    assert_ne!(Scope::RANGE.join(Scope::TRANSACTION), Scope::GLOBAL);
    below(&[Scope::NOTHING, Scope::OBJECT]);
}

#[test]
fn session_guarantees_lie_above_none_and_beside_each_other() {
    let sessions = [Order::RYW, Order::MR, Order::MW, Order::WFR];
    for (nth, one) in sessions.into_iter().enumerate() {
        below(&[Order::NONE, one, Order::CAUSAL]);
        sessions[nth + 1..].iter().for_each(|other| incomparable(one, *other));
    }
}

#[test]
fn session_guarantees_add_up() {
    assert_eq!(Order::RYW.join(Order::MR).join(Order::MW), Order::PRAM);
    assert_eq!(Order::PRAM.join(Order::WFR), Order::CAUSAL);
    below(&[Order::NONE, Order::PRAM, Order::CAUSAL, Order::SEQ, Order::SS]);
}

#[test]
fn a_prefix_with_sessions_is_sequential() {
    below(&[Order::NONE, Order::PREFIX, Order::SEQ]);
    assert_eq!(Order::PREFIX.join(Order::RYW).join(Order::MR).join(Order::MW), Order::SEQ);
    for other in [Order::RYW, Order::MR, Order::MW, Order::PRAM, Order::CAUSAL] {
        incomparable(Order::PREFIX, other);
    }
}

#[test]
fn regular_and_linearizable_differ_by_new_then_old() {
    below(&[Order::NONE, Order::REGULAR, Order::LX, Order::SS]);
    let more = Order::LX.iter().filter(|phenomenon| !Order::REGULAR.forbids(*phenomenon));
    assert_eq!(more.collect::<Vec<_>>(), [OrderPhenomenon::NewOldInversion]);
}

#[test]
fn by_themselves_linearizable_and_causal_or_sequential_cannot_be_compared() {
    incomparable(Order::LX, Order::CAUSAL);
    incomparable(Order::LX, Order::SEQ);
    let both = Order::LX.join(Order::SEQ);
    below(&[both, Order::SS]);
    let more = Order::SS.iter().filter(|phenomenon| !both.forbids(*phenomenon));
    assert_eq!(more.collect::<Vec<_>>(), [OrderPhenomenon::CausalReverse]);
}

#[test]
fn visibility_is_a_chain_with_repeatable_read_beside_it() {
    below(&[
        Visibility::DIRTY,
        Visibility::RU,
        Visibility::FRACTURED,
        Visibility::RA,
        Visibility::CAUSAL_CUT,
        Visibility::PSI,
        Visibility::SI,
        Visibility::SER,
    ]);
    incomparable(Visibility::RR, Visibility::SI);
    below(&[Visibility::FRACTURED, Visibility::RR, Visibility::SER]);
}

#[test]
fn each_level_of_visibility_is_told_by_its_anomaly() {
    let allows = |level: Visibility, phenomenon| !level.forbids(phenomenon);
    assert!(allows(Visibility::DIRTY, VisibilityPhenomenon::DirtyWrite));
    assert!(allows(Visibility::RU, VisibilityPhenomenon::AbortedRead));
    assert!(allows(Visibility::FRACTURED, VisibilityPhenomenon::FracturedRead));
    assert!(allows(Visibility::RA, VisibilityPhenomenon::NonCausalCut));
    assert!(allows(Visibility::CAUSAL_CUT, VisibilityPhenomenon::LostUpdate));
    assert!(allows(Visibility::PSI, VisibilityPhenomenon::LongFork));
    assert!(allows(Visibility::SI, VisibilityPhenomenon::WriteSkew));
    assert!(allows(Visibility::RR, VisibilityPhenomenon::PredicateReadSkew));
    assert!(!allows(Visibility::SI, VisibilityPhenomenon::PredicateReadSkew));
    assert!(!allows(Visibility::RR, VisibilityPhenomenon::WriteSkew));
    assert_eq!(Visibility::SER, Visibility::EVERYTHING);
}

#[test]
fn bounds_form_a_chain_and_two_kinds_of_bounds_do_not_mix() {
    let within = |secs| Recency::within(Span::secs(secs));
    let fresh = Recency::fresh(Premises::NONE);
    below(&[Recency::EVENTUAL, within(60), within(5), fresh]);
    below(&[Recency::EVENTUAL, Recency::within_versions(9), Recency::within_versions(2), fresh]);
    below(&[within(1), Recency::fresh(Premises::LEASE)]);
    incomparable(within(5), Recency::within_versions(2));
    assert_eq!(Recency::within(Span(u64::MAX)), Recency::EVENTUAL);
}

#[test]
fn fewer_assumptions_are_fresher() {
    let fresh = Recency::fresh;
    let both = Premises::LEASE.and(Premises::TRUE_TIME);
    below(&[fresh(both), fresh(Premises::LEASE), fresh(Premises::NONE)]);
    incomparable(fresh(Premises::LEASE), fresh(Premises::TRUE_TIME));
    assert_eq!(fresh(Premises::LEASE).meet(fresh(Premises::TRUE_TIME)), fresh(both));
    assert_eq!(Premises::LEASE, Premises::of(&[Assumption::DriftWithinBound]));
    // What every promise here assumes, that nobody forgets or lies, is no premise of freshness.
    let lease = Premises::LEASE.and(Premises::of(&[Assumption::CrashOnly]));
    assert_eq!(lease, Premises::of(Kind::LeaseEpoch.card().assumptions));
}

/// Two proofs are fresher than either, and not as fresh as one that assumes nothing: both may fail.
#[test]
fn two_proofs_do_not_make_an_unconditional_one() {
    let either = Recency::fresh(Premises::LEASE).join(Recency::fresh(Premises::TRUE_TIME));
    below(&[Recency::fresh(Premises::LEASE), either, Recency::fresh(Premises::NONE)]);
    assert_eq!(either.proofs(), [Premises::LEASE, Premises::TRUE_TIME]);
}

#[test]
fn longer_windows_are_stronger_and_key_disciplines_do_not_mix() {
    let by = Idempotence::by_within;
    let k = KeyDiscipline::RequestKey;
    below(&[Idempotence::NONE, by(k, Span::secs(1)), by(k, Span::secs(60)), Idempotence::by(k)]);
    for other in KeyDiscipline::ALL.into_iter().filter(|other| *other != k) {
        incomparable(Idempotence::by(k), Idempotence::by(other));
        incomparable(by(k, Span::secs(1)), Idempotence::by(other));
    }
}

#[test]
fn authentication_is_partial() {
    below(&[Auth::UNAUTH, Auth::BEARER, Auth::POSSESSION]);
    below(&[Auth::POSSESSION, Auth::CHANNEL]);
    below(&[Auth::POSSESSION, Auth::PAYLOAD]);
    incomparable(Auth::CHANNEL, Auth::PAYLOAD);
}
