//! "Why?" ends at the fault that is behind it, whatever kind it is of, and at no other.
mod common;
use common::*;
use engine::faults::FaultKind;
use engine::kernel::{Instant, NodeId};
use engine::modes::{Believer, ClassId};
use engine::node::Record;
use engine::scenario::{Run, Scenario};
use engine::timeline::{Because, Script, Timeline};
use std::collections::BTreeSet;

/// The node that leads and reads by its lease.
const LEADER: NodeId = NodeId::new(0, 0);
const READS: ClassId = ClassId(0);

/// The leader's lease is the first thing that ends after the faults.
fn run(scenario: &Scenario, script: Script) -> Timeline {
    let run = Run { script, ..Run::of_stage(scenario, 0) };
    let mut line = run.timeline(scenario);
    line.run_until(Instant(0) + scenario.length);
    line
}

/// The faults in the chain of somebody's first change of stance after an instant.
fn blamed(line: &Timeline, who: Believer, after: Instant) -> Vec<engine::faults::Fault> {
    let mut changes = line.trace().changes(line.cursor());
    let found = changes.find_map(|(step, record)| match record {
        Record::Stance(change) if change.who == who => {
            (line.trace().step(step).at() >= after).then_some((step, *change))
        }
        _ => None,
    });
    let (step, change) =
        found.unwrap_or_else(|| panic!("the lease does not end: {:?}", line.script()));
    let chain = line.why_stance(step, &change);
    assert!(chain.is_sorted_by_key(|reason| reason.step), "{chain:?}");
    let faults = chain.iter().filter_map(|reason| match reason.because {
        Because::Struck(fault) => Some(fault),
        _ => None,
    });
    faults.collect()
}

const LEADS: &str = "50 ms operator-action n1 start-an-election";

/// Of these acts, the ones in the chain, and how they are written.
#[track_caller]
fn assert_blamed(acts: &[&str], wanted: &[&str]) {
    let scenario = book::slow_clock();
    let all: Vec<&str> = [LEADS].into_iter().chain(acts.iter().copied()).collect();
    let line = run(&scenario, script(&scenario, &all));
    let wanted = script(&scenario, wanted);
    let last = wanted.acts().last().expect("an act");
    let wanted: Vec<_> = wanted.acts().iter().map(|act| act.fault).collect();
    assert_eq!(blamed(&line, Believer::Node(LEADER, READS), last.at), wanted, "{acts:?}");
}

#[test]
fn each_fault_of_links_hosts_and_disks_that_ends_evidence_is_found() {
    for act in [
        "2.4 s cut n1 n2 B | n3 n4 n5 A C",
        "2.4 s cut-oneway n3 n4 n5 -> n1 n2",
        "2.4 s cut-oneway n1 n2 -> n3 n4 n5",
        "2.4 s partial-cut n1 | n3 n4 n5",
        "2.4 s hold n1 n2 B | n3 n4 n5 A C",
        "2.4 s delay n1 n2 B | n3 n4 n5 A C 3 s",
        "2.4 s jitter 60 s",
        "2.4 s loss 100 %",
        "2.4 s slow n1 5 s",
        "2.4 s slow n3 n4 n5 5 s",
        "2.4 s pause n3 n4 n5",
        "2.4 s crash n3 n4 n5",
        "2.4 s crash-amnesia n3 n4 n5",
    ] {
        assert_blamed(&[act], &[act]);
    }
}

#[test]
fn a_clock_is_blamed_together_with_what_keeps_renewals_away() {
    const CUT: &str = "2.4 s cut n1 n2 B | n3 n4 n5 A C";
    let drift = "1 s clock-drift n1 -550000 ppm";
    assert_blamed(&[drift, CUT], &[drift, CUT]);
    let freeze = "2.3 s clock-freeze n1";
    assert_blamed(&[freeze, CUT], &[freeze]);
    let step = "1 s clock-step n1 5 s";
    assert_blamed(&[step, CUT], &[CUT]);
}

#[test]
fn messages_that_were_singled_out_are_found() {
    let scenario = book::slow_clock();
    for (slug, kind) in
        [("message-drop", FaultKind::MessageDrop), ("message-delay", FaultKind::MessageDelay)]
    {
        let by = if kind == FaultKind::MessageDelay { " 9 s" } else { "" };
        let one = |from, nth| format!("2.4 s {slug} {from} -> n1 #{nth}{by}");
        let acts = ["n3", "n4", "n5"].into_iter();
        let acts: Vec<_> = acts.flat_map(|from| (1..200).map(move |nth| one(from, nth))).collect();
        let acts: Vec<&str> = [LEADS].into_iter().chain(acts.iter().map(String::as_str)).collect();
        let line = run(&scenario, script(&scenario, &acts));
        let faults = blamed(&line, Believer::Node(LEADER, READS), Instant(2_400_000_000));
        let kinds: BTreeSet<_> = faults.iter().map(|fault| fault.kind).collect();
        assert_eq!(kinds, BTreeSet::from([kind]), "{faults:?}");
    }
}

/// A grantor keeps its grants on disk before it gives them.
#[test]
fn a_slow_disk_is_found_where_renewals_wait_for_it() {
    let scenario = scenario("00-prologue", "ch00-two-node-lease");
    let line = run(&scenario, script(&scenario, &["2 s disk-slow n1 30 s"]));
    let [slow] = line.script().acts() else { panic!("one act") };
    let holder = Believer::Node(NodeId::new(0, 2), ClassId(1));
    assert_eq!(blamed(&line, holder, slow.at), [slow.fault]);
}

#[test]
fn a_cut_elsewhere_is_not_blamed() {
    let cut = "2.4 s cut n1 n2 | n3 n4 n5 A C";
    assert_blamed(&[cut, "2.42 s cut n1 | B"], &[cut]);
    assert_blamed(&["1 s message-drop A -> C #1", cut], &[cut]);
}

#[test]
fn what_was_over_before_the_last_renewal_is_not_blamed() {
    let cut = "2.4 s cut n1 n2 B | n3 n4 n5 A C";
    for (fault, cure) in [
        ("1 s pause n3", "1.2 s resume n3"),
        ("1 s crash n3", "1.2 s restart n3"),
        ("1 s clock-drift n1 4 %", "1.5 s clock-sync n1"),
        ("1 s clock-drift n1 4 %", "1.5 s clock-drift n1 0 %"),
        ("1 s loss n1 | n2 50 %", "1.01 s loss n1 | n2 0 %"),
        ("1 s delay 20 ms", "1.2 s heal"),
        ("1 s hold n1 | n3", "1.2 s release n1 | n3"),
        ("1 s cut n1 | n3", "1.2 s heal n1 | n3"),
        ("1 s slow n1 20 ms", "1.2 s slow n1 0 ms"),
    ] {
        assert_blamed(&[fault, cure, cut], &[cut]);
    }
}

#[test]
fn what_was_over_by_then_but_not_before_is() {
    let cut = "2.4 s cut n1 n2 B | n3 n4 n5 A C";
    let heal = "3.9 s heal n1 n2 B | n3 n4 n5 A C";
    let again = "3.9 s hold n1 n2 B | n3 n4 n5 A C";
    assert_blamed(&[cut, heal, again], &[cut, again]);
}
