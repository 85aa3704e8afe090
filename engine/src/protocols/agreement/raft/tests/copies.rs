//! What a client was refused stays undone, whatever copies of its request are still under way.
use super::schedules::*;
use super::*;
use crate::checks::Check;
use crate::faults::{Fault, Target};
use crate::kernel::{Loss, MessageName, NodeId};
use crate::node::{Call, Outcome, Record, Refusal, Value};

#[test]
fn a_copy_of_a_refused_write_is_not_taken_in() {
    let write = asker(0, &[(100, Call::Write(Value(1_000)))]);
    let plan = exact(3, |setup| setup, vec![write, reader(0, 2_000, 200)]);
    let name = MessageName { from: NodeId::new(1, 0), to: NodeId::new(0, 0), nth: 1 };
    let twice = Fault::new(FaultKind::MessageDuplicate, Target::Message(name)).by(4_000_000_000);
    let line = play(plan, vec![at(50, twice), order(1_000, 0)], millis(6_000));
    let set_aside = |step| line.trace().records(step).contains(&Record::Lost(Loss::Repeated));
    let refused = |told: &Record| {
        let early = [Refusal::NotLeader, Refusal::NoEvidence].map(Outcome::Fail);
        matches!(told, Record::Concluded(_, outcome) if early.contains(outcome))
    };
    let mut told = line.trace().operations(line.cursor());
    assert!(told.any(|(_, record)| refused(record)), "nobody led when it was asked");
    assert_eq!(leader(&line), 0, "the copy meets a leader");
    assert_holds(Check::Linearizability, &line, "a copy of a refused write");
    assert!((0..line.cursor()).any(set_aside));
}
