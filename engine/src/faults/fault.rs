//! One fault: what, whom, how much.
use super::{FaultKind, Group, ParamCard, Stricken, Target};

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

    /// Where both strike, is an earlier one over once this one has struck? The same again, by
    /// another amount, takes its place; a crash ends a pause; only cuts lie across each other.
    pub fn ends(&self, earlier: &Fault) -> bool {
        use FaultKind::*;
        match (self.kind, earlier.kind) {
            (Heal, Cut | CutOneway | PartialCut) if self.target.cut().is_some() => {
                self.target.cut() == earlier.target.cut()
            }
            (Heal, of) => {
                self.target.cut().is_none() && matches!(of.card().group, Group::Cut | Group::Link)
            }
            (Cut | CutOneway | PartialCut, _) => false,
            (Crash | CrashAmnesia, Pause) => true,
            (ClockDrift, ClockFreeze) | (ClockFreeze, ClockDrift) => true,
            (ClockOffset, ClockStep) => true,
            (now, before) => now == before || before.card().undo == Some(now),
        }
    }

    /// Does it only take back others of its kind? No delay, no loss, and the like.
    pub fn is_cure(&self) -> bool {
        let undone = |param: ParamCard| self.amount == 0 && param.default != 0;
        self.kind.card().param.is_some_and(undone)
    }

    /// Is it beyond what real hardware does?
    pub fn is_exaggerated(&self) -> bool {
        let realistic = self.kind.card().param.and_then(|param| param.realistic);
        realistic.is_some_and(|(least, most)| !(least..=most).contains(&self.amount))
    }
}
