//! Each contradiction is caught, and its legal neighbour is not.
use super::super::{
    GuaranteeVector, IllFormed, Order, Premises, Recency, Scope, SessionToken, Visibility,
};
use super::vectors;
use crate::kernel::Span;

const FRESH: Recency = Recency::fresh(Premises::LEASE);
const OLD: Recency = Recency::within(Span::millis(200));

fn vector(order: Order, visibility: Visibility, recency: Recency) -> GuaranteeVector {
    GuaranteeVector { scope: Scope::GLOBAL, order, visibility, recency, ..GuaranteeVector::NOTHING }
}

fn broken(vector: GuaranteeVector) -> Vec<IllFormed> {
    vector.well_formed().err().unwrap_or_default()
}

#[test]
fn strict_needs_serializable() {
    let si = vector(Order::SS, Visibility::SI, FRESH);
    assert_eq!(broken(si), [IllFormed::StrictWithoutSerializable]);
    assert_eq!(broken(vector(Order::SS, Visibility::SER, FRESH)), []);
    assert_eq!(broken(vector(Order::LX.join(Order::SEQ), Visibility::SI, FRESH)), []);
}

#[test]
fn strict_needs_freshness() {
    let old = vector(Order::SS, Visibility::SER, OLD);
    assert_eq!(broken(old), [IllFormed::StrictButStale]);
    assert_eq!(broken(vector(Order::SEQ, Visibility::SER, OLD)), []);
}

/// What the sources write for reads from a follower.
#[test]
fn follower_reads_are_prefixes_or_sequential() {
    let si = Visibility::SI;
    let both = [IllFormed::StrictWithoutSerializable, IllFormed::StrictButStale];
    assert_eq!(broken(vector(Order::SS, si, OLD)), both);
    assert_eq!(broken(vector(Order::LX, si, OLD)), [IllFormed::LinearizableButStale]);
    assert_eq!(broken(vector(Order::PREFIX, si, OLD)), []);
    assert_eq!(broken(vector(Order::SEQ, si, OLD)), []);
    let lost = |order| vector(order, si, OLD).well_formed_with(SessionToken::Lost);
    assert_eq!(lost(Order::SEQ), Err(vec![IllFormed::SessionWithoutToken]));
    assert_eq!(lost(Order::PREFIX), Ok(()));
}

#[test]
fn linearizable_needs_freshness() {
    for recency in [Recency::EVENTUAL, Recency::within_versions(1), OLD] {
        let stale = vector(Order::LX, Visibility::FRACTURED, recency);
        assert_eq!(broken(stale), [IllFormed::LinearizableButStale]);
        let regular = vector(Order::REGULAR, Visibility::FRACTURED, recency);
        assert_eq!(broken(regular), [IllFormed::LinearizableButStale]);
    }
    assert_eq!(broken(vector(Order::LX, Visibility::FRACTURED, FRESH)), []);
}

#[test]
fn sessions_need_their_token() {
    let lost = |order, recency| {
        vector(order, Visibility::FRACTURED, recency).well_formed_with(SessionToken::Lost)
    };
    for order in [Order::CAUSAL, Order::PRAM, Order::RYW, Order::MR, Order::SEQ] {
        assert_eq!(lost(order, Recency::EVENTUAL), Err(vec![IllFormed::SessionWithoutToken]));
        assert_eq!(broken(vector(order, Visibility::FRACTURED, Recency::EVENTUAL)), []);
    }
    for order in [Order::NONE, Order::MW, Order::WFR, Order::PREFIX] {
        assert_eq!(lost(order, Recency::EVENTUAL), Ok(()));
    }
    assert_eq!(lost(Order::LX.join(Order::CAUSAL), FRESH), Ok(()));
}

#[test]
fn a_bound_of_zero_is_freshness_without_proof() {
    for zero in [Recency::within(Span::ZERO), Recency::within_versions(0)] {
        let vector = vector(Order::NONE, Visibility::FRACTURED, zero);
        assert_eq!(broken(vector), [IllFormed::FreshWithoutProof]);
    }
    let nearly = Recency::within(Span(1)).join(Recency::within_versions(1));
    assert_eq!(broken(vector(Order::NONE, Visibility::FRACTURED, nearly)), []);
}

#[test]
fn promises_are_about_something() {
    let nowhere = GuaranteeVector {
        scope: Scope::NOTHING,
        ..vector(Order::CAUSAL, Visibility::RA, Recency::EVENTUAL)
    };
    assert_eq!(broken(nowhere), [IllFormed::PromiseWithoutScope]);
    assert_eq!(broken(GuaranteeVector::NOTHING), []);
}

#[test]
fn what_is_common_to_well_formed_promises_is_well_formed() {
    for token in [SessionToken::Carried, SessionToken::Lost] {
        let mut fine = vectors();
        fine.retain(|vector| vector.well_formed_with(token).is_ok());
        assert!(fine.len() > 5);
        for a in &fine {
            assert!(fine.iter().all(|b| {
                let meet = a.meet(*b);
                let faults = meet.well_formed_with(token).err().unwrap_or_default();
                faults.iter().all(|fault| *fault == IllFormed::PromiseWithoutScope)
            }));
        }
    }
}

#[test]
fn every_contradiction_is_explained_in_a_sentence() {
    let all = [
        IllFormed::StrictWithoutSerializable,
        IllFormed::StrictButStale,
        IllFormed::LinearizableButStale,
        IllFormed::SessionWithoutToken,
        IllFormed::FreshWithoutProof,
        IllFormed::PromiseWithoutScope,
    ];
    assert!(all.iter().all(|fault| fault.to_string().len() > 40));
}
