//! Log replication: section 5.3 with figure 7, what is lost, and how much is sent.
use super::*;
use crate::protocols::agreement::raft::Command;
use crate::protocols::agreement::raft::tests::harness::Letter;

fn append(term: u64, previous: LastEntry, terms: &[u64], commit: u64) -> Message {
    let entry = |term: &u64| Entry { term: Term(*term), command: Command::Noop };
    let entries = terms.iter().map(entry).collect();
    Message::Append { term: Term(term), previous, entries, commit: LogIndex(commit) }
}

fn to_follower(message: Message) -> Letter {
    Letter { from: 1, to: 0, message }
}

fn follower(terms: &[u64]) -> Group {
    Group::from_disks(bare, vec![disk(4, terms), disk(4, &[]), disk(4, &[])])
}

#[test]
fn entries_go_behind_the_one_that_the_leader_names_or_nowhere() {
    /// What the log then is, or where it may agree.
    type Becomes = Result<Vec<u64>, LastEntry>;
    let cases: [(LastEntry, Vec<u64>, Becomes); 6] = [
        (end(2, 2), vec![4], Ok(vec![1, 2, 4])),
        (end(0, 0), vec![3, 3, 3], Ok(vec![3, 3, 3])),
        (end(1, 1), vec![2], Ok(vec![1, 2, 2])),
        (end(1, 1), vec![], Ok(vec![1, 2, 2])),
        (end(3, 2), vec![4], Err(end(2, 2))),
        (end(4, 7), vec![4], Err(end(2, 3))),
    ];
    for (previous, entries, expected) in cases {
        let mut group = follower(&[1, 2, 2]);
        group.deliver(to_follower(append(4, previous, &entries, 0)));
        group.flush(0);
        let answer = &group.mail[0].message;
        match expected {
            Ok(terms) => {
                let matched = LogIndex(previous.index.0 + entries.len() as u64);
                assert_eq!(group.terms(0), terms, "{previous:?}");
                assert_eq!(*answer, Message::Appended { term: Term(4), matched });
            }
            Err(hint) => {
                let (term, refused) = (Term(4), previous.index);
                assert_eq!(*answer, Message::Conflict { term, refused, hint });
                assert_eq!(group.terms(0), [1, 2, 2]);
            }
        }
    }
}

#[test]
fn a_message_that_was_overtaken_takes_nothing_away() {
    let mut group = follower(&[]);
    group.deliver(to_follower(append(4, end(0, 0), &[4, 4, 4], 0)));
    group.deliver(to_follower(append(4, end(0, 0), &[4], 0)));
    group.flush(0);
    assert_eq!(group.terms(0), [4, 4, 4]);
}

#[test]
fn a_follower_commits_no_further_than_it_is_known_to_agree() {
    let mut group = follower(&[1, 2, 2]);
    group.deliver(to_follower(append(4, end(1, 1), &[], 3)));
    assert_eq!(group.server(0).commit, LogIndex(1), "entries 2 and 3 may yet be replaced");
}

/// Figure 7 of the paper: the leader of term 8 and six followers (a) to (f).
const LEADER: &[u64] = &[1, 1, 1, 4, 4, 5, 5, 6, 6, 6];
const FOLLOWERS: [&[u64]; 6] = [
    &[1, 1, 1, 4, 4, 5, 5, 6, 6],
    &[1, 1, 1, 4],
    &[1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6],
    &[1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7],
    &[1, 1, 1, 4, 4, 4, 4],
    &[1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3],
];

fn figure_7() -> Group {
    let logs = [LEADER].into_iter().chain(FOLLOWERS);
    Group::from_disks(bare, logs.map(|terms| disk(7, terms)).collect())
}

#[test]
fn all_logs_of_figure_7_are_repaired() {
    let mut group = figure_7();
    group.fire(0, Timer::Election);
    group.settle();
    assert!(group.leads(0), "(a), (b), (e) and (f) vote for it");
    let repaired: Vec<u64> = LEADER.iter().copied().chain([8]).collect();
    (0..7).for_each(|place| assert_eq!(group.terms(place), repaired, "server {place}"));
    assert_eq!(group.server(0).commit, LogIndex(11));
}

