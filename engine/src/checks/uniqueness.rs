//! Decisions: at most one value for each.
use super::Breach;
use crate::consistency::Verdict;
use crate::kernel::{ServiceId, SortedMap};
use crate::node::{Note, Record, Topic};
use crate::timeline::StepIndex;

pub(super) fn verdict<'a>(
    service: ServiceId,
    notes: impl Iterator<Item = (StepIndex, &'a Record)>,
) -> Verdict<Breach> {
    let mut decided = SortedMap::<(Topic, u64), (u64, StepIndex)>::new();
    for (step, record) in notes {
        let Record::Noted(node, Note::Decided { topic, number, value }) = record else { continue };
        if node.service != service {
            continue;
        }
        let first = decided.or_insert((*topic, *number), (*value, step));
        if first.0 != *value {
            let why = match topic {
                Topic::Leader => format!("Two nodes were chosen under number {number}."),
                _ => format!("Two different values were decided at position {number}."),
            };
            return Breach::of_steps(why, [first.1, step]);
        }
    }
    Verdict::Holds
}
