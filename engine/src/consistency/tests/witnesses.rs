//! Witnesses are violations for the right reason, and nothing in them is there for nothing.
use super::brute_force::{Item, has_order, items};
use super::random::{tiny_cas, tiny_key_value, tiny_register};
use crate::consistency::{
    CasRegister, Ended, History, KeyValue, Operation, ReferenceObject, Register, RegisterAnswer,
    RegisterCall, STATES_MAX, Verdict, Witness, linearizable,
};
use crate::kernel::Instant;

/// With only `kept` as they were, and everything else loosened, is there an order?
fn explains<O: ReferenceObject>(
    object: &O,
    history: &History<O::Call, O::Return>,
    kept: &[usize],
) -> bool {
    let operations = history.operations();
    let happened = (0..history.len()).filter(|at| operations[*at].outcome != Ended::Fail);
    let loosened =
        items::<O>(history).into_iter().zip(happened).filter_map(|(item, at)| {
            match kept.contains(&at) {
                true => Some(item),
                false if O::is_read(item.call, item.answer) => None,
                false => Some(Item { answer: None, is_optional: true, ..item }),
            }
        });
    has_order(object, &loosened.collect::<Vec<_>>())
}

fn judge<O: ReferenceObject>(object: &O, history: &History<O::Call, O::Return>) -> Option<Witness> {
    let Verdict::Violated(witness) = linearizable(object, history, STATES_MAX).verdict else {
        return None;
    };
    let is_kept = |at: &&usize| !witness.sources.contains(at);
    let kept: Vec<usize> = witness.operations.iter().filter(is_kept).copied().collect();
    assert!(!explains(object, history, &kept), "{witness:?}");
    for needless in &kept {
        let fewer: Vec<usize> = kept.iter().filter(|at| *at != needless).copied().collect();
        let latest = kept.iter().filter_map(|at| history.operations()[*at].returned).max();
        let cut = cut(history, latest.unwrap_or_default());
        assert!(explains(object, &cut, &fewer), "{needless} of {witness:?}");
    }
    let shown = witness.operations.iter().map(|at| history.operations()[*at].clone());
    let shown: History<O::Call, O::Return> = History::new(shown.collect());
    assert!(!has_order(object, &items(&shown)), "{witness:?}");
    assert!(kept.contains(&witness.culprit) && witness.why.contains("op "));
    Some(witness)
}

/// The history up to an instant, with places unchanged for what is left.
fn cut<C: Clone, R: Clone>(history: &History<C, R>, instant: Instant) -> History<C, R> {
    let begun = history.operations().iter().filter(|operation| operation.invoked <= instant);
    let cut = begun.map(|operation| match operation.returned {
        Some(returned) if returned > instant && !matches!(operation.outcome, Ended::Fail) => {
            Operation { outcome: Ended::Info, returned: None, ..operation.clone() }
        }
        _ => operation.clone(),
    });
    History::new(cut.collect())
}

#[test]
fn every_witness_refutes_and_every_member_is_needed() {
    let mut found = 0;
    for seed in 0..6_000 {
        found += usize::from(judge(&Register::default(), &tiny_register(seed)).is_some());
        found += usize::from(judge(&CasRegister::default(), &tiny_cas(seed)).is_some());
        found += usize::from(judge(&KeyValue::default(), &tiny_key_value(seed)).is_some());
    }
    assert!(found > 3_000, "{found}");
}

type OfRegister = Operation<RegisterCall, RegisterAnswer>;

fn read(value: i64, invoked: u64) -> OfRegister {
    let (call, answer) = (RegisterCall::Read, RegisterAnswer::Value(value.into()));
    Operation::ok(0, call, answer, Instant(invoked), Instant(invoked + 5))
}

#[test]
fn among_hundreds_of_writes_without_an_answer_the_witness_is_small() {
    let write = |value: i64| RegisterCall::Write(value.into());
    let writes = (0..300).map(|value| Operation::open(0, write(value), Instant(0)));
    let values = (0..300).map(|nth| nth * 7 % 300).chain([0]);
    let reads = values.zip((1_000..).step_by(10)).map(|(value, invoked)| read(value, invoked));
    let history = History::new(writes.chain(reads).collect());
    let Verdict::Violated(witness) =
        linearizable(&Register::default(), &history, STATES_MAX).verdict
    else {
        panic!("the value of one write came back after another one's");
    };
    assert_eq!(witness.culprit, 600);
    assert!(witness.operations.len() <= 5, "{witness:?}");
}

#[test]
fn what_nobody_ever_wrote_is_found_at_sight() {
    let write = |value: i64| {
        let (call, answer) = (RegisterCall::Write(value.into()), RegisterAnswer::Written);
        Operation::ok(0, call, answer, Instant(0), Instant(10))
    };
    let writes = (0..40).map(write);
    let reads = (0..40).map(|nth| read(if nth == 20 { 45 } else { nth }, 20));
    let history = History::new(writes.chain(reads).collect());
    let checked = linearizable(&Register::default(), &history, STATES_MAX);
    let Verdict::Violated(witness) = checked.verdict else {
        panic!("nobody wrote 45");
    };
    assert_eq!((witness.operations, witness.culprit), (vec![60], 60));
    assert_eq!(checked.states_visited, 0);
    let why = "op 60 (read → 45) returned what nothing called before its return explains";
    assert_eq!(witness.why, why);
}
