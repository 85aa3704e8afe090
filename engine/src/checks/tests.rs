//! Of each check: what it must reject, and the nearest that it must let pass.
use super::*;
use crate::evidence::Epoch;
use crate::faults::{Fault, FaultKind, Target};
use crate::kernel::{HostSet, Instant, NodeId, SortedSet};
use crate::modes::ClassId;
use crate::node::{Answer, Call, Key, Note, OpId, Outcome, Record, Request, Topic, Value};
use crate::scenario::{Run, read};
use crate::testing::{SERVICE, millis};
use crate::timeline::Act;

type OfNotes = fn(ServiceId, &[(StepIndex, &Record)]) -> Verdict<Breach>;

/// What a check says of notes, each by a node of the first service.
fn of(check: OfNotes, notes: &[(u16, Note)]) -> &'static str {
    let noted = |(place, note): &(u16, Note)| Record::Noted(NodeId::new(0, *place), *note);
    let records: Vec<_> = notes.iter().map(noted).collect();
    let notes: Vec<_> = records.iter().enumerate().collect();
    let elsewhere = check(ServiceId(1), &notes);
    assert_eq!(elsewhere, Verdict::Holds, "what one service notes is nothing to another");
    check(SERVICE, &notes).word()
}

#[test]
fn an_effect_after_one_of_a_later_token_is_not_exclusive() {
    let check: OfNotes = |service, notes| exclusivity::verdict(service, notes.iter().copied());
    let effect = |resource, token, by| {
        let by = NodeId::new(0, by);
        (0, Note::Effect { resource, epoch: Epoch(token), by })
    };
    assert_eq!(of(check, &[effect(0, 1, 2), effect(0, 2, 3), effect(0, 1, 2)]), "violated");
    assert_eq!(of(check, &[effect(0, 1, 2), effect(0, 2, 3), effect(0, 2, 3)]), "holds");
    assert_eq!(of(check, &[effect(0, 1, 2), effect(0, 2, 3), effect(1, 1, 2)]), "holds");
    let shared = [effect(0, 1, 2), effect(0, 1, 3)];
    assert_eq!(of(check, &shared), "holds", "that one token was given twice is no late effect");
}

#[test]
fn two_values_for_one_decision_are_not_unique() {
    let check: OfNotes = |service, notes| uniqueness::verdict(service, notes.iter().copied());
    let decided = |by, topic, number, value| (by, Note::Decided { topic, number, value });
    let first = decided(1, Topic::Entry, 7, 70);
    assert_eq!(of(check, &[first, decided(2, Topic::Entry, 7, 71)]), "violated");
    assert_eq!(of(check, &[first, decided(2, Topic::Entry, 7, 70)]), "holds");
    assert_eq!(of(check, &[first, decided(2, Topic::Entry, 8, 71)]), "holds");
    assert_eq!(of(check, &[first, decided(2, Topic::Leader, 7, 71)]), "holds");
}

#[test]
fn a_level_that_falls_is_not_monotone() {
    let check: OfNotes = |service, notes| monotonicity::verdict(service, notes.iter().copied());
    let level = |by, topic, value| (by, Note::Level { topic, value });
    let first = level(1, Topic::Term, 5);
    assert_eq!(of(check, &[first, level(1, Topic::Term, 4)]), "violated");
    assert_eq!(of(check, &[first, level(1, Topic::Term, 5)]), "holds");
    assert_eq!(of(check, &[first, level(2, Topic::Term, 4)]), "holds");
    assert_eq!(of(check, &[first, level(1, Topic::Token, 4)]), "holds");
}

const DONE: Outcome = Outcome::Ok(Answer::Done);

fn saw(value: Option<i64>) -> Outcome {
    Outcome::Ok(Answer::Value(value.map(Value)))
}

