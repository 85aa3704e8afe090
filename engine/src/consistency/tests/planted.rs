//! Long runs of a real object with one fault planted: always found, and shown with few operations.
use super::generate::{Plan, Run};
use crate::consistency::{
    CasAnswer, CasCall, CasRegister, ReferenceObject, Register, RegisterAnswer, RegisterCall,
    STATES_MAX, Value, Verdict, Witness, linearizable,
};

const OPERATIONS: usize = 300;

fn plan(seed: u64) -> Plan {
    Plan { seed, processes: 5, operations: OPERATIONS, unanswered_per_mille: 5 }
}

/// Runs with values that nobody writes twice, a fault in the middle.
fn with_fault<O: ReferenceObject>(
    object: O,
    seed: u64,
    call: impl Fn(u64, i64) -> O::Call,
    fault: impl FnOnce(&mut Run<O>),
) -> Option<Witness> {
    let mut run = Run::new(object.clone(), plan(seed));
    let step = |run: &mut Run<O>| {
        let next = run.operations.len() as i64;
        run.step(|draws| Some(call(draws.below(3), next)));
    };
    while run.operations.len() < OPERATIONS / 2 {
        step(&mut run);
    }
    run.settle();
    fault(&mut run);
    while run.operations.len() < OPERATIONS {
        step(&mut run);
    }
    run.settle();
    let checked = linearizable(&object, &run.history(), STATES_MAX);
    match checked.verdict {
        Verdict::Violated(witness) => Some(witness),
        Verdict::Holds | Verdict::Unknown(_) => None,
    }
}

fn register_call(kind: u64, next: i64) -> RegisterCall {
    if kind == 0 { RegisterCall::Write(next.into()) } else { RegisterCall::Read }
}

fn cas_call(kind: u64, next: i64) -> CasCall {
    match kind {
        0 => CasCall::Write(next.into()),
        1 => CasCall::Cas((next - 3).into(), next.into()),
        _ => CasCall::Read,
    }
}

#[test]
fn a_stale_read_is_found() {
    for seed in 0..100 {
        let witness = with_fault(Register::default(), seed, register_call, |run| {
            run.alone(RegisterCall::Write((-1).into()), |object| {
                object.apply(&RegisterCall::Write((-1).into()))
            });
            run.alone(RegisterCall::Write((-2).into()), |object| {
                object.apply(&RegisterCall::Write((-2).into()))
            });
            run.alone(RegisterCall::Read, |_| RegisterAnswer::Value((-1).into()));
        });
        let witness = witness.expect("a stale read");
        assert_eq!((witness.operations.len(), witness.sources.len()), (3, 1), "{witness:?}");
    }
}

#[test]
fn a_lost_write_is_found() {
    for seed in 0..100 {
        let witness = with_fault(Register::default(), seed, register_call, |run| {
            let before = run.object.0.clone();
            run.alone(RegisterCall::Write((-1).into()), |_| RegisterAnswer::Written);
            run.alone(RegisterCall::Read, |_| RegisterAnswer::Value(before));
        });
        let witness = witness.expect("a lost write");
        assert!(witness.operations.len() <= 4, "{witness:?}");
    }
}

#[test]
fn an_exchange_done_twice_is_found() {
    for seed in 0..100 {
        let cas = || CasCall::Cas((-1).into(), (-2).into());
        let witness = with_fault(CasRegister::default(), seed, cas_call, |run| {
            run.alone(CasCall::Write((-1).into()), |object| {
                object.apply(&CasCall::Write((-1).into()))
            });
            run.alone(cas(), |object| object.apply(&cas()));
            run.alone(cas(), |_| CasAnswer::Swapped(true));
        });
        let witness = witness.expect("an exchange done twice");
        assert_eq!((witness.operations.len(), witness.sources.len()), (3, 1), "{witness:?}");
    }
}

#[test]
fn a_fault_is_found_among_a_thousand_operations_in_few_states() {
    let plan = Plan { seed: 1, processes: 5, operations: 1_000, unanswered_per_mille: 3 };
    let mut run = Run::new(Register::default(), plan);
    while run.operations.len() < plan.operations {
        run.step(|draws| Some(register_call(draws.below(2), draws.below(5) as i64)));
    }
    run.alone(RegisterCall::Read, |_| RegisterAnswer::Value(Value::from(77)));
    let checked = linearizable(&Register::default(), &run.history(), STATES_MAX);
    let Verdict::Violated(witness) = checked.verdict else { panic!("{:?}", checked.verdict) };
    assert_eq!(witness.operations, [1_000]);
    assert!(checked.states_visited < 100_000, "{}", checked.states_visited);
}
