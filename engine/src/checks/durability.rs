//! Acknowledged writes: each could be recovered now, or has been overwritten.
use super::{Breach, Undertaking};
use crate::consistency::Verdict;
use crate::kernel::{ServiceId, SortedMap};
use crate::node::{Call, Key, Recoverable, Value};

/// A write is lost if everything that could be recovered was written before it began.
pub(super) fn verdict(
    service: ServiceId,
    all: &[Undertaking],
    recoverable: &Recoverable,
) -> Verdict<Breach> {
    let written = |undertaking: &Undertaking| match undertaking.request.call {
        Call::Write(value) | Call::Cas(_, value) => Some((undertaking.request.key, value)),
        Call::Read => None,
    };
    let writes: SortedMap<(Key, Value), &Undertaking> = all
        .iter()
        .filter(|undertaking| undertaking.request.service == service)
        .filter_map(|undertaking| Some((written(undertaking)?, undertaking)))
        .collect();
    let lost = writes.iter().find(|((key, value), write)| {
        let overwritten = |by: &Value| match writes.get(&(*key, *by)) {
            Some(other) => !precedes(other, write),
            None => false,
        };
        write.is_acknowledged()
            && !recoverable
                .get(key)
                .is_some_and(|kept| kept.contains(value) || kept.iter().any(overwritten))
    });
    let Some(((_, Value(value)), write)) = lost else { return Verdict::Holds };
    Verdict::Violated(Breach {
        why: format!("The write of {value} was acknowledged, and nobody can bring it back."),
        steps: write.told.iter().map(|told| told.step).collect(),
        operations: vec![write.request.op],
    })
}

fn precedes(earlier: &Undertaking, later: &Undertaking) -> bool {
    earlier.is_acknowledged() && earlier.told.as_ref().is_some_and(|told| told.at < later.invoked)
}
