//! The guarantee vector: what is promised to whoever asks.
use super::{Auth, Idempotence, Order, Recency, Scope, Visibility};
use std::cmp::Ordering;
use std::fmt;

/// What is promised. Small, and constant where a contract needs it to be:
///
/// ```
/// use engine::guarantees::{Auth, GuaranteeVector, Order, Premises, Recency, Scope};
/// const BY_LEASE: GuaranteeVector = GuaranteeVector {
///     scope: Scope::OBJECT,
///     order: Order::LX,
///     recency: Recency::fresh(Premises::LEASE),
///     auth: Auth::CHANNEL,
///     ..GuaranteeVector::NOTHING
/// };
/// assert_eq!(BY_LEASE.to_string(), "⟨Object, Lx, Dirty, Fresh(lease), None, Auth(channel)⟩");
/// assert!(BY_LEASE.well_formed().is_ok());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct GuaranteeVector {
    /// How much it is about.
    pub scope: Scope,
    /// In which order operations seem to happen.
    pub order: Order,
    /// What transactions see of each other.
    pub visibility: Visibility,
    /// How old an answer may be.
    pub recency: Recency,
    /// Whether doing it again changes anything.
    pub idempotence: Idempotence,
    /// Who is known to have asked.
    pub auth: Auth,
}

impl GuaranteeVector {
    /// No promise at all.
    pub const NOTHING: GuaranteeVector = GuaranteeVector {
        scope: Scope::NOTHING,
        order: Order::NONE,
        visibility: Visibility::DIRTY,
        recency: Recency::EVENTUAL,
        idempotence: Idempotence::NONE,
        auth: Auth::UNAUTH,
    };

    /// What both promise. Of well-formed vectors it is well-formed.
    #[must_use]
    pub const fn meet(self, other: GuaranteeVector) -> GuaranteeVector {
        GuaranteeVector {
            scope: self.scope.meet(other.scope),
            order: self.order.meet(other.order),
            visibility: self.visibility.meet(other.visibility),
            recency: self.recency.meet(other.recency),
            idempotence: self.idempotence.meet(other.idempotence),
            auth: self.auth.meet(other.auth),
        }
    }

    /// What the two promise together. It is always defined, but not always well-formed.
    #[must_use]
    pub const fn join(self, other: GuaranteeVector) -> GuaranteeVector {
        GuaranteeVector {
            scope: self.scope.join(other.scope),
            order: self.order.join(other.order),
            visibility: self.visibility.join(other.visibility),
            recency: self.recency.join(other.recency),
            idempotence: self.idempotence.join(other.idempotence),
            auth: self.auth.join(other.auth),
        }
    }

    /// Does this promise all that the other does?
    pub const fn at_least(self, other: GuaranteeVector) -> bool {
        self.scope.at_least(other.scope)
            && self.order.at_least(other.order)
            && self.visibility.at_least(other.visibility)
            && self.recency.at_least(other.recency)
            && self.idempotence.at_least(other.idempotence)
            && self.auth.at_least(other.auth)
    }
}

/// Stronger is greater; most vectors cannot be compared.
impl PartialOrd for GuaranteeVector {
    fn partial_cmp(&self, other: &GuaranteeVector) -> Option<Ordering> {
        match (self.at_least(*other), other.at_least(*self)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        }
    }
}

impl fmt::Display for GuaranteeVector {
    /// As readers see it: `⟨Object, Lx, SI, Fresh(lease), Idem(K), Auth⟩`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let GuaranteeVector { scope, order, visibility, recency, idempotence, auth } = self;
        write!(f, "⟨{scope}, {order}, {visibility}, {recency}, {idempotence}, {auth}⟩")
    }
}
