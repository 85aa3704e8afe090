//! A scenario to which mechanisms are brought plays as one that had them from the first.
mod common;
use common::played;
use engine::node::{Mechanism, Protocol, mechanism};
use engine::protocols::{Visitor, each};
use engine::scenario::{Difference, RawScenario, Run, Scenario, check_bare, read};

/// Two services of two mechanisms.
fn both() -> (RawScenario, Scenario) {
    of("01-impossibility", "ch01-cap-partition")
}

fn of(folder: &str, id: &str) -> (RawScenario, Scenario) {
    let book = concat!(env!("CARGO_MANIFEST_DIR"), "/../content/book");
    let source = std::fs::read_to_string(format!("{book}/{folder}/scenarios/{id}.toml"));
    read(id, &source.expect("a text")).expect("a scenario")
}

/// The mechanisms of some names, and no others.
struct Chosen(&'static [&'static str], Vec<&'static dyn Mechanism>);

impl Visitor for Chosen {
    fn visit<P: Protocol>(&mut self) {
        if self.0.contains(&P::CARD.slug) {
            self.1.push(mechanism::<P>());
        }
    }
}

fn chosen(names: &'static [&'static str]) -> Vec<&'static dyn Mechanism> {
    let mut chosen = Chosen(names, Vec::new());
    each(&mut chosen);
    chosen.1
}

#[test]
fn what_is_brought_plays_as_what_was_there() {
    let (raw, whole) = both();
    let bare = check_bare(&raw).expect("a scenario");
    assert_eq!(bare.mechanisms(), ["dynamo-quorum", "raft"]);
    let later = bare.with(chosen(&["raft", "dynamo-quorum"])).expect("all is there");
    for stage in 0..whole.stages.len() {
        let run = Run::of_stage(&whole, stage);
        let [one, other] = [&whole, &later].map(|scenario| played(scenario, &run).trace().hash());
        assert_eq!(one, other, "stage {stage}");
    }
}

#[test]
fn nothing_plays_while_a_mechanism_is_missing() {
    let (raw, _) = both();
    assert!(check_bare(&raw).expect("a scenario").with(chosen(&["raft"])).is_none());
}

#[test]
fn a_mechanism_that_nobody_has_brought_takes_no_place() {
    let (raw, whole) = of("03-consensus", "ch03-raft-lease-read");
    let mut own = check_bare(&raw).expect("a scenario").with(chosen(&["raft"])).expect("all");
    let difference = Difference::parse(&own, "register=dynamo-quorum").expect("a difference");
    assert_eq!(difference.mechanism(), Some("dynamo-quorum"));
    let run = Run::of_stage(&whole, 0);
    let hash = |scenario: &Scenario| {
        let (other, changed) = difference.apply(scenario, &run);
        played(&other, &changed).trace().hash()
    };
    assert_eq!(hash(&own), played(&own, &run).trace().hash());
    chosen(&["dynamo-quorum"]).into_iter().for_each(|mechanism| own.bring(mechanism));
    assert_eq!(hash(&own), hash(&whole));
    assert_ne!(hash(&own), played(&own, &run).trace().hash());
}
