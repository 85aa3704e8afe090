//! Four ways to read: the dissertation's sections 6.4 and 6.4.1.
use super::*;
use crate::protocols::agreement::raft::tests::harness::Letter;

const LOG: i64 = 0;
const INDEX: i64 = 1;
const LEASE: i64 = 2;
const LOCAL: i64 = 3;

/// A leader of three, elected for the second time, whose noop is on no other disk yet.
fn without_noop(reads: i64) -> Group {
    let mut group = Group::new(3, |setup| setup.with("reads", reads));
    group.elect(0);
    group.ask(0, Call::Write(Value(1)));
    group.settle();
    group.crash(0);
    group.pass_all(Span::secs(2));
    group.fire(1, Timer::Election);
    group.deliver_those(|letter| letter.to == 2);
    group.flush(1);
    group.deliver_those(|letter| letter.to == 1);
    group.flush(1);
    group.deliver_those(|letter| letter.to == 2);
    group.flush(2);
    group.deliver_those(|letter| letter.to == 1);
    assert!(group.leads(1));
    group.flush(1);
    group
}

const ONE: Outcome = Outcome::Ok(Answer::Value(Some(Value(1))));
const NOT_YET: Outcome = Outcome::Fail(Refusal::NoEvidence);

#[test]
fn a_new_leader_answers_once_an_entry_of_its_own_term_is_committed() {
    for reads in [LOG, INDEX, LEASE] {
        let mut group = without_noop(reads);
        let read = group.ask(1, Call::Read);
        assert_eq!(group.told(read), Some(&NOT_YET), "reads = {reads}");
        group.settle();
        let read = group.ask(1, Call::Read);
        group.settle();
        assert_eq!(group.told(read), Some(&ONE), "reads = {reads}");
    }
}

#[test]
fn one_that_does_not_look_answers_with_what_it_has_applied() {
    let mut group = without_noop(LOCAL);
    let read = group.ask(1, Call::Read);
    assert_eq!(group.told(read), Some(&Outcome::Ok(Answer::Value(None))), "and forgets a write");
}

fn asking() -> Group {
    let mut group = Group::new(3, |setup| setup.with("reads", INDEX));
    group.elect(0);
    group
}

#[test]
fn a_read_waits_for_a_round_that_was_opened_after_it_came() {
    let mut group = asking();
    group.fire(0, Timer::Round);
    let earlier = group.deliver_those(|letter| letter.from == 0);
    assert_eq!((earlier, group.mail.len()), (2, 2), "both answers are on their way");
    let read = group.ask(0, Call::Read);
    group.deliver_those(|letter| letter.to == 0);
    assert_eq!(group.told(read), None, "they were given before the read came");
    group.settle();
    assert_eq!(group.told(read), Some(&Outcome::Ok(Answer::Value(None))));
}

#[test]
fn a_round_takes_a_majority_and_old_answers_do_not_count() {
    let mut group = asking();
    let read = group.ask(0, Call::Read);
    group.mail.clear();
    let old = Message::Beat { term: Term(1), round: 2 };
    group.deliver(Letter { from: 1, to: 0, message: old.clone() });
    group.deliver(Letter { from: 2, to: 0, message: old });
    assert_eq!(group.told(read), None);
    let round = Message::Beat { term: Term(1), round: 3 };
    group.deliver(Letter { from: 1, to: 0, message: round });
    assert_eq!(group.told(read), Some(&Outcome::Ok(Answer::Value(None))), "itself and one more");
}

#[test]
fn reads_that_come_together_share_one_round() {
    let mut group = asking();
    let reads: Vec<u32> = (0..40).map(|_| group.ask(0, Call::Read)).collect();
    let letters = group.settle();
    assert_eq!(letters, 8, "one round for the first, one for all others");
    assert!(reads.iter().all(|read| group.told(*read).is_some()));
}

#[test]
fn a_read_whose_round_is_lost_goes_with_the_next() {
    let mut group = asking();
    let read = group.ask(0, Call::Read);
    group.mail.clear();
    group.pass_all(Span::millis(150));
    group.beat(0);
    assert_eq!(group.told(read), Some(&Outcome::Ok(Answer::Value(None))));
}

#[test]
fn a_leader_that_was_replaced_answers_nothing() {
    let mut group = asking();
    group.pass_all(Span::secs(1));
    group.fire(1, Timer::Election);
    group.settle_among(&[1, 2]);
    group.mail.clear();
    assert!(group.leads(0) && group.leads(1), "nobody has told the first");
    let read = group.ask(0, Call::Read);
    assert_eq!(group.told(read), Some(&NOT_YET), "nobody has answered it for a timeout");
    group.settle();
    assert!(group.told(read) == Some(&NOT_YET) && group.leads(0));
    group.beat(0);
    assert!(!group.leads(0), "it is told by those whom it asks");
}

#[test]
fn a_lease_counts_from_when_its_round_was_opened() {
    let mut group = Group::new(3, |setup| setup.with("reads", LEASE));
    group.elect(0);
    group.fire(0, Timer::Round);
    group.pass_all(Span::millis(300));
    group.settle();
    let lease = Span::millis(904);
    group.pass(0, Span(lease.0 - Span::millis(300).0));
    let read = group.ask(0, Call::Read);
    assert!(group.mail.is_empty() && group.told(read).is_some(), "at once, by lease");
    group.pass(0, Span::millis(1));
    let read = group.ask(0, Call::Read);
    assert!(group.told(read).is_none(), "after that it asks first");
    group.settle();
    assert!(group.told(read).is_some());
}

#[test]
fn a_lease_is_short_enough_for_the_drift_that_is_assumed() {
    let lease = |drift: i64| {
        let setup = Setup::new(
            &<crate::protocols::agreement::raft::Raft as crate::node::Protocol>::CARD,
            crate::kernel::ServiceId(0),
            3,
            7,
        );
        crate::protocols::agreement::raft::Config::new(&setup.with("drift-bound", drift)).lease
    };
    for drift in [0, 1, 200, 50_000, 333_333, 500_000_u64] {
        let lease = u128::from(lease(drift.cast_signed()).0);
        let (slow, fast) = (1_000_000 - u128::from(drift), 1_000_000 + u128::from(drift));
        let (spent, kept) = (lease * fast, u128::from(Span::secs(1).0) * slow);
        assert!(spent <= kept && kept - spent <= 4 * fast, "{drift}: by no more than it must");
    }
}
