//! The operations of a service, key by key, against a register.
use super::{Breach, Undertaking};
use crate::consistency::{
    CasAnswer, CasCall, CasRegister, Ended, History, Operation, STATES_MAX, Value as Seen, Verdict,
    linearizable,
};
use crate::kernel::{ServiceId, SortedMap, sort};
use crate::node::{Answer, Call, Key, OpId, Outcome, Value};

/// Registers are independent of each other, so each key is checked alone (Herlihy and Wing, 1990).
pub(super) fn verdict(service: ServiceId, all: &[Undertaking]) -> Verdict<Breach> {
    let mut keys = SortedMap::<Key, Vec<&Undertaking>>::new();
    for undertaking in all.iter().filter(|undertaking| undertaking.request.service == service) {
        keys.or_default(undertaking.request.key).push(undertaking);
    }
    let mut unknown = None;
    for undertakings in keys.values() {
        match of_key(undertakings) {
            Verdict::Holds => (),
            Verdict::Unknown(why) => unknown = Some(Verdict::Unknown(why)),
            violated => return violated,
        }
    }
    unknown.unwrap_or(Verdict::Holds)
}

fn of_key(undertakings: &[&Undertaking]) -> Verdict<Breach> {
    let told = |undertaking: &&&Undertaking| {
        let outcome = undertaking.told.as_ref().map(|told| &told.outcome);
        matches!(outcome, Some(Outcome::Ok(Answer::Siblings(_))))
    };
    if let Some(split) = undertakings.iter().find(told) {
        return breach("A read saw several values at once.".into(), &[split]);
    }
    let operations = undertakings.iter().zip(0..).map(|(undertaking, process)| Operation {
        process,
        call: call(undertaking.request.call),
        outcome: ended(undertaking),
        invoked: undertaking.invoked,
        returned: undertaking.told.as_ref().map(|told| told.at),
    });
    let history = History::new(operations.collect());
    match linearizable(&CasRegister::default(), &history, STATES_MAX).verdict {
        Verdict::Holds => Verdict::Holds,
        Verdict::Unknown(why) => Verdict::Unknown(why),
        Verdict::Violated(witness) => {
            let processes = witness.operations.iter().map(|at| history.operations()[*at].process);
            let guilty: Vec<_> = processes.map(|at| undertakings[at as usize]).collect();
            breach(witness.why, &guilty)
        }
    }
}

fn breach(why: String, guilty: &[&Undertaking]) -> Verdict<Breach> {
    let mut steps: Vec<_> = guilty
        .iter()
        .map(|undertaking| undertaking.told.as_ref().map_or(undertaking.step, |told| told.step))
        .collect();
    sort(&mut steps);
    let operations: Vec<OpId> = guilty.iter().map(|undertaking| undertaking.request.op).collect();
    Verdict::Violated(Breach { why, steps, operations })
}

fn call(call: Call) -> CasCall {
    match call {
        Call::Read => CasCall::Read,
        Call::Write(value) => CasCall::Write(seen(Some(value))),
        Call::Cas(old, new) => CasCall::Cas(seen(Some(old)), seen(Some(new))),
    }
}

fn seen(value: Option<Value>) -> Seen {
    value.map_or(Seen::Absent, |Value(value)| value.into())
}

fn ended(undertaking: &Undertaking) -> Ended<CasAnswer> {
    match undertaking.told.as_ref().map(|told| &told.outcome) {
        Some(Outcome::Ok(Answer::Value(value))) => Ended::Ok(CasAnswer::Value(seen(*value))),
        Some(Outcome::Ok(Answer::Siblings(values))) => {
            Ended::Ok(CasAnswer::Value(seen(values.first().copied())))
        }
        Some(Outcome::Ok(Answer::Done)) => match undertaking.request.call {
            Call::Cas(..) => Ended::Ok(CasAnswer::Swapped(true)),
            _ => Ended::Ok(CasAnswer::Written),
        },
        Some(Outcome::Fail(_)) => Ended::Fail,
        Some(Outcome::Info) | None => Ended::Info,
    }
}
