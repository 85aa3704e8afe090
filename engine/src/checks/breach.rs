//! How a run broke an invariant.
use crate::consistency::Verdict;
use crate::node::OpId;
use crate::timeline::StepIndex;

/// What broke it: the witness of a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// In one sentence.
    pub why: String,
    /// The steps that show it, in order; the last one completes it.
    pub steps: Vec<StepIndex>,
    /// The operations that show it, if it shows in operations.
    pub operations: Vec<OpId>,
}

impl Breach {
    /// A verdict: the second of two steps is not allowed after the first.
    pub(super) fn of_steps(why: String, steps: [StepIndex; 2]) -> Verdict<Breach> {
        Verdict::Violated(Breach { why, steps: steps.into(), operations: Vec::new() })
    }
}
