//! Terms and elections: sections 5.1, 5.2 and 5.4.1; the dissertation's 4.2.3, 6.2 and 9.6.
use super::*;
use crate::protocols::agreement::raft::Stored;
use crate::protocols::agreement::raft::tests::harness::Letter;

#[test]
fn a_server_votes_for_one_candidate_a_term_even_across_a_crash() {
    let mut group = Group::new(3, bare);
    let ask = |from| Letter { from, to: 0, message: ask_vote(1, end(0, 0)) };
    group.deliver(ask(1));
    group.flush(0);
    assert!(voted(&group, 0, 1));
    group.crash(0);
    group.boot(0);
    group.deliver(ask(2));
    group.flush(0);
    assert!(!voted(&group, 0, 2), "one vote a term");
    group.mail.clear();
    group.deliver(ask(1));
    group.flush(0);
    assert!(voted(&group, 0, 1), "the same vote may be given again");
}

#[test]
fn a_vote_goes_to_no_log_that_is_less_up_to_date() {
    let own = [1, 1, 2];
    let cases = [
        (end(2, 3), true),
        (end(2, 4), true),
        (end(3, 1), true),
        (end(2, 2), false),
        (end(1, 9), false),
    ];
    for (last, granted) in cases {
        let mut group = Group::from_disks(bare, vec![disk(2, &own), disk(2, &[]), disk(2, &[])]);
        group.deliver(Letter { from: 1, to: 0, message: ask_vote(3, last) });
        group.flush(0);
        assert_eq!(voted(&group, 0, 1), granted, "{last:?}");
        assert_eq!(term(group.server(0)), 3, "the term is taken up all the same");
    }
}

#[test]
fn a_higher_term_ends_whatever_a_server_was() {
    let mut group = Group::new(3, plain);
    group.elect(0);
    let news = Message::Beat { term: Term(9), round: 0 };
    group.deliver(Letter { from: 1, to: 0, message: news });
    assert_eq!((part(group.server(0)), term(group.server(0))), (Part::Follower, 9));
    group.fire(2, Timer::Election);
    assert_eq!(part(group.server(2)), Part::Candidate);
    let news = Message::Heartbeat { term: Term(9), commit: LogIndex(0), round: 1 };
    group.deliver(Letter { from: 1, to: 2, message: news });
    assert_eq!((part(group.server(2)), group.server(2).leader()), (Part::Follower, Some(Place(1))));
}

#[test]
fn a_term_that_is_over_gets_an_answer_that_says_so() {
    let mut group = Group::from_disks(bare, vec![disk(5, &[]), disk(3, &[]), disk(3, &[])]);
    let late = Message::Heartbeat { term: Term(3), commit: LogIndex(0), round: 4 };
    group.deliver(Letter { from: 1, to: 0, message: late });
    group.deliver(Letter { from: 2, to: 0, message: ask_vote(3, end(3, 3)) });
    let told: Vec<_> = group.mail.iter().map(|letter| letter.message.term().0).collect();
    assert_eq!(told, [5, 5]);
    assert_eq!(group.server(0).leader(), None);
}

#[test]
fn a_candidate_follows_whoever_leads_its_term() {
    let mut group = Group::new(5, bare);
    group.fire(0, Timer::Election);
    group.fire(1, Timer::Election);
    group.settle_among(&[1, 2, 3]);
    assert!(group.leads(1));
    assert_eq!(part(group.server(0)), Part::Candidate);
    group.settle();
    assert_eq!(group.server(0).leader(), Some(Place(1)));
    assert_eq!(term(group.server(0)), 1);
}

#[test]
fn a_split_vote_elects_nobody_and_the_next_term_somebody() {
    let mut group = Group::new(4, bare);
    for (candidate, voter) in [(0, 1), (2, 3)] {
        group.fire(candidate, Timer::Election);
        group.settle_among(&[candidate, voter]);
    }
    group.settle();
    assert!((0..4).all(|place| !group.leads(place)), "two votes each");
    group.fire(0, Timer::Election);
    group.settle();
    assert_eq!((group.leads(0), term(group.server(0))), (true, 2));
}

