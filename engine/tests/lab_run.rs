//! `lab run` plays a run and tells what happened.
mod common;
use common::lab::{answer, complaint, fields, file, list};
use serde_json::Value;

const SLOW_CLOCK: &str = "ch03-raft-lease-read";

/// The seed for which that scenario is written, whichever it is.
fn own_seed() -> u64 {
    common::scenario("03-consensus", SLOW_CLOCK).seed
}

/// A run of the slow clock's scenario, with these words behind.
fn run(words: &[&str]) -> Value {
    answer(&[&["run", SLOW_CLOCK], words].concat())
}

#[test]
fn the_answer_has_its_fields() {
    let told = run(&["--stage", "2"]);
    let wanted = [
        "end_ns",
        "history",
        "modes",
        "occurrences",
        "scenario",
        "seed",
        "trace_hash",
        "verdicts",
        "windows",
    ];
    assert_eq!(fields(&told), wanted);
    assert_eq!((&told["scenario"], &told["seed"]), (&SLOW_CLOCK.into(), &own_seed().into()));
    assert_eq!(told["end_ns"], 16_000_000_000_u64);
    assert!(told["trace_hash"].as_str().is_some_and(|hash| hash.len() == 16), "{told}");
    for verdict in list(&told["verdicts"]) {
        assert_eq!(fields(verdict), ["check", "steps", "verdict", "why"]);
    }
    for window in list(&told["windows"]) {
        assert_eq!(fields(window), ["class", "from_ns", "gap", "node", "to_ns"]);
        assert!(window["from_ns"].as_u64() < window["to_ns"].as_u64(), "{window}");
    }
    for row in list(&told["modes"]) {
        assert_eq!(fields(row), ["believed", "class", "entitled", "node"]);
    }
    assert!(list(&told["history"]).len() > 100);
}

#[test]
fn it_tells_who_lied_and_what_that_broke() {
    let told = run(&["--stage", "2"]);
    let broken = list(&told["verdicts"]).iter().find(|one| one["verdict"] == "violated");
    let broken = broken.expect("a stale read");
    assert_eq!(broken["check"], "register.linearizability");
    assert!(!list(&broken["steps"]).is_empty() && broken["why"] != "");
    let lies = list(&told["windows"]).iter().filter(|window| window["gap"] == "lying");
    let reads: Vec<_> = lies.filter(|window| window["class"] == "register.reads").collect();
    assert!(reads.iter().any(|window| window["node"] == "n1"), "{reads:?}");
}

#[test]
fn every_word_makes_a_difference() {
    let plain = run(&["--until", "6 s"]);
    let differs = |words: &[&str]| {
        let other = run(&[&["--until", "6 s"], words].concat());
        assert_ne!(other["trace_hash"], plain["trace_hash"], "{words:?}");
        other
    };
    let (own, other) = (own_seed().to_string(), own_seed() + 1);
    assert_eq!(run(&["--until", "6 s", "--stage", "1", "--seed", &own]), plain);
    assert_eq!(differs(&["--seed", &other.to_string()])["seed"], other);
    differs(&["--stage", "3"]);
    differs(&["--guard", "pre-vote=off"]);
    differs(&["--set", "register.reads=read-index"]);
    assert!(run(&["--until", "3 s"])["occurrences"].as_u64() < plain["occurrences"].as_u64());
}

#[test]
fn the_same_words_give_the_same_answer() {
    let words = ["--stage", "2", "--seed", "7", "--guard", "register.check-quorum=off"];
    assert_eq!(run(&words), run(&words));
}

#[test]
fn a_script_is_what_its_stage_is() {
    let script = file(
        "run-script.txt",
        &format!(
            "# The second stage, by hand.\nscenario {SLOW_CLOCK}\nstage 2\nseed {}\n\n\
             50 ms operator-action n1 start-an-election\n1 s clock-drift n1 -550000 ppm\n\
             2.4 s cut n1 n2 B | n3 n4 n5 A C\n7 s heal n1 n2 B | n3 n4 n5 A C\nuntil 9 s\n",
            own_seed()
        ),
    );
    let by_hand = run(&["--script", &script]);
    assert_eq!(by_hand, run(&["--stage", "2", "--until", "9 s"]));
    let longer = run(&["--script", &script, "--until", "10 s", "--seed", "9"]);
    assert_eq!((&longer["end_ns"], &longer["seed"]), (&10_000_000_000_u64.into(), &9.into()));
    let said = complaint(&["run", SLOW_CLOCK, "--script", &script, "--stage", "1"]);
    assert!(said.contains("stage"), "{said}");
}

#[test]
fn the_trace_is_told_step_by_step() {
    let trace = file("run-trace.jsonl", "");
    let told = run(&["--stage", "2", "--until", "3 s", "--trace", &trace]);
    let lines = std::fs::read_to_string(&trace).expect("it has been written");
    let steps: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(told["occurrences"], steps.len());
    for (place, step) in steps.iter().enumerate() {
        assert_eq!(fields(step), ["at_ns", "cause", "records", "step"]);
        assert_eq!(step["step"], place);
    }
    let causes: Vec<_> = steps.iter().map(|step| step["cause"].as_str().unwrap()).collect();
    assert_eq!(causes[0], "start");
    assert!(causes.contains(&"cut n1 n2 B | n3 n4 n5 A C"));
    assert!(steps.is_sorted_by_key(|step| step["at_ns"].as_u64()));
}

#[test]
fn recovery_lies_over_the_modes_and_hides_none() {
    let told = answer(&["run", "ch01-cap-partition", "--until", "11 s"]);
    let row = |node: &str| {
        let mut rows = list(&told["modes"]).iter();
        rows.find(|row| row["node"] == node && row["class"] == "cart.gets").expect("a row")
    };
    let found: Vec<_> = list(&told["modes"]).iter().map(|row| &row["believed"]).collect();
    assert!(!found.contains(&&Value::from("Recovery")), "{told}");
    assert_eq!(
        (&row("cart.n1")["believed"], &row("cart.n1")["recovering"]),
        (&"Target".into(), &true.into())
    );
    assert_eq!(fields(row("cart.n2")), ["believed", "class", "entitled", "node"]);
}
