//! Effects on a resource: once a later token has had one, no earlier one may.
use super::Breach;
use crate::consistency::Verdict;
use crate::evidence::Epoch;
use crate::kernel::{ServiceId, SortedMap};
use crate::node::{Note, Record};
use crate::timeline::StepIndex;

pub(super) fn verdict<'a>(
    service: ServiceId,
    notes: impl Iterator<Item = (StepIndex, &'a Record)>,
) -> Verdict<Breach> {
    let mut last = SortedMap::<u16, (Epoch, StepIndex)>::new();
    for (step, record) in notes {
        let Record::Noted(node, Note::Effect { resource, epoch, .. }) = record else { continue };
        if node.service != service {
            continue;
        }
        let before = last.or_insert(*resource, (*epoch, step));
        let (token, later) = (epoch.0, before.0.0);
        if token < later {
            let why = format!("A write under token {token} took effect after one under {later}.");
            return Breach::of_steps(why, [before.1, step]);
        }
        *before = (*epoch, step);
    }
    Verdict::Holds
}
