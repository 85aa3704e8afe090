//! Effects on a resource: once a later token has had one, no earlier one may; and one is one's.
use super::Breach;
use crate::consistency::Verdict;
use crate::evidence::Epoch;
use crate::kernel::{NodeId, ServiceId, SortedMap};
use crate::node::{Note, Record};
use crate::timeline::{StepIndex, Timeline};

pub(super) fn verdict(service: ServiceId, run: &Timeline) -> Verdict<Breach> {
    let mut last = SortedMap::<u16, (Epoch, NodeId, StepIndex)>::new();
    for (step, record) in run.trace().notes(run.cursor()) {
        let Record::Noted(node, Note::Effect { resource, epoch, by }) = record else { continue };
        if node.service != service {
            continue;
        }
        let before = last.or_insert(*resource, (*epoch, *by, step));
        let (token, later) = (epoch.0, before.0.0);
        if token < later {
            let why = format!("A write under token {token} took effect after one under {later}.");
            return Breach::of_steps(why, [before.2, step]);
        }
        if token == later && *by != before.1 {
            let why = format!("Two nodes wrote under one token, {token}.");
            return Breach::of_steps(why, [before.2, step]);
        }
        *before = (*epoch, *by, step);
    }
    Verdict::Holds
}
