//! Which acknowledged puts nobody can bring back, though no other put had seen them.
use super::*;
use crate::node::OpId;
use std::collections::{BTreeMap, BTreeSet};

/// What each client had seen when it asked, told from the history alone: the values that it was
/// last told of, and all that these had superseded.
fn seen_by(all: &[Undertaking]) -> BTreeMap<OpId, BTreeSet<i64>> {
    let mut seen = BTreeMap::<OpId, BTreeSet<i64>>::new();
    let written = |undertaking: &Undertaking| match undertaking.request.call {
        Call::Write(value) => Some(value.0),
        _ => None,
    };
    let writer: BTreeMap<i64, OpId> = all
        .iter()
        .filter_map(|undertaking| Some((written(undertaking)?, undertaking.request.op)))
        .collect();
    for undertaking in all {
        let request = &undertaking.request;
        let earlier = all.iter().filter(|other| {
            let told = other.told.as_ref().filter(|_| other.is_acknowledged());
            other.request.op.client == request.op.client
                && other.request.key == request.key
                && told.is_some_and(|told| told.step <= undertaking.step)
        });
        let last = earlier.max_by_key(|other| other.told.as_ref().map(|told| told.step));
        let told: Vec<i64> = match last.and_then(|last| last.told.as_ref()) {
            Some(told) => match &told.outcome {
                Outcome::Ok(Answer::Value(value)) => value.iter().map(|value| value.0).collect(),
                Outcome::Ok(Answer::Siblings(values)) => {
                    values.iter().map(|value| value.0).collect()
                }
                _ => last.and_then(written).into_iter().collect(),
            },
            None => Vec::new(),
        };
        let before = told.iter().filter_map(|value| seen.get(writer.get(value)?));
        let all: BTreeSet<i64> = before.flatten().copied().chain(told.clone()).collect();
        seen.insert(request.op, all);
    }
    seen
}

/// The lost puts of a run whose versions are reconciled by vector.
pub(super) fn lost(line: &Timeline) -> Vec<i64> {
    let all = undertakings(line);
    let seen = seen_by(&all);
    let puts = all.iter().filter(|undertaking| !undertaking.request.call.is_read());
    let superseded: BTreeSet<i64> =
        puts.clone().filter_map(|put| seen.get(&put.request.op)).flatten().copied().collect();
    let kept: BTreeSet<i64> =
        line.world().recoverable(SERVICE).values().flatten().map(|value| value.0).collect();
    let acknowledged = puts.filter(|put| put.is_acknowledged());
    let values = acknowledged.filter_map(|put| match put.request.call {
        Call::Write(value) => Some(value.0),
        _ => None,
    });
    values.filter(|value| !kept.contains(value) && !superseded.contains(value)).collect()
}

/// Values that a replica still holds, though a put that had seen them was acknowledged.
pub(super) fn resurrected(line: &Timeline) -> Vec<i64> {
    let all = undertakings(line);
    let seen = seen_by(&all);
    let puts = all.iter().filter(|put| !put.request.call.is_read() && put.is_acknowledged());
    let superseded: BTreeSet<i64> =
        puts.filter_map(|put| seen.get(&put.request.op)).flatten().copied().collect();
    let held = (0..3).flat_map(|node| values(line, node));
    held.filter(|value| superseded.contains(value)).collect()
}
