//! Levels: what a node has reached it never falls behind again, not even across a crash.
use super::Breach;
use crate::consistency::Verdict;
use crate::kernel::{NodeId, ServiceId, SortedMap};
use crate::node::{Note, Record, Topic};
use crate::timeline::StepIndex;

pub(super) fn verdict<'a>(
    service: ServiceId,
    notes: impl Iterator<Item = (StepIndex, &'a Record)>,
) -> Verdict<Breach> {
    let mut reached = SortedMap::<(NodeId, Topic), (u64, StepIndex)>::new();
    for (step, record) in notes {
        let Record::Noted(node, Note::Level { topic, value }) = record else { continue };
        if node.service != service {
            continue;
        }
        let before = reached.or_insert((*node, *topic), (*value, step));
        if *value < before.0 {
            let (now, was) = (*value, before.0);
            let why = format!("A node that had reached {was} went back to {now}.");
            return Breach::of_steps(why, [before.1, step]);
        }
        *before = (*value, step);
    }
    Verdict::Holds
}
