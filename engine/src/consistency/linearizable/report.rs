//! The check: part by part, smallest part first, until one part cannot be explained.
use super::search::{Ending, Search};
use super::task::{Task, tasks};
use super::unexplained::unexplained;
use super::witness::{Witness, alone, witness};
use crate::consistency::{History, ReferenceObject, Verdict};
use crate::kernel::{SortedMap, sort_by_key};

/// As many states as one check should visit where a reader waits for it.
pub const STATES_MAX: u64 = 1_000_000;

/// What a check concludes, and what it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The conclusion.
    pub verdict: Verdict<Witness>,
    /// Configurations of the search that were looked at, those for the witness included.
    pub states_visited: u64,
    /// One order for each part that was explained, as places in the history. Indeterminate
    /// operations that had no effect, and reads without a known answer, are left out.
    pub orders: Vec<Vec<usize>>,
}

/// Is there an order of the operations that the object would have answered like this, in which
/// nothing comes before what had already returned when it was called? Herlihy and Wing,
/// "Linearizability" (TOPLAS 1990). What is indeterminate may come anywhere after its call, or not
/// at all. Visits about `states_max` states at most, not counting those for the witness.
///
/// Parts that cannot influence each other are searched apart: Horn and Kroening, "Faster
/// linearizability checking via P-compositionality" (FORTE 2015).
pub fn linearizable<O: ReferenceObject>(
    object: &O,
    history: &History<O::Call, O::Return>,
    states_max: u64,
) -> Checked {
    let mut checked = Checked { verdict: Verdict::Holds, states_visited: 0, orders: Vec::new() };
    for places in parts::<O>(history) {
        let tasks = tasks::<O>(history, &places);
        if let Some(culprit) = unexplained(object, &tasks) {
            checked.verdict = Verdict::Violated(alone::<O>(history, culprit));
            break;
        }
        let without_answer = tasks.iter().filter(|task| !task.is_sure).count();
        let states_left = states_max.saturating_sub(checked.states_visited);
        let (ending, search) = search(object, tasks, states_left);
        checked.states_visited += search.states_visited() as u64;
        let gave_up = |after: String| {
            Verdict::Unknown(format!(
                "the search gave up {after}, on {} operations of which {without_answer} have no \
                 answer; allow more states, or check a shorter history",
                places.len()
            ))
        };
        match ending {
            Ending::Explained => checked.orders.push(search.order()),
            Ending::OutOfStates => {
                checked.verdict = gave_up(format!("after {states_max} states"));
            }
            Ending::OutOfMemory => {
                checked.verdict = gave_up("when it could remember no more states".into());
            }
            Ending::Refuted => {
                let (witness, states) = witness(object, history, &places, search.stuck_at());
                checked.states_visited += states as u64;
                checked.verdict = Verdict::Violated(witness);
                break;
            }
        }
    }
    checked
}

fn search<'a, O: ReferenceObject>(
    object: &O,
    tasks: Vec<Task<'a, O>>,
    states_max: u64,
) -> (Ending, Search<'a, O>) {
    let mut search = Search::new(object, tasks);
    let ending = search.run(usize::try_from(states_max).unwrap_or(usize::MAX));
    (ending, search)
}

/// The places of operations on each part, fewest first.
fn parts<O: ReferenceObject>(history: &History<O::Call, O::Return>) -> Vec<Vec<usize>> {
    let mut parts = SortedMap::<O::Part, Vec<usize>>::new();
    for (at, operation) in history.operations().iter().enumerate() {
        parts.or_default(O::part(&operation.call)).push(at);
    }
    let mut parts: Vec<Vec<usize>> = parts.into_values().collect();
    sort_by_key(&mut parts, Vec::len);
    parts
}
