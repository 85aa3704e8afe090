//! Small histories whose verdict every textbook agrees on.
use super::{check, read, read_nothing, write, write_failed, write_open};
use crate::consistency::{
    CasAnswer, CasCall, CasRegister, Ended, History, KeyAnswer, KeyCall, KeyValue, Operation,
    Register, RegisterCall, STATES_MAX, Value, Verdict, linearizable,
};
use crate::kernel::Instant;

fn why(operations: Vec<super::RegisterOperation>) -> String {
    match check(operations).verdict {
        Verdict::Violated(witness) => witness.why,
        other => format!("{other:?}"),
    }
}

fn holds(operations: Vec<super::RegisterOperation>) -> bool {
    check(operations).verdict == Verdict::Holds
}

#[test]
fn nothing_happened() {
    assert!(holds(vec![]));
}

#[test]
fn a_read_sees_the_last_acknowledged_write() {
    assert!(holds(vec![write(0, 1, 0, 1), write(0, 2, 2, 3), read(1, 2, 4, 5)]));
}

#[test]
fn a_stale_read_is_refused() {
    let operations = vec![write(0, 1, 0, 1), write(0, 2, 2, 3), read(1, 1, 4, 5)];
    assert_eq!(
        why(operations),
        "op 2 (read → 1) began after op 1 (write 2) had been acknowledged, and no order explains it"
    );
}

#[test]
fn a_read_beside_a_write_may_see_it_or_not() {
    assert!(holds(vec![write(0, 1, 0, 9), read_nothing(1, 1, 2), read(1, 1, 3, 4)]));
    assert!(holds(vec![write(0, 1, 0, 9), read(1, 1, 1, 2), read(1, 1, 3, 4)]));
}

/// Lamport, "On interprocess communication" (1986): a regular register allows it, an atomic one
/// does not.
#[test]
fn new_then_old_beside_one_write_is_refused() {
    let operations = vec![write(0, 1, 0, 9), read(1, 1, 1, 2), read_nothing(2, 3, 4)];
    assert_eq!(
        why(operations),
        "op 2 (read → nothing) began after op 1 (read → 1) had returned, and no order explains it"
    );
}

/// Sequentially consistent, for the read could come first; but in real time it did not.
#[test]
fn sequential_consistency_is_not_enough() {
    assert!(!holds(vec![write(0, 1, 0, 1), read_nothing(1, 2, 3)]));
}

#[test]
fn nobody_sees_what_nobody_wrote() {
    let why = why(vec![write(0, 1, 0, 9), read(1, 7, 1, 2)]);
    assert_eq!(why, "op 1 (read → 7) returned what nothing called before its return explains");
}

#[test]
fn nobody_sees_the_future() {
    assert!(!holds(vec![read(1, 1, 0, 1), write(0, 1, 2, 3)]));
}

#[test]
fn touching_intervals_overlap() {
    assert!(holds(vec![write(0, 1, 0, 5), read_nothing(1, 5, 6), read(2, 1, 7, 8)]));
    assert!(!holds(vec![write(0, 1, 0, 4), read_nothing(1, 5, 6)]));
}

#[test]
fn an_unanswered_write_may_take_effect_much_later_or_never() {
    let begin = || vec![write(0, 1, 0, 1), write_open(1, 2, 2)];
    assert!(holds([begin(), vec![read(2, 1, 10, 11), read(2, 2, 20, 21)]].concat()));
    assert!(holds([begin(), vec![read(2, 1, 10, 11), read(2, 1, 20, 21)]].concat()));
    let once = [begin(), vec![read(2, 2, 10, 11), read(2, 1, 20, 21)]].concat();
    assert_eq!(
        why(once),
        "op 3 (read → 1) began after op 2 (read → 2) had returned, and no order explains it"
    );
}

#[test]
fn an_unanswered_write_does_not_take_effect_before_it_is_called() {
    assert!(!holds(vec![read(2, 2, 0, 1), write_open(1, 2, 2)]));
}

#[test]
fn a_failed_write_is_never_seen() {
    assert!(holds(vec![write(0, 1, 0, 1), write_failed(1, 2, 2, 3), read(2, 1, 4, 5)]));
    assert!(!holds(vec![write(0, 1, 0, 1), write_failed(1, 2, 2, 3), read(2, 2, 4, 5)]));
}

#[test]
fn a_read_without_known_answer_constrains_nothing() {
    let unseen = Operation { outcome: Ended::OkUnseen, ..read(1, 0, 4, 5) };
    assert!(holds(vec![write(0, 1, 0, 1), unseen, read(2, 1, 6, 7)]));
}

#[test]
fn a_write_that_ended_without_known_answer_took_effect_in_time() {
    let unseen = Operation { outcome: Ended::OkUnseen, ..write(1, 2, 2, 3) };
    assert!(!holds(vec![write(0, 1, 0, 1), unseen.clone(), read(2, 1, 4, 5)]));
    assert!(holds(vec![write(0, 1, 0, 1), unseen, read(2, 2, 4, 5)]));
}

