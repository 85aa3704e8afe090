//! What is committed stays: section 5.4.2, with figure 8 played message by message.
use super::*;
use crate::node::{Note, Topic};
use crate::protocols::agreement::raft::tests::harness::Letter;
use std::collections::BTreeMap;

/// Makes a server lead by the votes of others, and keeps its first entries from everybody.
fn elect_by(group: &mut Group, candidate: u16, voters: &[u16]) {
    for _ in 0..3 {
        group.fire(candidate, Timer::Election);
        group.flush(candidate);
        group.deliver_those(|letter| voters.contains(&letter.to));
        voters.iter().for_each(|voter| group.flush(*voter));
        group.deliver_those(|letter| letter.to == candidate);
        group.mail.retain(|letter| matches!(letter.message, Message::Append { .. }));
        if group.leads(candidate) {
            return;
        }
    }
    panic!("{candidate} is not elected by {voters:?}");
}

/// Entries pass from a leader to some followers and onto their disks, while its own disk is slow.
fn replicate(group: &mut Group, leader: u16, followers: &[u16]) {
    let between = |l: &Letter| {
        l.from == leader && followers.contains(&l.to)
            || l.to == leader && followers.contains(&l.from)
    };
    while group.deliver_those(between) > 0 {
        followers.iter().for_each(|follower| group.flush(*follower));
    }
    group.mail.clear();
}

/// Figure 8 up to (c): the entry of term 2 is on three of five disks, under a leader of term 4.
fn figure_8(change: impl FnOnce(Setup) -> Setup) -> Group {
    let mut group = Group::from_disks(|setup| change(bare(setup)), vec![disk(1, &[1]); 5]);
    elect_by(&mut group, 0, &[1, 2]);
    group.flush(0);
    replicate(&mut group, 0, &[1]);
    assert_eq!((group.terms(0), group.terms(1)), (vec![1, 2], vec![1, 2]), "(a)");
    group.crash(0);
    elect_by(&mut group, 4, &[2, 3]);
    group.flush(4);
    group.mail.clear();
    assert_eq!(group.terms(4), [1, 3], "(b)");
    group.crash(4);
    group.boot(0);
    elect_by(&mut group, 0, &[1, 2]);
    replicate(&mut group, 0, &[1, 2]);
    assert_eq!((group.terms(0), group.terms(2)), (vec![1, 2, 4], vec![1, 2, 4]), "(c)");
    group
}

/// Figure 8, (d): the first leader crashes before its new entry is on its own disk, and the
/// leader of term 3 comes back.
fn overwrite(group: &mut Group) {
    group.crash(0);
    group.boot(0);
    group.boot(4);
    elect_by(group, 4, &[0, 3]);
    group.settle();
    (0..5).for_each(|place| assert_eq!(group.terms(place), [1, 3, 5], "(d)"));
}

/// The entries of an index that servers have decided on.
fn decided(group: &Group, index: u64) -> usize {
    let of_index = group.notes.iter().filter_map(|(_, note)| match note {
        Note::Decided { topic: Topic::Entry, number, value } if *number == index => Some(*value),
        _ => None,
    });
    of_index.map(|value| (value, ())).collect::<BTreeMap<_, _>>().len()
}

#[test]
fn an_entry_of_an_earlier_term_is_not_committed_by_counting() {
    let mut group = figure_8(plain);
    assert_eq!(group.server(0).commit, LogIndex(0));
    overwrite(&mut group);
    assert_eq!(decided(&group, 2), 1);
}

#[test]
fn without_that_rule_a_committed_entry_is_replaced() {
    let mut group = figure_8(|setup| setup.without("current-term-commit"));
    assert_eq!(group.server(0).commit, LogIndex(2), "three of five have it, and that is all");
    overwrite(&mut group);
    assert_eq!(decided(&group, 2), 2);
}

#[test]
fn an_entry_of_its_own_term_commits_those_before_it() {
    let mut group = figure_8(plain);
    group.flush(0);
    assert_eq!(group.server(0).commit, LogIndex(3), "(e)");
    group.crash(0);
    group.boot(0);
    group.boot(4);
    group.fire(4, Timer::Election);
    group.settle_among(&[0, 3, 4]);
    assert!(!group.leads(4), "a majority has newer entries");
}

#[test]
fn a_leader_counts_its_own_copy_once_it_is_on_disk() {
    let mut group = Group::new(3, plain);
    group.elect(0);
    let write = group.ask(0, Call::Write(Value(1)));
    group.mail.retain(|letter| letter.to != 2);
    replicate(&mut group, 0, &[1]);
    assert_eq!(group.told(write), None, "one disk of three");
    group.flush(0);
    assert_eq!(group.told(write), Some(&Outcome::Ok(Answer::Done)));
}