#[test]
fn election_timeouts_differ_and_are_never_too_short() {
    let group = Group::new(9, plain);
    let waits: Vec<_> = (0..9).filter_map(|place| group.left(place, Timer::Election)).collect();
    let timeout = Span::secs(1);
    assert!(waits.iter().all(|wait| timeout <= *wait && *wait < timeout + timeout), "{waits:?}");
    assert!(waits.windows(2).all(|two| two[0] != two[1]));
}

/// Else whoever keeps asking without a chance keeps those from standing who would win.
#[test]
fn only_a_leader_or_a_vote_that_is_given_puts_an_election_off() {
    let kept = vec![disk(1, &[1, 1]), disk(1, &[1]), disk(1, &[1, 1])];
    let mut group = Group::from_disks(bare, kept);
    let left = |group: &Group| group.left(0, Timer::Election).unwrap();
    let before = left(&group);
    group.pass(0, Span::millis(300));
    group.deliver(Letter { from: 1, to: 0, message: ask_vote(5, end(1, 1)) });
    assert_eq!(term(group.server(0)), 5);
    assert_eq!(left(&group) + Span::millis(300), before, "it refuses, and is no more patient");
    group.pass(0, Span::millis(300));
    group.deliver(Letter { from: 2, to: 0, message: ask_vote(6, end(1, 2)) });
    assert!(left(&group) >= Span::secs(1), "it gives its vote, and waits for the winner");
    group.pass(0, Span::millis(300));
    let heartbeat = Message::Heartbeat { term: Term(6), commit: LogIndex(0), round: 1 };
    group.deliver(Letter { from: 2, to: 0, message: heartbeat });
    assert!(left(&group) >= Span::secs(1), "it hears the leader of its term");
}

#[test]
fn a_candidate_that_loses_stands_again_when_it_would_have() {
    let mut group = Group::new(3, bare);
    group.fire(0, Timer::Election);
    group.flush(0);
    let before = group.left(0, Timer::Election).unwrap();
    group.pass(0, Span::millis(300));
    for from in [1, 2] {
        let message = Message::Vote { term: Term(1), granted: false, pre: false };
        group.deliver(Letter { from, to: 0, message });
    }
    assert_eq!(part(group.server(0)), Part::Follower);
    assert_eq!(group.left(0, Timer::Election).unwrap() + Span::millis(300), before);
}

#[test]
fn groups_of_any_size_elect_by_more_than_half() {
    for (size, needed) in [(1_u16, 1), (2, 2), (3, 2), (4, 3), (5, 3), (6, 4), (7, 4)] {
        for present in 1..=size {
            let mut group = Group::new(size, plain);
            let up: Vec<u16> = (0..present).collect();
            group.fire(0, Timer::Election);
            group.settle_among(&up);
            assert_eq!(group.leads(0), present >= needed, "{present} of {size}");
        }
    }
}

#[test]
fn nobody_votes_while_a_leader_is_heard() {
    let mut group = Group::new(3, |setup| setup.without("pre-vote"));
    group.elect(0);
    let before = term(group.server(1));
    group.pass(1, Span::millis(999));
    group.deliver(Letter { from: 2, to: 1, message: ask_vote(before + 5, end(9, 9)) });
    assert_eq!((term(group.server(1)), group.mail.len()), (before, 0), "it does not even answer");
    group.pass(1, Span::millis(1));
    group.deliver(Letter { from: 2, to: 1, message: ask_vote(before + 5, end(9, 9)) });
    group.flush(1);
    assert!(voted(&group, 1, 2), "a timeout of silence sets it free");
}

