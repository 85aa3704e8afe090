//! Did a run keep its invariants? Each check is a fold over the trace, up to the cursor.
mod breach;
mod durability;
mod exclusivity;
mod linearizability;
mod monotonicity;
mod operations;
#[cfg(test)]
mod tests;
mod uniqueness;
pub use breach::Breach;
pub use operations::{Told, Undertaking, undertakings};

use crate::consistency::Verdict;
use crate::kernel::ServiceId;
use crate::modes::Invariant;
use crate::timeline::{StepIndex, Timeline};

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Check {
    /// All operations look as if each had happened at one instant.
    Linearizability,
    /// No effect under a token follows one under a later token.
    Exclusivity,
    /// At most one value for each decision.
    Uniqueness,
    /// What was acknowledged could be recovered, or has been overwritten.
    Durability,
    /// No level that was reached is ever lower again.
    Monotonicity,
}

impl Check {
    /// All of them.
    pub const ALL: [Check; 5] = [
        Check::Linearizability,
        Check::Exclusivity,
        Check::Uniqueness,
        Check::Durability,
        Check::Monotonicity,
    ];

    /// In scenario files and on the command line.
    pub const fn slug(self) -> &'static str {
        match self {
            Check::Linearizability => "linearizability",
            Check::Exclusivity => "exclusivity",
            Check::Uniqueness => "uniqueness",
            Check::Durability => "durability",
            Check::Monotonicity => "monotonicity",
        }
    }

    /// Which invariant of the catalogue it holds a run against.
    pub const fn invariant(self) -> Invariant {
        match self {
            Check::Linearizability => Invariant::Freshness,
            Check::Exclusivity => Invariant::Exclusivity,
            Check::Uniqueness => Invariant::Uniqueness,
            Check::Durability => Invariant::Conservation,
            Check::Monotonicity => Invariant::Monotonicity,
        }
    }

    /// What it concludes for one service, from all that happened before the cursor.
    pub fn verdict(self, service: ServiceId, run: &Timeline) -> Verdict<Breach> {
        let notes = run.trace().notes(run.cursor());
        match self {
            Check::Linearizability => linearizability::verdict(service, &undertakings(run)),
            Check::Exclusivity => exclusivity::verdict(service, notes),
            Check::Uniqueness => uniqueness::verdict(service, notes),
            Check::Durability => {
                let recoverable = run.world().recoverable(service);
                durability::verdict(service, &undertakings(run), &recoverable)
            }
            Check::Monotonicity => monotonicity::verdict(service, notes),
        }
    }

    /// Stands for all that its verdicts rest on before the cursor: while it is the same, so are
    /// they.
    pub fn rests_on(self, run: &Timeline) -> u64 {
        let (trace, before) = (run.trace(), run.cursor());
        let step = |last: Option<(StepIndex, _)>| last.map_or(0, |(step, _)| step);
        let told = || step(trace.operations(before).next_back());
        let last = match self {
            Check::Linearizability => told(),
            Check::Durability => told().max(trace.last_kept(before)),
            Check::Exclusivity | Check::Uniqueness | Check::Monotonicity => {
                step(trace.notes(before).next_back())
            }
        };
        trace.hash_at(last + 1)
    }
}
