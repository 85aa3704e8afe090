//! Random histories: all that an object did holds, and tiny ones agree with brute force.
use super::brute_force::{has_order, items};
use super::generate::{Plan, generate};
use crate::consistency::{
    CasAnswer, CasCall, CasRegister, Checked, Ended, History, KeyAnswer, KeyCall, KeyValue,
    Operation, ReferenceObject, Register, RegisterAnswer, RegisterCall, STATES_MAX, Value, Verdict,
    linearizable,
};
use crate::kernel::{Draws, Instant, Purpose};

pub(in crate::consistency) fn register_call(draws: &mut Draws, values: u64) -> RegisterCall {
    match draws.below(2) {
        0 => RegisterCall::Read,
        _ => RegisterCall::Write((draws.below(values) as i64).into()),
    }
}

pub(in crate::consistency) fn cas_call(draws: &mut Draws, values: u64) -> CasCall {
    let mut value = || Value::from(draws.below(values) as i64);
    let (old, new) = (value(), value());
    match draws.below(3) {
        0 => CasCall::Read,
        1 => CasCall::Write(new),
        _ => CasCall::Cas(old, new),
    }
}

pub(in crate::consistency) fn key_call(draws: &mut Draws, keys: u64) -> KeyCall {
    let key = Value::from(draws.below(keys) as i64);
    let letters = ["a", "b", "c"][draws.below(3) as usize];
    match draws.below(7) {
        0..3 => KeyCall::Get(key),
        3 => KeyCall::Put(key, Value::text(letters)),
        _ => KeyCall::Append(key, letters.into()),
    }
}

/// The orders found must be orders: real time kept, every answer right, nothing sure left out.
pub(in crate::consistency) fn assert_explained<O: ReferenceObject>(
    object: &O,
    history: &History<O::Call, O::Return>,
    checked: &Checked,
) {
    let operations = history.operations();
    let mut is_placed = vec![false; operations.len()];
    for order in &checked.orders {
        let mut object = object.clone();
        for (nth, at) in order.iter().enumerate() {
            let operation = &operations[*at];
            let later = order[nth..].iter().map(|at| &operations[*at]);
            assert!(later.clone().all(|later| !later.precedes(operation)));
            let answer = object.apply(&operation.call);
            assert!(!matches!(&operation.outcome, Ended::Ok(seen) if *seen != answer));
            assert!(!is_placed[*at]);
            is_placed[*at] = true;
        }
    }
    let must = |operation: &&Operation<_, _>| matches!(operation.outcome, Ended::Ok(_));
    let placed = operations.iter().zip(&is_placed).filter(|(_, placed)| **placed);
    let sure = placed.filter(|(operation, _)| must(operation)).count();
    assert_eq!(sure, operations.iter().filter(must).count());
}

fn assert_holds<O: ReferenceObject>(object: O, seed: u64, call: impl Fn(&mut Draws) -> O::Call) {
    for unanswered_per_mille in [0, 30, 200] {
        let processes = 1 + seed % 8;
        let plan = Plan { seed, processes, operations: 60, unanswered_per_mille };
        let history = generate(object.clone(), plan, &call);
        let checked = linearizable(&object, &history, STATES_MAX);
        assert_eq!(checked.verdict, Verdict::Holds, "{plan:?}");
        assert_explained(&object, &history, &checked);
    }
}

#[test]
fn what_an_object_did_always_holds() {
    for seed in 0..300 {
        assert_holds(Register::default(), seed, |draws| register_call(draws, 4));
        assert_holds(CasRegister::default(), seed, |draws| cas_call(draws, 4));
        assert_holds(KeyValue::default(), seed, |draws| key_call(draws, 3));
    }
}

/// Calls with any answers at any time.
pub(in crate::consistency) fn tiny<C, R>(
    seed: u64,
    mut call: impl FnMut(&mut Draws) -> (C, R),
) -> History<C, R> {
    let mut draws = Draws::new(seed, Purpose::Swarm, 2);
    let operations = (0..draws.between(1, 7)).map(|process| {
        let (call, answer) = call(&mut draws);
        let invoked = draws.below(12);
        let returned = Some(Instant(invoked + draws.below(8)));
        let outcome = match draws.below(12) {
            0 => Ended::Fail,
            1 => Ended::OkUnseen,
            2 | 3 => Ended::Info,
            _ => Ended::Ok(answer),
        };
        Operation { process: process as u32, call, outcome, invoked: Instant(invoked), returned }
    });
    History::new(operations.collect())
}

pub(in crate::consistency) fn tiny_register(seed: u64) -> History<RegisterCall, RegisterAnswer> {
    tiny(seed, |draws| match register_call(draws, 3) {
        RegisterCall::Read => {
            let seen = draws.below(4) as i64;
            let seen = if seen == 3 { Value::Absent } else { seen.into() };
            (RegisterCall::Read, RegisterAnswer::Value(seen))
        }
        write => (write, RegisterAnswer::Written),
    })
}

pub(in crate::consistency) fn tiny_cas(seed: u64) -> History<CasCall, CasAnswer> {
    tiny(seed, |draws| match cas_call(draws, 3) {
        CasCall::Read => {
            let seen = (draws.below(3) as i64).into();
            (CasCall::Read, CasAnswer::Value(seen))
        }
        CasCall::Write(value) => (CasCall::Write(value), CasAnswer::Written),
        cas => (cas, CasAnswer::Swapped(draws.below(3) > 0)),
    })
}

pub(in crate::consistency) fn tiny_key_value(seed: u64) -> History<KeyCall, KeyAnswer> {
    tiny(seed, |draws| match key_call(draws, 2) {
        KeyCall::Get(key) => {
            let letters = (0..draws.below(4)).map(|_| ["a", "b", "c"][draws.below(3) as usize]);
            (KeyCall::Get(key), KeyAnswer::seen(Value::text(&letters.collect::<String>())))
        }
        other => (other, KeyAnswer::Written),
    })
}

fn agrees<O: ReferenceObject>(object: &O, history: &History<O::Call, O::Return>) -> bool {
    let checked = linearizable(object, history, STATES_MAX);
    let holds = has_order(object, &items(history));
    assert_eq!(checked.verdict.word(), if holds { "holds" } else { "violated" });
    if holds {
        assert_explained(object, history, &checked);
    }
    holds
}

#[test]
fn tiny_histories_agree_with_brute_force() {
    let mut held = [0; 3];
    for seed in 0..10_000 {
        held[0] += usize::from(agrees(&Register::default(), &tiny_register(seed)));
        held[1] += usize::from(agrees(&CasRegister::default(), &tiny_cas(seed)));
        held[2] += usize::from(agrees(&KeyValue::default(), &tiny_key_value(seed)));
    }
    assert!(held.iter().all(|held| (1_000..9_000).contains(held)), "{held:?}");
}