#[test]
fn back_off_takes_one_message_a_term_and_not_one_an_entry() {
    let mut group = figure_7();
    group.fire(0, Timer::Election);
    group.settle_among(&[0, 1, 2, 5]);
    group.mail.clear();
    group.pass_all(Span::millis(150));
    group.fire(0, Timer::Round);
    let letters = group.settle_among(&[0, 6]);
    assert!(letters <= 8, "(f) has three terms that the leader lacks, and eleven entries");
    assert_eq!(group.terms(6), group.terms(0));
}

fn sent(group: &Group, to: u16) -> usize {
    let appends = |letter: &&Letter| matches!(letter.message, Message::Append { .. });
    group.mail.iter().filter(appends).filter(|letter| letter.to == to).count()
}

#[test]
fn what_is_lost_is_sent_again_and_what_is_on_its_way_is_not() {
    let mut group = Group::new(3, plain);
    group.elect(0);
    group.ask(0, Call::Write(Value(1)));
    assert_eq!((sent(&group, 1), sent(&group, 2)), (1, 1));
    group.mail.retain(|letter| letter.to != 2);
    group.settle_among(&[0, 1]);
    assert_eq!(group.server(0).commit, LogIndex(2));
    group.pass_all(Span::millis(140));
    group.fire(0, Timer::Round);
    let again = |group: &mut Group| {
        group.deliver_those(|letter| letter.to == 2);
        group.deliver_those(|letter| letter.from == 2);
        sent(group, 2)
    };
    assert_eq!(again(&mut group), 0, "the answer may still be on its way");
    group.pass_all(Span::millis(150));
    group.fire(0, Timer::Round);
    assert_eq!(again(&mut group), 1);
    group.settle();
    assert_eq!(group.terms(2), [1, 1]);
}

/// Where the logs agree is not known yet, and what is lost tells nothing of it.
#[test]
fn a_first_message_that_is_lost_goes_out_again_from_where_it_was() {
    let mut group = Group::from_disks(bare, vec![disk(1, &[1; 20]); 3]);
    group.fire(0, Timer::Election);
    group.settle_among(&[0, 1]);
    assert!(group.leads(0));
    group.mail.clear();
    group.pass_all(Span::millis(150));
    group.fire(0, Timer::Round);
    group.deliver_those(|letter| letter.to == 2);
    group.flush(2);
    group.deliver_those(|letter| letter.from == 2);
    let again: Vec<_> = group.mail.iter().filter(|letter| letter.to == 2).collect();
    let [Letter { message: Message::Append { previous, entries, .. }, .. }] = again[..] else {
        panic!("{again:?}");
    };
    assert_eq!((*previous, entries.len()), (end(1, 20), 1), "and not the whole log");
}

#[test]
fn a_quiet_leader_sends_heartbeats_and_nothing_else() {
    let mut group = Group::new(5, plain);
    group.elect(0);
    for _ in 0..10 {
        group.pass_all(Span::millis(150));
        group.fire(0, Timer::Round);
        assert_eq!(group.settle(), 8, "four rounds and four answers");
    }
}

#[test]
fn a_busy_leader_sends_each_entry_once() {
    let mut group = Group::new(3, |setup| setup.with("reads", 1));
    group.elect(0);
    let mut appends = 0;
    for value in 0..50 {
        group.ask(0, Call::Write(Value(value)));
        group.ask(0, Call::Read);
        group.pass_all(Span::millis(5));
        appends += sent(&group, 1) + sent(&group, 2);
        group.settle();
    }
    assert_eq!(appends, 100);
    assert_eq!(group.server(1).log.last_index(), LogIndex(51));
}

#[test]
fn one_whose_disk_is_gone_is_brought_up_to_date_without_a_storm() {
    let mut group = Group::new(3, plain);
    group.elect(0);
    for value in 0..20 {
        group.ask(0, Call::Write(Value(value)));
    }
    group.settle();
    let kept = vec![group.kept(0), group.kept(1), Vec::new()];
    let mut group = Group::from_disks(plain, kept);
    group.elect(0);
    assert_eq!(group.terms(2), group.terms(0), "by a new leader");
    group.forget(2);
    group.ask(0, Call::Write(Value(99)));
    let letters = group.settle();
    assert_eq!(group.terms(2), group.terms(0), "by one that knew it better");
    assert!(letters < 12, "{letters}");
}
