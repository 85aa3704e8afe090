//! Is Causal weaker than Lx? It depends on what the promise is about, so that is compared as well.
use super::Order;
use std::cmp::Ordering;
use std::fmt;

/// Of the objects that sessions touch, which ones the promise is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coverage {
    /// Only some of them.
    SomeObjects,
    /// All of them.
    EveryObject,
}

/// How many objects one operation may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arity {
    /// One.
    SingleObject,
    /// Several, as a snapshot read does.
    MultiObject,
}

/// Whether a session waits for an answer before it asks again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sessions {
    /// It waits.
    Sequential,
    /// It need not.
    Overlapping,
}

/// An order, and about what it is promised. Each field that is greater promises more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OrderClaim {
    /// What is ruled out.
    pub order: Order,
    /// About which objects.
    pub coverage: Coverage,
    /// About which operations.
    pub arity: Arity,
    /// About which sessions.
    pub sessions: Sessions,
}

impl OrderClaim {
    /// All that follows about single-object or multi-object operations in such sessions.
    ///
    /// If every object is linearizable, operations touch one object each, and sessions are
    /// sequential, then the whole history is linearizable (locality: Herlihy and Wing, TOPLAS
    /// 1990, theorem 1), and so sequential and causal; no phenomenon of this component is left. A
    /// snapshot read, or an object outside, breaks the argument: causal reverse is back.
    pub fn implied(self) -> Order {
        let is_local = self.coverage == Coverage::EveryObject
            && self.arity == Arity::SingleObject
            && self.sessions == Sessions::Sequential;
        if is_local && self.order.at_least(Order::LX) { Order::EVERYTHING } else { self.order }
    }

    /// Does this promise all that the other does?
    pub fn at_least(self, other: OrderClaim) -> bool {
        let narrowed = OrderClaim { arity: other.arity, sessions: other.sessions, ..self };
        self.coverage >= other.coverage
            && self.arity >= other.arity
            && self.sessions >= other.sessions
            && narrowed.implied().at_least(other.order)
    }

    /// How the two compare, if they do. Claims can be equal that are written differently.
    pub fn compare(self, other: OrderClaim) -> Option<Ordering> {
        match (self.at_least(other), other.at_least(self)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        }
    }
}

/// What must hold for one order to imply another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// Every object that sessions touch is covered.
    EveryObject,
    /// Each operation touches one object.
    SingleObjectOperations,
    /// Sessions wait for their answers.
    SequentialSessions,
}

/// Whether one order implies another one: the arrows of the diagram, the dotted ones included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Implication {
    /// Whatever it is about.
    Always,
    /// Only if all of this holds.
    If(&'static [Condition]),
    /// Not even then.
    Never,
}

/// Does the first order imply the second one?
pub fn implication(stronger: Order, weaker: Order) -> Implication {
    const LOCALITY: [Condition; 3] =
        [Condition::EveryObject, Condition::SingleObjectOperations, Condition::SequentialSessions];
    match (stronger.at_least(weaker), stronger.at_least(Order::LX)) {
        (true, _) => Implication::Always,
        (false, true) => Implication::If(&LOCALITY),
        (false, false) => Implication::Never,
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Condition::EveryObject => "every object that sessions touch is covered",
            Condition::SingleObjectOperations => "each operation touches one object",
            Condition::SequentialSessions => "each session waits for its answers",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCAL: OrderClaim = OrderClaim {
        order: Order::LX,
        coverage: Coverage::EveryObject,
        arity: Arity::SingleObject,
        sessions: Sessions::Sequential,
    };

    fn with(order: Order, claim: OrderClaim) -> OrderClaim {
        OrderClaim { order, ..claim }
    }

    #[test]
    fn lx_is_stronger_than_causal_where_locality_applies() {
        for weaker in [Order::CAUSAL, Order::SEQ, Order::PREFIX, Order::RYW] {
            assert_eq!(LOCAL.compare(with(weaker, LOCAL)), Some(Ordering::Greater));
        }
        assert_eq!(LOCAL.compare(with(Order::SS, LOCAL)), Some(Ordering::Equal));
    }

    #[test]
    fn one_missing_condition_makes_them_incomparable() {
        let some_objects = OrderClaim { coverage: Coverage::SomeObjects, ..LOCAL };
        let snapshots = OrderClaim { arity: Arity::MultiObject, ..LOCAL };
        let overlapping = OrderClaim { sessions: Sessions::Overlapping, ..LOCAL };
        for claim in [some_objects, snapshots, overlapping] {
            assert_eq!(claim.compare(with(Order::CAUSAL, claim)), None);
            assert_eq!(claim.compare(with(Order::SEQ, claim)), None);
            assert_eq!(claim.compare(with(Order::REGULAR, claim)), Some(Ordering::Greater));
            assert_eq!(claim.compare(with(Order::SS, claim)), Some(Ordering::Less));
        }
    }

    #[test]
    fn a_wider_claim_speaks_for_a_narrower_one() {
        let snapshots = OrderClaim { arity: Arity::MultiObject, ..LOCAL };
        assert!(snapshots.at_least(with(Order::CAUSAL, LOCAL)));
        assert!(!LOCAL.at_least(with(Order::CAUSAL, snapshots)));
        let regular = with(Order::REGULAR, LOCAL);
        assert_eq!(regular.compare(with(Order::CAUSAL, LOCAL)), None);
    }

    #[test]
    fn the_dotted_arrow_names_its_conditions() {
        assert_eq!(implication(Order::SS, Order::CAUSAL), Implication::Always);
        assert_eq!(implication(Order::REGULAR, Order::CAUSAL), Implication::Never);
        assert_eq!(implication(Order::CAUSAL, Order::LX), Implication::Never);
        let Implication::If(conditions) = implication(Order::LX, Order::CAUSAL) else { panic!() };
        assert_eq!(conditions.len(), 3);
        assert_eq!(conditions[1].to_string(), "each operation touches one object");
    }
}
