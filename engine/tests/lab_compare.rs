//! `lab compare` plays two runs that differ in one thing, and tells what each gave and cost.
mod common;
use common::book::slow_clock;
use common::lab::{answer, complaint, fields, list};
use common::played;
use engine::account::{Account, MEASURES, Stood, parted};
use engine::scenario::{Difference, Run};

const SLOW_CLOCK: &str = "ch03-raft-lease-read";
const WITH: &str = "register.lease-drift-bound=off";

#[test]
fn the_answer_is_that_of_the_engine() {
    let told = answer(&["compare", SLOW_CLOCK, "--stage", "2", "--with", WITH]);
    let wanted = ["end_ns", "one", "other", "parted", "scenario", "seed", "stage", "with"];
    assert_eq!((fields(&told), &told["with"]), (wanted.to_vec(), &WITH.into()));
    let scenario = slow_clock();
    let run = Run::of_stage(&scenario, 1);
    let (other, changed) = Difference::parse(&scenario, WITH).expect("so").apply(&scenario, &run);
    let lines = [played(&scenario, &run), played(&other, &changed)];
    for (name, line) in ["one", "other"].into_iter().zip(&lines) {
        let account = Account::of(line, &scenario.focus);
        for measure in MEASURES {
            let value = (measure.read)(&account).expect("something is measured");
            assert_eq!(told[name][measure.slug], value, "{name} {}", measure.slug);
        }
        let rows = list(&told[name]["rows"]);
        for (row, stood) in rows.iter().zip(Stood::of(line, &scenario.focus)) {
            assert_eq!(row["lying_ns"], stood.lying.0);
            assert_eq!(row["entitled_ns"]["Target"], stood.modes[0].0);
        }
        assert!(!rows.is_empty());
    }
    let (step, at) = parted(&lines[0], &lines[1]).step.expect("they part");
    assert_eq!((&told["parted"]["step"], &told["parted"]["at_ns"]), (&step.into(), &at.0.into()));
    assert_ne!(told["one"]["trace_hash"], told["other"]["trace_hash"]);
}

/// What is as it was makes no difference, and the answer says so by saying nothing.
#[test]
fn equal_runs_do_not_part() {
    let told = answer(&["compare", SLOW_CLOCK, "--with", "register.pre-vote=on", "--seed", "9"]);
    assert_eq!(told["one"], told["other"]);
    for name in ["step", "at_ns", "stance_ns", "operation", "outcome"] {
        assert!(told["parted"][name].is_null(), "{told}");
    }
}

#[test]
fn what_is_wrong_is_one_sentence() {
    let compare = |words: &[&str], part: &str| {
        let said = complaint(&[&["compare", SLOW_CLOCK], words].concat());
        assert!(said.contains(part), "{words:?}: {said}");
    };
    compare(&[], "--with NAME=VALUE");
    compare(&["--with"], "`--with` wants NAME=VALUE");
    compare(&["--with", "register.pre-vote"], "has no `=`");
    compare(&["--with", "register=paxos"], "`paxos`");
    compare(&["--with", WITH, "--with", WITH], "`--with` once");
    compare(&["--with", WITH, "--trace", "x.jsonl"], "no trace");
    compare(&["--with", WITH, "--stage", "9"], "no stage 9");
    compare(&["--with", WITH, "--dance", "x"], "compare knows no `--dance`");
    assert!(complaint(&["compare", "--with", WITH]).contains("the name of a scenario"));
}
