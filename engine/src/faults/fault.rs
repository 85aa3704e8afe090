//! One fault: what, whom, how much.
use super::{FaultKind, Stricken, Target};

/// What befalls a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fault {
    /// What.
    pub kind: FaultKind,
    /// Whom.
    pub target: Target,
    /// How much, in the unit of its card; 0 where the card has no amount.
    pub amount: i64,
}

impl Fault {
    /// A fault with the amount that its card proposes.
    pub fn new(kind: FaultKind, target: Target) -> Fault {
        let amount = kind.card().param.map_or(0, |param| param.default);
        Fault { kind, target, amount }
    }

    /// Another amount.
    #[must_use]
    pub fn by(self, amount: i64) -> Fault {
        Fault { amount, ..self }
    }

    /// Strikes. Did anything change?
    pub fn strike(&self, world: &mut dyn Stricken) -> bool {
        self.kind.strike(&self.target, self.amount, world)
    }

    /// What would mend it.
    pub fn undone(&self) -> Option<Fault> {
        let undo = self.kind.card().undo?;
        Some(Fault::new(undo, self.target))
    }

    /// Is it beyond what real hardware does?
    pub fn is_exaggerated(&self) -> bool {
        let realistic = self.kind.card().param.and_then(|param| param.realistic);
        realistic.is_some_and(|(least, most)| !(least..=most).contains(&self.amount))
    }
}
