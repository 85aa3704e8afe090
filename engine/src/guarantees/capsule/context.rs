//! What a capsule may say besides: whom it is for, what it is tied to, what is wanted and offered.
use super::Tenant;
use crate::guarantees::{GuaranteeVector, Order, Recency, Scope, SessionToken};

/// A number used once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nonce(pub u64);

/// On whose behalf.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identity {
    /// Who asks.
    pub caller: String,
    /// For which customer.
    pub tenant: Option<Tenant>,
    /// Against replay.
    pub nonce: Option<Nonce>,
}

/// What ties the request to others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Trace {
    /// What must have been seen before.
    pub causality_token: Option<String>,
    /// What the session has read and written.
    pub session: Option<String>,
}

/// The optional fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Context {
    /// How much of the boundary the request is about.
    pub scope: Option<Scope>,
    /// The order on which the caller relies.
    pub order: Option<Order>,
    /// The recency on which the caller relies.
    pub recency: Option<Recency>,
    /// On whose behalf.
    pub identity: Option<Identity>,
    /// What ties the request to others.
    pub trace: Option<Trace>,
    /// What is still owed: whom to tell, what to make up for.
    pub obligations: Vec<String>,
    /// What the caller requires, so that a callee can refuse instead of guessing.
    pub required: Option<GuaranteeVector>,
    /// What the callee offers.
    pub offered: Option<GuaranteeVector>,
}

impl Context {
    /// Did the session's token come along?
    pub fn session_token(&self) -> SessionToken {
        match self.trace.as_ref().and_then(|trace| trace.session.as_ref()) {
            Some(_) => SessionToken::Carried,
            None => SessionToken::Lost,
        }
    }

    /// Is all that is required offered? Who offers nothing satisfies only who requires nothing.
    pub fn is_satisfied(&self) -> bool {
        let offered = self.offered.unwrap_or(GuaranteeVector::NOTHING);
        self.required.is_none_or(|required| offered.at_least(required))
    }
}
