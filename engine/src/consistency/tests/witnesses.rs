//! Witnesses are violations for the right reason, and nothing in them is there for nothing.
use super::brute_force::{Item, has_order, items};
use super::random::{tiny_cas, tiny_key_value, tiny_register};
use crate::consistency::{
    CasRegister, Ended, History, KeyValue, Operation, ReferenceObject, Register, STATES_MAX,
    Verdict, Witness, linearizable,
};

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
fn cut<C: Clone, R: Clone>(
    history: &History<C, R>,
    instant: crate::kernel::Instant,
) -> History<C, R> {
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
