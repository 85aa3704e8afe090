//! Components are not independent: which vectors contradict themselves, and why.
use super::{GuaranteeVector, Order, OrderPhenomenon, Scope, Visibility};
use std::fmt;

/// Whether what a session has read and written is known where the promise is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SessionToken {
    /// It came along.
    Carried,
    /// It was dropped on the way.
    Lost,
}

/// A contradiction between components.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IllFormed {
    /// SS, but transactions are not serializable.
    StrictWithoutSerializable,
    /// SS, but answers may be old.
    StrictButStale,
    /// Lx (or Regular), but answers about the object may be old.
    LinearizableButStale,
    /// Read your writes or monotonic reads, but what the session saw is not known.
    SessionWithoutToken,
    /// A bound of no time or no versions: freshness without its proof.
    FreshWithoutProof,
    /// Promises about nothing.
    PromiseWithoutScope,
}

impl GuaranteeVector {
    /// Finds contradictions, supposing that session tokens come along.
    pub fn well_formed(&self) -> Result<(), Vec<IllFormed>> {
        self.well_formed_with(SessionToken::Carried)
    }

    /// Finds contradictions where session tokens come along or are lost.
    pub fn well_formed_with(&self, token: SessionToken) -> Result<(), Vec<IllFormed>> {
        let is_strict = self.order.at_least(Order::SS);
        let sees_all_acknowledged = self.order.forbids(OrderPhenomenon::StaleRead);
        let has_session_floor = self.order.forbids(OrderPhenomenon::ReadYourWritesInversion)
            || self.order.forbids(OrderPhenomenon::MonotonicReadsInversion);
        let is_fresh = self.recency.is_fresh();
        let is_bound_zero = self.recency.span().is_some_and(|span| span.0 == 0)
            || self.recency.versions() == Some(0);
        let is_about_nothing = self.scope == Scope::NOTHING;
        let rules = [
            (
                IllFormed::StrictWithoutSerializable,
                is_strict && !self.visibility.at_least(Visibility::SER),
            ),
            (IllFormed::StrictButStale, is_strict && !is_fresh),
            (IllFormed::LinearizableButStale, !is_strict && sees_all_acknowledged && !is_fresh),
            // Who sees all that was acknowledged needs no token to see what a session did.
            (
                IllFormed::SessionWithoutToken,
                token == SessionToken::Lost && has_session_floor && !sees_all_acknowledged,
            ),
            (IllFormed::FreshWithoutProof, is_bound_zero && !is_fresh),
            (IllFormed::PromiseWithoutScope, is_about_nothing && *self != GuaranteeVector::NOTHING),
        ];
        let broken = rules.into_iter().filter(|(_, is_broken)| *is_broken);
        let broken: Vec<IllFormed> = broken.map(|(rule, _)| rule).collect();
        if broken.is_empty() { Ok(()) } else { Err(broken) }
    }
}

impl fmt::Display for IllFormed {
    /// What is wrong, and what to write instead.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            IllFormed::StrictWithoutSerializable => {
                "SS orders whole transactions, so Visibility must be SER"
            }
            IllFormed::StrictButStale => {
                "SS shows everything acknowledged, so Recency must be Fresh; for older answers \
                 write Prefix, or Seq where the session token crosses"
            }
            IllFormed::LinearizableButStale => {
                "Lx and Regular show everything acknowledged about the object, so Recency must be \
                 Fresh; for older answers write Prefix, or Seq where the session token crosses"
            }
            IllFormed::SessionWithoutToken => {
                "read your writes and monotonic reads need the session token, which is lost here; \
                 carry it, or write an Order without them, such as Prefix"
            }
            IllFormed::FreshWithoutProof => {
                "a bound of zero is freshness without a proof; write Fresh and name the proof"
            }
            IllFormed::PromiseWithoutScope => {
                "the Scope is empty, so nothing is promised; widen it, or drop the promises"
            }
        })
    }
}
