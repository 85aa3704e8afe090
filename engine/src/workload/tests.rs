//! Clients across crashes: what they have asked stays asked, and no value is written twice.
use crate::faults::FaultKind;
use crate::kernel::{Instant, NodeId, Span};
use crate::node::{Ask, Call, ClientPlan, Key, Pace, Record, Value};
use crate::testing::*;
use crate::world::Plan;

/// The first asks the second, who never answers; it writes all the time, and at set times besides.
fn writes(asks: &[(u64, i64)], faults: &[(u64, FaultKind)]) -> Vec<(Instant, Value)> {
    let ask = |(at, value): &(u64, i64)| {
        let (at, call) = (Span::millis(*at), Call::Write(Value(*value)));
        Ask { at, provider: 0, key: Key(0), call }
    };
    let mut first = client([1]);
    first.providers[0].targets = vec![NodeId::new(0, 1)];
    let first = ClientPlan {
        stop: Some(Span::secs(5)),
        reads_per_mille: 0,
        patience: Span::millis(50),
        persistence: Span::ZERO,
        asks: asks.iter().map(ask).collect(),
        ..first
    };
    let second = ClientPlan { pace: Pace::Idle, asks: Vec::new(), ..first.clone() };
    let plan = with_clients(Plan::new(7, 2), 0, vec![first, second]);
    let acts = faults.iter().map(|(after, kind)| at(*after, on(*kind, &[0]))).collect();
    let line = play(plan, acts, millis(7_000));
    let begun = line.trace().operations(line.cursor()).filter_map(|(step, record)| match record {
        Record::Invoked(request) => match request.call {
            Call::Write(value) => Some((line.trace().step(step).at(), value)),
            _ => None,
        },
        _ => None,
    });
    begun.collect()
}

/// Listed in no order; two of them are numbers that a client would come to by itself.
const ASKS: [(u64, i64); 4] = [(4_000, 9), (500, 31), (1_500, 1_000), (1_600, 2_000)];

fn when(writes: &[(Instant, Value)], value: i64) -> Vec<Instant> {
    writes.iter().filter(|(_, of)| *of == Value(value)).map(|(at, _)| *at).collect()
}

#[test]
fn a_client_that_boots_again_carries_on() {
    for crash in [FaultKind::Crash, FaultKind::CrashAmnesia] {
        let told = writes(&ASKS, &[(1_000, crash), (2_000, FaultKind::Restart)]);
        let asked = ASKS.map(|(_, value)| when(&told, value));
        let due = [4_000, 500, 2_000, 2_000].map(|at| vec![millis(at)]);
        assert_eq!(asked, due, "set times count from the start of the run");
        assert!(told.iter().any(|(at, _)| *at > millis(4_900)));
        assert!(told.iter().all(|(at, _)| *at <= millis(5_000)), "and so does the end");
    }
}

#[test]
fn no_client_writes_a_value_twice() {
    let faults = [FaultKind::Crash, FaultKind::Restart, FaultKind::CrashAmnesia];
    let faults: Vec<_> = (700..).step_by(400).zip(faults).collect();
    let told = writes(&ASKS, &[&faults[..], &[(2_500, FaultKind::Restart)]].concat());
    let mut values: Vec<Value> = told.iter().map(|(_, value)| *value).collect();
    values.sort();
    assert!(values.len() > 30 && values.contains(&Value(33)), "{values:?}");
    values.dedup();
    assert_eq!(values.len(), told.len());
}