#[test]
fn the_order_found_is_shown() {
    let checked = check(vec![write(0, 1, 0, 9), read_nothing(1, 1, 2), read(1, 1, 3, 4)]);
    assert_eq!(checked.orders, [[1, 0, 2]]);
}

#[test]
fn the_source_of_a_stale_value_is_shown() {
    let operations = vec![
        write(0, 7, 0, 1),
        write(0, 1, 2, 3),
        read(3, 1, 4, 5),
        write(0, 2, 6, 7),
        read(1, 2, 8, 9),
        read(2, 1, 10, 11),
    ];
    let Verdict::Violated(witness) = check(operations).verdict else { panic!() };
    assert_eq!((witness.operations, witness.sources), (vec![1, 3, 5], vec![1]));
    assert_eq!(witness.culprit, 5);
}

fn cas(process: u32, old: i64, new: i64, span: (u64, u64)) -> Operation<CasCall, CasAnswer> {
    let call = CasCall::Cas(old.into(), new.into());
    Operation::ok(process, call, CasAnswer::Swapped(true), Instant(span.0), Instant(span.1))
}

fn cas_write(value: i64, span: (u64, u64)) -> Operation<CasCall, CasAnswer> {
    let call = CasCall::Write(value.into());
    Operation::ok(0, call, CasAnswer::Written, Instant(span.0), Instant(span.1))
}

#[test]
fn of_two_equal_exchanges_one_wins() {
    let both = vec![cas_write(0, (0, 1)), cas(1, 0, 1, (2, 9)), cas(2, 0, 1, (3, 8))];
    let checked = linearizable(&CasRegister::default(), &History::new(both), STATES_MAX);
    let Verdict::Violated(witness) = checked.verdict else { panic!() };
    assert_eq!(witness.operations, [0, 1, 2]);
    assert_eq!(
        witness.why,
        "op 1 (cas 0 to 1) ran beside op 2 (cas 0 to 1), and no order explains both"
    );
}

#[test]
fn a_refusal_may_be_an_answer_or_a_failure() {
    let refused = |outcome| {
        let refused = Operation { outcome, ..cas(1, 5, 6, (2, 3)) };
        let history = History::new(vec![cas_write(5, (0, 1)), refused]);
        linearizable(&CasRegister::default(), &history, STATES_MAX).verdict.word()
    };
    assert_eq!(refused(Ended::Fail), "holds");
    assert_eq!(refused(Ended::Ok(CasAnswer::Swapped(false))), "violated");
}

fn on_key(key: i64, call: &str, seen: &str, at: u64) -> Operation<KeyCall, KeyAnswer> {
    let key = Value::from(key);
    let (call, answer) = match call {
        "" => (KeyCall::Get(key), KeyAnswer::seen(Value::text(seen))),
        more => (KeyCall::Append(key, more.into()), KeyAnswer::Written),
    };
    Operation::ok(0, call, answer, Instant(at), Instant(at + 1))
}

/// Herlihy and Wing (TOPLAS 1990), theorem 1: objects may be checked one by one.
#[test]
fn keys_are_checked_one_by_one() {
    let fine = [on_key(1, "a", "", 0), on_key(2, "x", "", 2), on_key(1, "", "a", 4)];
    let bad = [on_key(2, "y", "", 6), on_key(2, "", "x", 8), on_key(2, "", "yx", 10)];
    let check = |operations: Vec<_>| {
        linearizable(&KeyValue::default(), &History::new(operations), STATES_MAX)
    };
    assert_eq!(check(fine.to_vec()).orders.len(), 2);
    let Verdict::Violated(witness) = check([fine, bad].concat()).verdict else { panic!() };
    assert_eq!(
        witness.why,
        "op 4 (get 2 → \"x\") began after op 3 (append 2 \"y\") had been acknowledged, \
         and no order explains it"
    );
    assert_eq!(witness.operations, [1, 3, 4]);
}

#[test]
fn a_search_that_may_not_look_at_enough_says_so() {
    let writes = (0..12).map(|n| write(n, n.into(), 0, 100));
    let reads = (0..12).map(|n| read(20 + n, n.into(), 0, 100));
    let one_after_another = [read(50, 0, 101, 102), read(50, 1, 103, 104)];
    let history = History::new(writes.chain(reads).chain(one_after_another).collect());
    let Verdict::Unknown(why) = linearizable(&Register::default(), &history, 500).verdict else {
        panic!()
    };
    assert!(why.starts_with("the search gave up after 500 states, on 26 operations"), "{why}");
    let open = Operation::open(3, RegisterCall::Read, Instant(4));
    assert!(linearizable(&Register::default(), &History::new(vec![open]), 0).states_visited == 0);
}
