//! What must be on disk before it is said: the paper's figure 2, and what crashes lose.
use super::*;
use crate::protocols::agreement::raft::tests::harness::Letter;
use crate::protocols::agreement::raft::{Command, Stored};

#[test]
fn a_vote_is_on_disk_before_it_is_given() {
    let mut group = Group::new(3, bare);
    group.deliver(Letter { from: 1, to: 0, message: ask_vote(1, end(0, 0)) });
    assert!(!voted(&group, 0, 1));
    group.flush(0);
    assert!(voted(&group, 0, 1));
    assert!(group.kept(0).contains(&Stored::Vote(Term(1), Some(1))));
}

#[test]
fn without_that_rule_it_is_given_at_once_and_forgotten() {
    let mut group = Group::new(3, |setup| bare(setup).without("durable-vote"));
    group.deliver(Letter { from: 1, to: 0, message: ask_vote(1, end(0, 0)) });
    group.crash(0);
    group.boot(0);
    group.deliver(Letter { from: 2, to: 0, message: ask_vote(1, end(0, 0)) });
    assert!(voted(&group, 0, 1) && voted(&group, 0, 2), "two votes in term 1");
}

/// Else it could stand in the same term again after a crash, with a shorter log, and count votes
/// that were given for the longer one.
#[test]
fn a_candidate_asks_for_votes_once_its_own_is_on_disk() {
    let mut group = Group::new(3, bare);
    group.fire(0, Timer::Election);
    assert!(group.mail.is_empty());
    group.crash(0);
    group.boot(0);
    assert_eq!(term(group.server(0)), 0, "nobody has heard of term 1");
    group.fire(0, Timer::Election);
    group.flush(0);
    assert_eq!(group.mail.len(), 2);
    group.crash(0);
    group.boot(0);
    group.fire(0, Timer::Election);
    assert_eq!(term(group.server(0)), 2);
}

/// Else it would not know after a crash that it may have promised something.
#[test]
fn a_leader_gets_an_answer_once_its_term_is_on_the_followers_disk() {
    let mut group = Group::new(3, plain);
    let heartbeat = Message::Heartbeat { term: Term(1), commit: LogIndex(0), round: 1 };
    group.deliver(Letter { from: 1, to: 0, message: heartbeat.clone() });
    assert!(group.mail.is_empty());
    group.flush(0);
    assert_eq!(group.mail[0].message, Message::Beat { term: Term(1), round: 1 });
    group.deliver(Letter { from: 1, to: 0, message: heartbeat });
    assert_eq!(group.mail.len(), 2, "from then on at once");
    group.crash(0);
    group.boot(0);
    group.mail.clear();
    group.deliver(Letter { from: 2, to: 0, message: ask_vote(2, end(9, 9)) });
    group.flush(0);
    assert!(!voted(&group, 0, 2), "it keeps a promise whose end it has forgotten");
    group.pass(0, Span::secs(1));
    group.deliver(Letter { from: 2, to: 0, message: ask_vote(2, end(9, 9)) });
    group.flush(0);
    assert!(voted(&group, 0, 2));
}

#[test]
fn one_that_never_promised_anything_may_vote_at_once() {
    let mut group = Group::new(3, plain);
    group.pass_all(Span::secs(5));
    group.crash(0);
    group.boot(0);
    group.deliver(Letter { from: 2, to: 0, message: ask_vote(1, end(0, 0)) });
    group.flush(0);
    assert!(voted(&group, 0, 2));
}

#[test]
fn entries_are_acknowledged_once_they_are_on_disk() {
    let mut group = Group::new(3, plain);
    group.elect(0);
    group.ask(0, Call::Write(Value(1)));
    group.deliver_those(|letter| letter.to == 1);
    assert_eq!(group.mail.iter().filter(|letter| letter.from == 1).count(), 0);
    group.crash(1);
    group.boot(1);
    assert_eq!(group.terms(1), [1], "it had said nothing of the second entry");
}

/// A flush that was asked for before the log was cut back does not keep what came after.
#[test]
fn a_flush_speaks_of_what_was_written_before_it() {
    let entry = |term| Entry { term: Term(term), command: Command::Noop };
    let append = |from, term, previous, count| {
        let entries = (0..count).map(|_| entry(term)).collect();
        let (term, commit) = (Term(term), LogIndex(0));
        let message = Message::Append { term, previous, entries, commit };
        Letter { from, to: 0, message }
    };
    let mut group = Group::from_disks(bare, vec![disk(1, &[1]), Vec::new(), Vec::new()]);
    group.deliver(append(1, 2, end(1, 1), 4));
    let early = group.asked_flushes(0);
    group.deliver(append(2, 3, end(1, 1), 4));
    group.end_flushes(0, &early);
    assert_eq!(group.terms(0), [1, 3, 3, 3, 3]);
    assert_eq!(group.server(0).log.flushed(), LogIndex(1));
    group.mail.clear();
    group.deliver(append(2, 3, end(1, 1), 4));
    assert!(group.mail.is_empty(), "the new entries are not on disk yet");
    group.flush(0);
    assert_eq!(group.server(0).log.flushed(), LogIndex(5));
    group.crash(0);
    group.boot(0);
    assert_eq!(group.terms(0), [1, 3, 3, 3, 3]);
}

#[test]
fn a_server_comes_back_with_its_term_its_vote_and_its_log() {
    let mut group = Group::new(3, plain);
    group.elect(0);
    group.ask(0, Call::Write(Value(7)));
    group.settle();
    group.beat(0);
    group.crash(1);
    group.boot(1);
    let server = group.server(1);
    assert_eq!((server.term, server.voted), (Term(1), Some(Place(0))));
    assert_eq!((group.terms(1), server.commit), (vec![1, 1], LogIndex(0)), "commit is relearnt");
    group.beat(0);
    assert_eq!(group.server(1).machine.value(crate::node::Key(0)), Some(Value(7)));
}