/// Operations of one key, each by a client of its own: when it began and ended, and how.
fn undertaken(all: &[(u64, u64, Call, Outcome)]) -> Vec<Undertaking> {
    let one = |(nth, (from, to, call, outcome)): (usize, &(u64, u64, Call, Outcome))| {
        let client = NodeId::new(1, nth as u16);
        let (op, class) = (OpId { client, nth: 1 }, ClassId(0));
        let request =
            Request { op, service: SERVICE, class, key: Key(0), call: *call, context: None };
        let told = Told { at: millis(*to), step: *to as usize, outcome: outcome.clone() };
        let (invoked, step) = (millis(*from), *from as usize);
        Undertaking { request, invoked, step, answered: None, told: Some(told) }
    };
    all.iter().enumerate().map(one).collect()
}

#[test]
fn a_read_of_what_was_overwritten_before_it_began_is_not_linearizable() {
    let said = |reads: &[(u64, u64, Call, Outcome)]| {
        let writes = [(1, 2, Call::Write(Value(1)), DONE), (3, 6, Call::Write(Value(2)), DONE)];
        let all = undertaken(&[&writes, reads].concat());
        assert_eq!(linearizability::verdict(ServiceId(1), &all), Verdict::Holds);
        linearizability::verdict(SERVICE, &all).word()
    };
    assert_eq!(said(&[(7, 8, Call::Read, saw(Some(1)))]), "violated");
    assert_eq!(said(&[(7, 8, Call::Read, saw(Some(2)))]), "holds");
    assert_eq!(said(&[(5, 8, Call::Read, saw(Some(1)))]), "holds", "it began before the end");
    let (newer, older) = ((4, 5, Call::Read, saw(Some(2))), (6, 7, Call::Read, saw(Some(1))));
    assert_eq!(said(&[newer, older]), "violated", "what was seen cannot be unseen");
    let split = Outcome::Ok(Answer::Siblings([Value(1), Value(2)].into()));
    assert_eq!(said(&[(4, 8, Call::Read, split)]), "violated");
}

#[test]
fn an_acknowledged_write_that_nobody_has_is_lost() {
    let said = |first: Outcome, kept: &[i64]| {
        let writes =
            [(1, 2, Call::Write(Value(1)), first), (3, 4, Call::Write(Value(2)), Outcome::Info)];
        let values: SortedSet<Value> = kept.iter().copied().map(Value).collect();
        let kept = [(Key(0), values)].into_iter().collect();
        durability::verdict(SERVICE, &undertaken(&writes), &kept).word()
    };
    assert_eq!(said(DONE, &[]), "violated");
    assert_eq!(said(DONE, &[1]), "holds");
    assert_eq!(said(DONE, &[2]), "holds", "it was overwritten");
    assert_eq!(said(Outcome::Info, &[]), "holds", "nobody was told that it was done");
}

/// The disks of all go while nobody writes and nobody notes anything.
#[test]
fn no_verdict_changes_while_what_it_rests_on_is_the_same() {
    let source =
        include_str!("../../../content/book/03-consensus/scenarios/ch03-raft-lease-read.toml");
    let scenario = read("ch03-raft-lease-read", source).expect("the scenario is read").1;
    let all = Target::Hosts(HostSet::first(5));
    let fault = Fault::new(FaultKind::CrashAmnesia, all);
    let lost = Act { at: Instant(2_000_000_000), fault };
    let prepared = Run::of_stage(&scenario, 0);
    let run = Run { script: prepared.script.with(lost).0, ..prepared };
    let mut line = run.timeline(&scenario);
    line.seek_to(millis(1_950));
    let ask = |line: &Timeline| {
        Check::ALL.map(|check| (check.rests_on(line), check.verdict(SERVICE, line)))
    };
    let (mut before, mut changed) = (ask(&line), [0; Check::ALL.len()]);
    while line.advance(millis(2_050)) {
        let now = ask(&line);
        for ((old, new), changed) in before.iter().zip(&now).zip(&mut changed) {
            assert!(old.0 != new.0 || old.1 == new.1, "{:?} became {:?}", old.1, new.1);
            *changed += usize::from(old.1 != new.1);
        }
        before = now;
    }
    assert!(changed[3] > 0, "what was acknowledged is lost: {changed:?}");
}
