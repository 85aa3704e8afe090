//! Sessions: an operation that is asked for twice happens once (dissertation, section 6.3).
use super::*;

#[test]
fn an_operation_asked_for_again_of_a_new_leader_happens_once() {
    let mut group = Group::new(3, plain);
    group.elect(0);
    group.ask(0, Call::Write(Value(1)));
    group.settle();
    let swap = group.ask(0, Call::Cas(Value(1), Value(2)));
    group.settle();
    assert_eq!(group.told(swap), Some(&Outcome::Ok(Answer::Done)));
    group.crash(0);
    group.elect(1);
    group.ask_again(1, swap, Call::Cas(Value(1), Value(2)));
    group.settle();
    assert_eq!(group.told(swap), Some(&Outcome::Ok(Answer::Done)), "and not: another value");
    assert_eq!(group.server(1).machine.value(crate::node::Key(0)), Some(Value(2)));
}

#[test]
fn a_write_asked_for_again_does_not_undo_a_later_one() {
    let mut group = Group::new(3, plain);
    group.elect(0);
    let first = group.ask(0, Call::Write(Value(1)));
    group.ask_again(0, first, Call::Write(Value(1)));
    group.ask(0, Call::Write(Value(2)));
    group.ask_again(0, first, Call::Write(Value(1)));
    group.settle();
    assert_eq!(group.server(0).machine.value(crate::node::Key(0)), Some(Value(2)));
    let told = group.answers.iter().filter(|(nth, _)| *nth == first);
    assert_eq!(told.count(), 3, "every attempt gets the answer");
}

#[test]
fn one_that_does_not_lead_sends_clients_to_the_leader_it_knows() {
    let mut group = Group::new(3, plain);
    let early = group.ask(0, Call::Read);
    group.elect(2);
    let late = group.ask(0, Call::Write(Value(1)));
    assert_eq!(group.told(early), Some(&Outcome::Fail(Refusal::NoEvidence)));
    assert_eq!(group.told(late), Some(&Outcome::Fail(Refusal::NotLeader)));
}