#[test]
fn a_leader_that_hears_no_majority_steps_down_and_says_that_it_does_not_know() {
    let mut group = Group::new(5, plain);
    group.elect(0);
    let write = group.ask(0, Call::Write(Value(1)));
    let read = group.ask(0, Call::Read);
    assert_eq!(group.told(read), Some(&Outcome::Ok(Answer::Value(None))), "the lease stands");
    group.pass_all(Span::millis(950));
    group.fire(0, Timer::Round);
    assert!(group.leads(0), "silence is not long enough yet");
    let late = group.ask(0, Call::Read);
    group.pass_all(Span::millis(100));
    group.fire(0, Timer::Round);
    assert!(!group.leads(0));
    assert_eq!([write, late].map(|nth| group.told(nth)), [Some(&Outcome::Info); 2]);
}

#[test]
fn answers_may_be_many_rounds_late() {
    let mut group = Group::new(3, |setup| setup.with("heartbeat", 5_000_000));
    group.elect(0);
    group.settle();
    for _ in 0..100 {
        group.pass_all(Span::millis(5));
        group.fire(0, Timer::Round);
    }
    let late = |letter: &Letter| matches!(letter.message, Message::Heartbeat { round: 0..=30, .. });
    group.mail.retain(late);
    group.settle();
    group.pass_all(Span::millis(600));
    group.fire(0, Timer::Round);
    assert!(group.leads(0), "a round that was opened a second ago and later is answered");
    group.mail.clear();
    group.pass_all(Span::millis(60));
    group.fire(0, Timer::Round);
    assert!(!group.leads(0), "none is");
}

#[test]
fn a_leader_of_one_is_never_alone() {
    let mut group = Group::new(1, plain);
    group.elect(0);
    group.pass(0, Span::secs(60));
    group.fire(0, Timer::Round);
    let write = group.ask(0, Call::Write(Value(1)));
    group.settle();
    assert!(group.leads(0) && group.told(write) == Some(&Outcome::Ok(Answer::Done)));
}

#[test]
fn asking_beforehand_changes_no_term() {
    let kept = vec![disk(2, &[1, 2]), disk(2, &[1, 2]), disk(2, &[1])];
    let mut group = Group::from_disks(plain, kept);
    group.pass_all(Span::secs(2));
    group.fire(2, Timer::Election);
    group.settle();
    assert_eq!((0..3).map(|place| term(group.server(place))).collect::<Vec<_>>(), [2, 2, 2]);
    assert_eq!(part(group.server(2)), Part::Candidate, "with its short log it may go on asking");
    group.fire(1, Timer::Election);
    group.settle();
    assert!(group.leads(1));
    assert_eq!((0..3).map(|place| term(group.server(place))).collect::<Vec<_>>(), [3, 3, 3]);
}

/// A candidate that is one term behind would else be turned away once for nothing.
#[test]
fn who_is_asked_beforehand_says_what_it_would_do() {
    for (voted, would) in [(None, true), (Some(1), true), (Some(2), false)] {
        let kept = vec![Stored::Vote(Term(2), voted)];
        let mut group = Group::from_disks(plain, vec![kept, Vec::new(), Vec::new()]);
        group.pass_all(Span::secs(2));
        for pre in [true, false] {
            let message = Message::RequestVote { term: Term(2), last: end(0, 0), pre };
            group.deliver(Letter { from: 1, to: 0, message });
            group.flush(0);
            let answer = Message::Vote { term: Term(2), granted: would, pre };
            assert_eq!(group.mail.pop().unwrap().message, answer, "{voted:?}");
        }
    }
}

#[test]
fn a_yes_to_an_earlier_question_does_not_count() {
    let mut group = Group::new(3, plain);
    group.fire(0, Timer::Election);
    let would = Message::Vote { term: Term(1), granted: true, pre: true };
    group.deliver(Letter { from: 1, to: 0, message: would.clone() });
    group.flush(0);
    group.mail.clear();
    group.fire(0, Timer::Election);
    assert!(matches!(&group.server(0).role, Role::Candidate(asks) if asks.pre));
    group.deliver(Letter { from: 2, to: 0, message: would });
    assert_eq!(term(group.server(0)), 1, "that was about term 1, and now it asks about term 2");
}
